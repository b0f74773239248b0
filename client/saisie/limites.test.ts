import { z } from 'zod';
import { limitePassee } from '../../domain/dossier/limite';
import { schemaAgence, schemaEmployeur, schemaIdentite, schemaReferent } from '../../domain/dossier/personnes';
import { LONGUEUR_MESSAGE, lireTextes } from '../../domain/dossier/valeurs';
import { lireJeu } from '../../domain/droit/jeu-parametres';
import { lireMontants, schemaMontants } from '../../domain/droit/montants/montants';
import { lireReglement } from '../../domain/droit/reglements/document';
import { phrase } from '../../domain/faits/erreurs';
import { phraseDeFaute } from '../../domain/faits/phrase-de-faute';
import { lireSaisieRendezVous } from '../../domain/rendez-vous/saisie';
import { lireTenue } from '../../domain/rendez-vous/tenue';
import { lireDocument } from './document';
import { erreursZod } from './erreur';
import { lireSaisie } from './formulaire';

/** Every bounded value of a schema, by its path: its own schema, and the bound. */
function bornes(schema: z.core.$ZodType, chemin: string): { chemin: string; schema: z.ZodType; maximum: number }[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bornes(schema.unwrap(), chemin);
  if (schema instanceof z.ZodPipe) return bornes(schema.in, chemin);
  if (schema instanceof z.ZodRecord) return bornes(schema.valueType, `${chemin}.*`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.core.$ZodType>).flatMap(([nom, s]) =>
      bornes(s, `${chemin}.${nom}`),
    );
  const sienne = maximumDe(schema).map((maximum) => ({ chemin, schema: schema as z.ZodType, maximum }));
  return schema instanceof z.ZodArray ? [...sienne, ...bornes(schema.element, `${chemin}[]`)] : sienne;
}

const maximumDe = ({ _zod: { def } }: z.core.$ZodType): number[] =>
  (def.checks ?? []).flatMap(({ _zod: { def: borne } }) => {
    const { maximum, value } = borne as { maximum?: number; value?: number };
    return borne.check === 'max_length' ? [maximum!] : borne.check === 'less_than' ? [value!] : [];
  });

const SCHEMAS = {
  identite: schemaIdentite,
  employeur: schemaEmployeur,
  agence: schemaAgence,
  referent: schemaReferent,
};
const bornees = Object.entries(SCHEMAS).flatMap(([nom, schema]) => bornes(schema, nom));

/** More than the bound by seven, of the kind that the schema bounds. */
function trop(schema: z.core.$ZodType, maximum: number): unknown {
  if (schema instanceof z.ZodArray) return Array.from({ length: maximum + 7 }, () => 'x');
  if (schema instanceof z.ZodEmail) return `${'x'.repeat(maximum - 5)}@example.org`;
  return schema instanceof z.ZodNumber ? maximum + 7 : '1'.repeat(maximum + 7);
}

it('les schémas ont des limites à dire', () => {
  expect(bornees.map(({ chemin }) => chemin)).toEqual(
    expect.arrayContaining(['identite.prenom', 'identite.adresse.lignes', 'identite.adresse.lignes[]', 'agence.id']),
  );
});

it.each(bornees)('$chemin : la phrase nomme la limite ($maximum) et ce qui est donné', ({ schema, maximum }) => {
  const valeur = trop(schema, maximum);
  const donne = (valeur as { length: number }).length;
  const lu = schema.safeParse(valeur, { reportInput: true });
  const [premiere] = erreursZod(lu.error!.issues, 'champ');
  const quoi = Array.isArray(valeur) ? 'lignes' : 'caractères';
  expect(premiere!.phrase).toContain(limitePassee(maximum, donne, quoi));
});

it.each(bornes(schemaMontants, ''))('montant$chemin : la phrase nomme la valeur donnée', ({ chemin, maximum }) => {
  const lu = lireMontants({ [chemin.slice(1)]: maximum + 7 });
  expect(lu.ok ? [] : lu.erreurs).toEqual([expect.stringMatching(/[a-zé]+ : (plus d’un million|[\d\s]+)/)]);
  expect(lu.ok ? '' : lu.erreurs[0]!.replace(/\D/g, '')).toContain(String(maximum + 7));
  expect(lu.ok ? '' : lu.erreurs[0]).not.toMatch(/expected|Too big/);
});

const long = (n: number) => 'x'.repeat(n);
const RENDEZ_VOUS = { sorte: 'SUIVI', mode: 'PRESENTIEL', jour: '2026-01-05', heure: '9h30', duree: '30', lieu: 'ici' };
const rendezVous = (reste: object) => {
  const lue = lireSaisieRendezVous({ ...RENDEZ_VOUS, ...reste });
  return lue.ok ? [] : lue.refus.map((r) => r.phrase);
};
const jour = '2026-01-05' as never;
const tenue = (reste: object) => {
  const lue = lireTenue('SUIVI', { actions: [], ...reste }, { prevuLe: jour, aujourdhui: jour });
  return lue.ok ? [] : lue.refus.map((r) => r.phrase);
};
const document = (valeur: object) => {
  const lu = lireDocument(valeur);
  return lu.ok ? [] : lu.erreurs.map((e) => e.phrase);
};
const reglement = (valeur: object) => {
  const lu = lireReglement({ nom: 'essai', libelle: 'x', parametres: {}, ...valeur }, []);
  return lu.ok ? [] : lu.erreurs.map(phrase);
};
const jeu = (source: string) => {
  const lu = lireJeu({ parametres: { dureeMois: 13 }, source });
  return lu.ok ? [] : lu.erreurs.map(phrase);
};
const textes = (valeur: unknown) => lireTextes(valeur, LONGUEUR_MESSAGE).fautes.map(phraseDeFaute);
const champ = { nom: 'a', libelle: 'A', aide: '', genre: 'texte', obligatoire: true } as const;

it.each<[string, () => string[], string]>([
  ['un lieu', () => rendezVous({ lieu: long(207) }), '200 caractères au plus, 207 ici'],
  ['un intitulé', () => rendezVous({ intitule: long(127) }), '120 caractères au plus, 127 ici'],
  ['une durée', () => rendezVous({ duree: '601' }), 'entre 5 et 600, et non « 601 »'],
  ['des notes', () => tenue({ notes: long(4007) }), '4 000 caractères au plus, 4 007 ici'],
  ['une action', () => tenue({ actions: [{ quoi: long(307), pourLe: '' }] }), '300 caractères au plus, 307 ici'],
  [
    'des actions',
    () => tenue({ actions: Array.from({ length: 21 }, () => ({ quoi: 'x', pourLe: '' })) }),
    '20 actions au plus, 21 ici',
  ],
  ['une référence', () => document({ reference: long(107) }), '100 caractères au plus, 107 ici'],
  ['une agence', () => document({ agence: long(47) }), '40 caractères au plus, 47 ici'],
  [
    'une adresse e-mail',
    () => document({ identite: { email: `${long(250)}@example.org` } }),
    '254 caractères au plus, 262 ici',
  ],
  ['un libellé de règlement', () => reglement({ libelle: long(207) }), '200 caractères au plus, 207 ici'],
  [
    'la source d’un paramètre',
    () => reglement({ parametres: { dureeMois: { valeur: 12, source: long(507), certitude: 'T' } } }),
    '« dureeMois.source » est trop long : 500 caractères au plus, 507 ici',
  ],
  ['la source d’un jeu', () => jeu(long(507)), '« source » est trop long : 500 caractères au plus, 507 ici'],
  ['un texte reçu', () => textes({ motif: long(2007) }), '2 000 caractères au plus, 2 007 ici'],
  [
    'une ligne de formulaire',
    () => Object.values(lireSaisie([champ], { 'champ.a': long(207) }).erreurs),
    '200 caractères au plus, 207 ici',
  ],
])('%s : la limite et ce qui est donné', (_, lire, attendu) => {
  expect(lire().map((dite) => dite.replace(/[\u00a0\u202f]/g, ' '))).toContainEqual(expect.stringContaining(attendu));
});
