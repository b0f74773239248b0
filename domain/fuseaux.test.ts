import { dateCivile as d } from './dates';
import { dateLocale, fuseau, instantEnvoi, instantMinuit } from './fuseaux';
import { residences } from './jours-feries';

const metropole = { residence: 'metropole' };

it('chaque résidence a un fuseau que la plateforme connaît', () => {
  for (const residence of residences) {
    expect(() => new Intl.DateTimeFormat('fr', { timeZone: fuseau(residence) })).not.toThrow();
  }
  expect(fuseau('la-reunion')).toBe('Indian/Reunion');
  expect(fuseau('metropole')).toBe('Europe/Paris');
  expect(fuseau('constructor')).toBe('Europe/Paris');
});

describe('minuit', () => {
  it.each([
    ['2025-01-15', 'Europe/Paris', '2025-01-14T23:00:00.000Z'],
    ['2025-07-15', 'Europe/Paris', '2025-07-14T22:00:00.000Z'],
    ['2025-03-30', 'Europe/Paris', '2025-03-29T23:00:00.000Z'],
    ['2025-03-31', 'Europe/Paris', '2025-03-30T22:00:00.000Z'],
    ['2025-07-15', 'America/Martinique', '2025-07-15T04:00:00.000Z'],
    ['2025-07-15', 'Indian/Reunion', '2025-07-14T20:00:00.000Z'],
  ])('du %s à %s : %s', (date, zone, attendu) => {
    expect(instantMinuit(d(date), zone).toISOString()).toBe(attendu);
  });
  it('ouvre le jour local, la seconde précédente appartient à la veille', () => {
    for (const residence of residences) {
      const minuit = instantMinuit(d('2025-10-26'), fuseau(residence));
      expect(dateLocale(minuit, fuseau(residence))).toBe('2025-10-26');
      expect(dateLocale(new Date(minuit.getTime() - 1000), fuseau(residence))).toBe('2025-10-25');
    }
  });
});

describe("l'envoi d'un courrier", () => {
  it('immédiat : dès le début du jour, même un dimanche', () => {
    const depart = instantEnvoi(d('2025-06-22'), metropole, '2025-000001-01', 'immediat');
    expect(depart.toISOString()).toBe('2025-06-21T22:00:00.000Z');
  });
  it('fenêtre : entre 9 h et 17 h locales', () => {
    for (let n = 0; n < 500; n += 1) {
      const depart = instantEnvoi(d('2025-06-23'), { residence: 'guyane' }, `dossier-${n}`, 'fenetre');
      expect(depart >= new Date('2025-06-23T12:00:00Z')).toBe(true);
      expect(depart < new Date('2025-06-23T20:00:00Z')).toBe(true);
    }
  });
  it('fenêtre : étale les départs, toujours à la même seconde pour une même clé', () => {
    const depart = (cle: string) => instantEnvoi(d('2025-06-23'), metropole, cle, 'fenetre').getTime();
    expect(depart('a/C13')).toBe(depart('a/C13'));
    const heures = Array.from({ length: 800 }, (_, n) => new Date(depart(`2025-${n}`)).getUTCHours());
    for (let h = 7; h < 15; h += 1) expect(heures.filter((x) => x === h).length).toBeGreaterThan(50);
  });
  it("fenêtre : le jour du changement d'heure, un départ reste dans les heures locales", () => {
    const depart = instantEnvoi(d('2025-03-31'), metropole, 'x', 'fenetre');
    expect(depart >= new Date('2025-03-31T07:00:00Z')).toBe(true);
    expect(depart < new Date('2025-03-31T15:00:00Z')).toBe(true);
  });
  it('fenêtre : un dimanche attend le lundi, sauf si le courrier a un dernier jour', () => {
    const jourDe = (auPlusTard?: string) =>
      dateLocale(
        instantEnvoi(d('2025-06-21'), metropole, 'x', 'fenetre', auPlusTard === undefined ? undefined : d(auPlusTard)),
        'Europe/Paris',
      );
    expect(jourDe()).toBe('2025-06-23');
    expect(jourDe('2025-06-22')).toBe('2025-06-22');
    expect(jourDe('2025-06-20')).toBe('2025-06-21');
  });
  it('suit le fuseau où la personne se trouve, et le calendrier de sa résidence', () => {
    const depart = instantEnvoi(d('2026-05-27'), { residence: 'guadeloupe', fuseau: 'Europe/Paris' }, 'x', 'fenetre');
    expect(dateLocale(depart, 'Europe/Paris')).toBe('2026-05-28');
    expect(depart >= new Date('2026-05-28T07:00:00Z')).toBe(true);
    expect(depart < new Date('2026-05-28T15:00:00Z')).toBe(true);
  });
});
