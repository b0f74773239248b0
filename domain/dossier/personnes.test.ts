import type { z } from 'zod';
import { schemaAdresse, schemaAgence, schemaEmployeur, schemaIdentite, schemaReferent } from './personnes';

const lu = (schema: z.ZodType, valeur: object): boolean => schema.safeParse(valeur).success;
const long = (n: number) => 'a'.repeat(n);

const adresse = { lignes: ['1 rue des Lilas'], codePostal: '59000', ville: 'Lille' };
const contact = { telephone: '03 20 00 00 00', email: 'agence@example.org' };
const agence = { id: 'lille', nom: 'Lille', adresse, ...contact, horaires: '9 h – 16 h' };
const identite = { prenom: 'Ida', nom: 'Martin' };
const referent = { id: 'l-vasseur', ...identite, ...contact, agence: 'lille' };

/** Checks that a field takes a value and refuses another. */
const borne = (schema: z.ZodType, base: object, champ: string, admis: unknown[], refuses: unknown[]) => {
  for (const valeur of admis)
    expect([champ, valeur, lu(schema, { ...base, [champ]: valeur })]).toEqual([champ, valeur, true]);
  for (const valeur of refuses)
    expect([champ, valeur, lu(schema, { ...base, [champ]: valeur })]).toEqual([champ, valeur, false]);
};

it('une adresse tient dans la fenêtre d’une enveloppe', () => {
  expect(lu(schemaAdresse, adresse)).toBe(true);
  expect(lu(schemaAdresse, { ...adresse, pays: 'France' })).toBe(false);
  borne(
    schemaAdresse,
    adresse,
    'lignes',
    [['a', 'b', 'c', 'd'], [long(38)]],
    [[], ['a', 'b', 'c', 'd', 'e'], [long(39)], [' ']],
  );
  borne(schemaAdresse, adresse, 'codePostal', [long(1), long(10)], ['', ' ', long(11)]);
  borne(schemaAdresse, adresse, 'ville', [long(1), long(38)], ['', ' ', long(39)]);
});
it('une personne a un prénom et un nom, le reste est facultatif', () => {
  expect(lu(schemaIdentite, identite)).toBe(true);
  expect(lu(schemaIdentite, { nom: 'Martin' })).toBe(false);
  expect(lu(schemaIdentite, { ...identite, age: 40 })).toBe(false);
  for (const champ of ['prenom', 'nom'])
    borne(schemaIdentite, identite, champ, [long(1), long(100)], ['', ' ', long(101)]);
  borne(schemaIdentite, identite, 'civilite', ['MADAME', 'MONSIEUR'], ['', 'MME']);
  borne(schemaIdentite, identite, 'canalPrefere', ['EMAIL', 'SMS', 'COURRIER'], ['', 'FAX']);
  borne(schemaIdentite, identite, 'adresse', [adresse], [{}]);
  expect(schemaIdentite.parse({ prenom: ' Ida ', nom: ' Martin ' })).toEqual(identite);
});
it('un courriel et un téléphone sont refusés avec leur raison', () => {
  const raison = (plus: object) => schemaIdentite.safeParse({ ...identite, ...plus }).error?.issues[0]?.message;
  expect(raison({ email: 'ida' })).toBe('adresse e-mail mal écrite');
  const courriel = (n: number) => `${long(60)}@${`${long(60)}.`.repeat(4).slice(0, n - 64)}.fr`;
  expect([courriel(254).length, courriel(255).length]).toEqual([254, 255]);
  expect([raison({ email: courriel(254) }), raison({ email: courriel(255) }) !== undefined]).toEqual([undefined, true]);
  const telephones = ['0320000000', '+33 (3) 20.00-00', ' 0320000000 ', '123456', '1'.repeat(20), `+${'1'.repeat(20)}`];
  expect(telephones.map((telephone) => raison({ telephone }))).toEqual(telephones.map(() => undefined));
  for (const telephone of ['12345', '1'.repeat(21), 'a0320000000', '0320000000a', 'abcdefgh', ''])
    expect([telephone, raison({ telephone })]).toEqual([telephone, 'numéro de téléphone mal écrit']);
});
it('un employeur a un nom', () => {
  expect(lu(schemaEmployeur, { nom: 'Filature' })).toBe(true);
  expect(lu(schemaEmployeur, { nom: 'Filature', siret: '1' })).toBe(false);
  expect(lu(schemaEmployeur, {})).toBe(false);
  borne(schemaEmployeur, {}, 'nom', [long(1), long(100)], ['', ' ', long(101)]);
});
it('une agence et un référent ont un identifiant qui s’écrit dans une adresse', () => {
  expect([lu(schemaAgence, agence), lu(schemaReferent, referent)]).toEqual([true, true]);
  for (const [schema, base] of [
    [schemaAgence, agence],
    [schemaReferent, referent],
  ] as const) {
    borne(schema, base, 'id', ['a', 'l-2', long(40)], ['', long(41), 'Lille', 'lille !', '!lille']);
    expect([lu(schema, {}), lu(schema, { ...base, plus: 1 })]).toEqual([false, false]);
    borne(schema, base, 'nom', [long(1), long(100)], ['', ' ', long(101)]);
  }
  borne(schemaReferent, referent, 'prenom', [long(1), long(100)], ['', ' ', long(101)]);
  borne(schemaAgence, agence, 'horaires', ['', long(200)], [long(201)]);
  const handicap = { ...identite, email: contact.email };
  borne(schemaAgence, agence, 'referentHandicap', [handicap], [{}, identite, { ...handicap, qualite: 'x' }]);
  expect(schemaAgence.parse({ ...agence, nom: ' Lille ', horaires: ' 9 h ' })).toMatchObject({
    nom: 'Lille',
    horaires: '9 h',
  });
});
