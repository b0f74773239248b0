import { Tentatives } from './tentatives';

const apres = (minutes: number) => new Date(Date.parse('2026-01-12T08:00:00Z') + minutes * 60_000);
const faux = async () => false;
const vrai = async () => true;

it('cinq échecs en un quart d’heure, et le bon mot de passe attend aussi', async () => {
  const tentatives = new Tentatives();
  const essayer = (minutes: number, comparer = faux, adresse = 'a@example.org') =>
    tentatives.essayer(adresse, comparer, apres(minutes));
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
    Array.from({ length: 7 }, () => tentatives.essayer('a@example.org', faux, apres(0))),
  );
  expect(issues).toEqual([false, false, false, false, false, null, null]);
});

it('huit comparaisons à la fois, quelles que soient les adresses ; une panne n’en garde pas la place', async () => {
  const tentatives = new Tentatives();
  const panne = () => Promise.reject(new Error('registre absent'));
  const issues = await Promise.allSettled(
    Array.from({ length: 9 }, (_, rang) => tentatives.essayer(`${rang}@example.org`, panne, apres(0))),
  );
  expect(issues.map(({ status }) => status)).toEqual([...Array(8).fill('rejected'), 'fulfilled']);
  expect(await tentatives.essayer('z@example.org', vrai, apres(0))).toBe(true);
});
