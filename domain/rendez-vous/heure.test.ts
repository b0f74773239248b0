import type { DateCivile } from '../calendrier/dates';
import { heureEnClair, instantCivil, lireHeure, momentCivil, zoneRendezVous } from './heure';

it.each([
  ['9h', '09:00'],
  ['9 h 30', '09:30'],
  ['09:30', '09:30'],
  [' 14H05 ', '14:05'],
  ['0:00', '00:00'],
  ['23h59', '23:59'],
])('« %s » se lit %s', (texte, heure) => expect(lireHeure(texte)).toBe(heure));

it.each(['', '24h', '9', '9h60', '9h3', '09:30:00', 'midi', '-9h'])('« %s » n’est pas une heure', (texte) =>
  expect(lireHeure(texte)).toBeNull(),
);

it.each([
  ['2025-07-29', '09:30', 'Europe/Paris', '2025-07-29T07:30:00.000Z'],
  ['2025-12-29', '09:30', 'Europe/Paris', '2025-12-29T08:30:00.000Z'],
  ['2025-07-29', '09:30', 'Indian/Reunion', '2025-07-29T05:30:00.000Z'],
  ['2025-07-29', '21:30', 'America/Cayenne', '2025-07-30T00:30:00.000Z'],
])('%s à %s à %s, aller et retour', (jour, heure, zone, instant) => {
  expect(instantCivil(jour as DateCivile, heure, zone).toISOString()).toBe(instant);
  expect(momentCivil(instant, zone)).toEqual({ jour, heure });
});

it('une heure se dit à la française', () => {
  expect(['09:30', '14:00', '00:05'].map(heureEnClair)).toEqual(['9\u00a0h\u00a030', '14\u00a0h', '0\u00a0h\u00a005']);
});

it('sur place on lit l’horloge de l’agence, ailleurs la sienne', () => {
  const agence = { residence: 'guyane' };
  expect(zoneRendezVous('PRESENTIEL', 'metropole', agence)).toBe('America/Cayenne');
  expect(zoneRendezVous('VISIO', 'metropole', agence)).toBe('Europe/Paris');
  expect(zoneRendezVous('PRESENTIEL', 'martinique', {})).toBe('America/Martinique');
});
