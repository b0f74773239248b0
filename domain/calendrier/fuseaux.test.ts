import { TZDate } from '@date-fns/tz';
import { ajouterJours, dateCivile as d } from './dates';
import { dateLocale, finDeVeille, fuseau, instant, instantEnvoi, instantMinuit, jourChez } from './fuseaux';
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

it('le jour est celui de là où l’on vit', () => {
  const soir = new Date('2025-06-23T20:30:00.000Z');
  expect(['metropole', 'la-reunion'].map((residence) => jourChez(residence, soir))).toEqual([
    '2025-06-23',
    '2025-06-24',
  ]);
});

it('chaque heure de chaque jour de l’année, jours de changement d’heure compris, est celle des tables', () => {
  for (const zone of new Set(residences.map(fuseau))) {
    for (let jour = d('2026-01-01'); jour < '2027-01-01'; jour = ajouterJours(jour, 1)) {
      const [annee, mois, quantieme] = jour.split('-').map(Number) as [number, number, number];
      for (const heure of [0, 1, 2, 3, 8, 23]) {
        const attendu = new TZDate(annee, mois - 1, quantieme, heure, 30, 0, zone).getTime();
        if (instant(jour, heure * 3600 + 1800, zone).getTime() !== attendu)
          throw new Error(`${jour} ${heure} h, ${zone}`);
      }
    }
  }
});

describe("l'envoi d'un courrier", () => {
  it('immédiat : dès le début du jour, même un dimanche', () => {
    const depart = instantEnvoi(d('2025-06-22'), metropole, '2025-000001-01', 'immediat');
    expect(depart.toISOString()).toBe('2025-06-21T22:00:00.000Z');
  });
  it('fenêtre : entre 8 h et 18 h locales', () => {
    for (let n = 0; n < 500; n += 1) {
      const depart = instantEnvoi(d('2025-06-23'), { residence: 'guyane' }, `dossier-${n}`, 'fenetre');
      expect(depart >= new Date('2025-06-23T11:00:00Z')).toBe(true);
      expect(depart < new Date('2025-06-23T21:00:00Z')).toBe(true);
    }
  });
  it('fenêtre : étale les départs, toujours à la même seconde pour un même dossier', () => {
    const depart = (numero: string) => instantEnvoi(d('2025-06-23'), metropole, numero, 'fenetre').getTime();
    expect(depart('2025-1')).toBe(depart('2025-1'));
    const heures = Array.from({ length: 1000 }, (_, n) => new Date(depart(`2025-${n}`)).getUTCHours());
    for (let h = 6; h < 16; h += 1) expect(heures.filter((x) => x === h).length).toBeGreaterThan(50);
  });
  it('fenêtre : la seconde d’un dossier est celle que donne FNV-1a, d’une version de Jalon à l’autre', () => {
    // The published value for "foobar", 0xbf9cf968, is 7720 seconds past a multiple of ten hours.
    expect(instantEnvoi(d('2025-06-23'), metropole, 'foobar', 'fenetre').toISOString()).toBe(
      '2025-06-23T08:08:40.000Z',
    );
  });
  it("fenêtre : le jour du changement d'heure, un départ reste dans les heures locales", () => {
    const depart = instantEnvoi(d('2025-03-31'), metropole, 'x', 'fenetre');
    expect(depart >= new Date('2025-03-31T06:00:00Z')).toBe(true);
    expect(depart < new Date('2025-03-31T16:00:00Z')).toBe(true);
  });
  it('fenêtre : un samedi attend le lundi, sauf quand la loi dit le jour même', () => {
    const jourDe = (jourMeme: boolean) =>
      dateLocale(instantEnvoi(d('2025-06-21'), metropole, 'x', 'fenetre', { jourMeme }), 'Europe/Paris');
    expect([jourDe(false), jourDe(true)]).toEqual(['2025-06-23', '2025-06-21']);
  });
  it.each([
    ['dans la fenêtre, aussitôt', '2025-06-24T09:12:00.000Z', false, '2025-06-24T09:12:00.000Z'],
    ['la nuit, à l’ouverture', '2025-06-24T03:00:00.000Z', false, '2025-06-24T06:00:00.000Z'],
    ['à la fermeture, le lendemain', '2025-06-24T16:00:00.000Z', false, '2025-06-25T06:00:00.000Z'],
    ['le vendredi soir, le lundi', '2025-06-27T17:00:00.000Z', false, '2025-06-30T06:00:00.000Z'],
    [
      'le vendredi soir, le samedi si la loi dit le jour même',
      '2025-06-27T17:00:00.000Z',
      true,
      '2025-06-28T06:00:00.000Z',
    ],
    ['le dimanche, le lundi à l’ouverture', '2025-06-29T09:00:00.000Z', false, '2025-06-30T06:00:00.000Z'],
  ])('fenêtre : en retard, part %s', (_cas, maintenant, jourMeme, attendu) => {
    const auPlusTot = new Date(maintenant);
    const depart = instantEnvoi(d('2025-06-23'), metropole, 'x', 'fenetre', { jourMeme, auPlusTot });
    expect(depart.toISOString()).toBe(attendu);
  });
  it('immédiat : pas avant ce qui le retient', () => {
    const auPlusTot = new Date('2025-06-23T10:00:00.000Z');
    expect(instantEnvoi(d('2025-06-23'), metropole, 'x', 'immediat', { auPlusTot })).toEqual(auPlusTot);
    expect(instantEnvoi(d('2025-06-24'), metropole, 'x', 'immediat', { auPlusTot }).toISOString()).toBe(
      '2025-06-23T22:00:00.000Z',
    );
  });
  it('suit le fuseau où la personne se trouve, et le calendrier de sa résidence', () => {
    const depart = instantEnvoi(d('2026-05-27'), { residence: 'guadeloupe', fuseau: 'Europe/Paris' }, 'x', 'fenetre');
    expect(dateLocale(depart, 'Europe/Paris')).toBe('2026-05-28');
    expect(depart >= new Date('2026-05-28T06:00:00Z')).toBe(true);
    expect(depart < new Date('2026-05-28T16:00:00Z')).toBe(true);
  });
});

describe('après une interruption', () => {
  it.each([
    ['un mardi matin : le mercredi à 18 h', '2025-06-24T07:00:00.000Z', 'metropole', '2025-06-25T16:00:00.000Z'],
    ['un vendredi : le lundi', '2025-06-27T07:00:00.000Z', 'metropole', '2025-06-30T16:00:00.000Z'],
    ['la veille du 14 juillet : le 15', '2025-07-13T07:00:00.000Z', 'metropole', '2025-07-15T16:00:00.000Z'],
    ['à La Réunion, dans son heure', '2025-06-24T07:00:00.000Z', 'la-reunion', '2025-06-25T14:00:00.000Z'],
  ])('ce qui engage attend la fin du jour ouvré suivant, %s', (_cas, fin, residence, attendu) => {
    expect(finDeVeille(new Date(fin), residence).toISOString()).toBe(attendu);
  });
});
