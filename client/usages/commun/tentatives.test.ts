import { Tentatives } from './tentatives';

const apres = (minutes: number) => new Date(Date.parse('2026-01-12T08:00:00Z') + minutes * 60_000);
const faux = async () => false;
const vrai = async () => true;
const source = '192.0.2.1';

it('cinq échecs en un quart d’heure, et le bon mot de passe attend aussi', async () => {
  const tentatives = new Tentatives();
  const essayer = (minutes: number, comparer = faux, adresse = 'a@example.org') =>
    tentatives.essayer({ adresse, source }, comparer, apres(minutes));
  for (let minutes = 0; minutes < 5; minutes++) expect(await essayer(minutes)).toBe(false);
  expect(await essayer(5, vrai, ' A@example.org')).toBeNull();
  expect(await essayer(5, vrai, 'b@example.org')).toBe(true);
  expect(await essayer(14.9, vrai)).toBeNull();
  expect(await essayer(15, vrai)).toBe(true);
  // A success forgets them.
  expect(await essayer(15.1)).toBe(false);
});

it('envoyés tous à la fois, ils comptent tous', async () => {
  const tentatives = new Tentatives();
  const issues = await Promise.all(
    Array.from({ length: 7 }, () => tentatives.essayer({ adresse: 'a@example.org', source }, faux, apres(0))),
  );
  expect(issues).toEqual([false, false, false, false, false, null, null]);
});

it('huit comparaisons à la fois, quelles que soient les adresses ; une panne n’en garde pas la place', async () => {
  const tentatives = new Tentatives();
  const panne = () => Promise.reject(new Error('registre absent'));
  const issues = await Promise.allSettled(
    Array.from({ length: 9 }, (_, rang) =>
      tentatives.essayer({ adresse: `${rang}@example.org`, source }, panne, apres(0)),
    ),
  );
  expect(issues.map(({ status }) => status)).toEqual([...Array(8).fill('rejected'), 'fulfilled']);
  expect(await tentatives.essayer({ adresse: 'z@example.org', source }, vrai, apres(0))).toBe(true);
});

it('trente échecs d’où qu’ils visent ferment leur source, et elle seule', async () => {
  const tentatives = new Tentatives();
  const essayer = (rang: number, comparer = faux, de = source, minutes = 0) =>
    tentatives.essayer({ adresse: `${rang}@example.org`, source: de }, comparer, apres(minutes));
  for (let rang = 0; rang < 30; rang++) {
    // One known password between two failures changes nothing.
    expect([await essayer(100, vrai), await essayer(rang)]).toEqual([true, false]);
  }
  expect([await essayer(100, vrai), tentatives.compterSource(source, apres(0))]).toEqual([null, null]);
  expect(await essayer(100, vrai, '192.0.2.2')).toBe(true);
  expect(await essayer(100, vrai, source, 15)).toBe(true);
});

it('un compte fermé que l’on essaie encore ne ferme pas sa source', async () => {
  const tentatives = new Tentatives();
  for (let fois = 0; fois < 50; fois++) await tentatives.essayer({ adresse: 'a@example.org', source }, faux, apres(0));
  expect(await tentatives.essayer({ adresse: 'b@example.org', source }, vrai, apres(0))).toBe(true);
});
