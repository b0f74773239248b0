import { dateCivile } from '../../calendrier/dates';
import {
  type Jugement,
  lireNombre,
  normaliserCodePostal,
  normaliserCourriel,
  normaliserEffectif,
  normaliserNaissance,
} from '.';

const resume = ({ genre, valeur }: Jugement<unknown>) => `${genre} ${valeur}`;

describe('code postal', () => {
  it.each([
    ['59000', 'juste 59000'],
    ['59 000', 'juste 59000'],
    ['59\u202f000', 'juste 59000'],
    ['F-59000', 'juste 59000'],
    ['fr 97400', 'juste 97400'],
    ['B-1000', 'juste B-1000'],
    ['B\u20111000', 'juste B-1000'],
    ['AF-1000', 'juste AF-1000'],
    ['BELG-1000', 'faux null'],
    ['B-1000/2', 'faux null'],
    ['1000', 'douteux 01000'],
    ['1000,0', 'douteux 01000'],
    ['59000.0', 'douteux 59000'],
    ['59000.00', 'douteux 59000'],
    ['1000,05', 'faux null'],
    ['590,0', 'faux null'],
    ['590001,0', 'faux null'],
    ['590000', 'faux null'],
    ['590', 'faux null'],
    ['59OOO', 'faux null'],
    ['59000 CEDEX', 'faux null'],
  ])('%j : %s', (lu, attendu) => {
    const jugement = normaliserCodePostal(lu, {});
    expect(resume(jugement)).toBe(attendu);
    if (jugement.genre !== 'juste') expect(jugement.phrase).toMatch(/^« .* » .*\(formes acceptées : 59000 ; /);
  });
});

it('un code postal douteux dit ce qu’il était sans doute', () => {
  const dite = (lu: string) => normaliserCodePostal(lu, {}).phrase?.replace(/ \(.*/, '');
  expect([dite(' 1000 '), dite('59000.0')]).toEqual([
    '« 1000 » a perdu son zéro : vouliez-vous écrire 01000 ?',
    '« 59000.0 » est écrit comme un nombre : vouliez-vous écrire 59000 ?',
  ]);
});

describe('date de naissance, au jour de la remise', () => {
  const dateRemise = dateCivile('2026-11-25');
  it.each([
    ['1984-05-17', 'juste'],
    ['2012-11-25', 'juste'],
    ['2012-11-26', 'faux'],
    ['1936-11-25', 'juste'],
    ['1935-11-25', 'faux'],
    ['1900-01-01', 'faux'],
    ['2015-01-01', 'faux'],
    ['2030-01-01', 'faux'],
    ['2026-11-25', 'faux'],
  ])('%s : %s', (lu, attendu) => {
    const jugement = normaliserNaissance(dateCivile(lu), { dateRemise });
    expect(jugement.genre).toBe(attendu);
    if (jugement.genre === 'faux')
      expect(jugement.phrase).toContain('on attend une date entre le 25/11/1936 et le 25/11/2012');
  });

  it.each([
    ['2026-11-25', '25/11/2026 n’est pas avant la remise du 25/11/2026'],
    ['2015-01-01', '01/01/2015 donne 11 ans à la remise du 25/11/2026'],
  ])('%s : le refus dit pourquoi', (lu, pourquoi) => {
    expect(normaliserNaissance(dateCivile(lu), { dateRemise }).phrase).toMatch(pourquoi);
  });

  it('sans remise connue, rien n’en est dit', () => {
    expect(normaliserNaissance(dateCivile('2030-01-01'), {}).genre).toBe('juste');
  });
});

describe('nombre', () => {
  it.each([
    ['48', 'juste 48'],
    [' 48 ', 'juste 48'],
    ['1 240', 'juste 1240'],
    ['1\u00a0240', 'juste 1240'],
    ['12\u202f400,5', 'juste 12400.5'],
    ['610,5', 'juste 610.5'],
    ['610.5', 'juste 610.5'],
    ['1240', 'juste 1240'],
    ['-3', 'juste -3'],
    ['-1 240', 'juste -1240'],
    ['1 240 000', 'juste 1240000'],
    ['1 240,55', 'juste 1240.55'],
    ['12 3 456', 'faux null'],
    ['1 240 5', 'faux null'],
    ['1.240', 'douteux 1240'],
    ['1,240', 'douteux 1240'],
    ['1.240,5', 'faux null'],
    ['4 8', 'faux null'],
    ['0x30', 'faux null'],
    ['1,2,3', 'faux null'],
    ['Infinity', 'faux null'],
    ['', 'faux null'],
    ['1e3', 'faux null'],
    ['beaucoup', 'faux null'],
  ])('%j : %s', (lu, attendu) => expect(resume(lireNombre(lu))).toBe(attendu));

  it.each([
    ['1.240', 'écrivez 1 240, ou 1,24 ('],
    ['1,200', 'écrivez 1 200, ou 1,2 ('],
    ['1.204', 'écrivez 1 204, ou 1,204 ('],
    ['1.000', 'écrivez 1 000, ou 1,0 ('],
  ])('« %s » est refusé avec ses deux lectures', (lu, lectures) => {
    expect(lireNombre(lu).phrase).toContain(`« ${lu} » se lit de deux façons : ${lectures}`);
  });

  it('ce qui n’est pas un nombre est redit', () => {
    expect(lireNombre(' beaucoup ').phrase).toContain('« beaucoup » n’est pas un nombre (');
  });

  it('un effectif est entier, d’au moins une personne', () => {
    expect(normaliserEffectif(48, {})).toStrictEqual({ genre: 'juste', valeur: 48 });
    expect([1, 48, 12_000].map((n) => normaliserEffectif(n, {}).genre)).toEqual(['juste', 'juste', 'juste']);
    for (const n of [0, -4, 1.24, Number.NaN, Number.POSITIVE_INFINITY])
      expect(normaliserEffectif(n, {}).genre).toBe('faux');
    expect(normaliserEffectif(1.24, {}).phrase).toContain('« 1,24 » n’est pas un nombre entier');
  });
});

describe('adresse e-mail', () => {
  it.each([
    ['alix@example.org', 'juste alix@example.org'],
    [' mailto:alix@example.org ', 'juste alix@example.org'],
    ['alix@société-exemple.fr', 'juste alix@xn--socit-exemple-ehbb.fr'],
    ['alix@socie\u0301te\u0301-exemple.fr', 'juste alix@xn--socit-exemple-ehbb.fr'],
    ['alix@Straße.example', 'juste alix@xn--strae-oqa.example'],
    ['éloïse@example.org', 'faux null'],
    ['alix@exa mple.org', 'faux null'],
    ['alix@é/x.fr', 'faux null'],
    ['alix@example', 'faux null'],
    ['sans arobase', 'faux null'],
    ['alix.example.org', 'faux null'],
    ['Alix@Example.ORG', 'juste Alix@Example.ORG'],
    ['amailto:b@example.org', 'faux null'],
    ['alix@é.fr/x', 'faux null'],
    ['alix@a.fr/é', 'faux null'],
    ['a@example.org; b@example.org', 'faux null'],
    ['@société.fr', 'faux null'],
  ])('%j : %s', (lu, attendu) => expect(resume(normaliserCourriel(lu, {}))).toBe(attendu));

  it('ce qui est lu est redit, avec la forme attendue', () => {
    expect(normaliserCourriel('éloïse@example.org', {}).phrase).toBe(
      '« éloïse@example.org » a un accent avant « @ » (forme acceptée : prenom.nom@exemple.fr)',
    );
    for (const lu of ['été', 'sans arobase', 'alix@é/x.fr'])
      expect(normaliserCourriel(lu, {}).phrase).toContain(`« ${lu} » n’est pas une adresse e-mail (`);
  });

  it('trop longue, elle est refusée avec sa limite, et n’est pas redite en entier', () => {
    const lue = (n: number) => normaliserCourriel(`${'a'.repeat(n - 12)}@example.org`, {});
    expect(lue(254).genre).toBe('juste');
    expect(lue(255)).toMatchObject({
      genre: 'faux',
      phrase: `« ${'a'.repeat(30)}… » est trop longue : 254 caractères au plus, 255 ici`,
    });
  });
});
