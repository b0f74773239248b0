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
    ['1000', 'douteux 01000'],
    ['1000,0', 'douteux 01000'],
    ['59000.0', 'douteux 59000'],
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

  it('sans remise connue, rien n’en est dit', () => {
    expect(normaliserNaissance(dateCivile('2030-01-01'), {}).genre).toBe('juste');
  });
});

describe('nombre', () => {
  it.each([
    ['48', 'juste 48'],
    ['1 240', 'juste 1240'],
    ['1\u00a0240', 'juste 1240'],
    ['12\u202f400,5', 'juste 12400.5'],
    ['610,5', 'juste 610.5'],
    ['610.5', 'juste 610.5'],
    ['1240', 'juste 1240'],
    ['-3', 'juste -3'],
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

  it('« 1.240 » est refusé avec ses deux lectures', () => {
    expect(lireNombre('1.240').phrase).toContain('écrivez 1 240, ou 1,24');
  });

  it('un effectif est entier, d’au moins une personne', () => {
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
    ['a@example.org; b@example.org', 'faux null'],
    ['@société.fr', 'faux null'],
  ])('%j : %s', (lu, attendu) => expect(resume(normaliserCourriel(lu, {}))).toBe(attendu));

  it('ce qui est lu est redit, avec la forme attendue', () => {
    expect(normaliserCourriel('éloïse@example.org', {}).phrase).toBe(
      '« éloïse@example.org » a un accent avant « @ » (forme acceptée : prenom.nom@exemple.fr)',
    );
  });
});
