import { dateCivile as d, FIN_DES_TEMPS, ORIGINE } from './dates';
import { ajouterJoursOuvres, estOuvre, ouvrePrecedentOuEgal, ouvreSuivantOuEgal } from './jours-ouvres';

it.each([
  ['2025-05-02', 'metropole', true],
  ['2025-05-01', 'metropole', false],
  ['2025-05-03', 'metropole', false],
  ['2025-05-04', 'metropole', false],
  ['2025-12-26', 'metropole', true],
  ['2025-12-26', 'alsace-moselle', false],
])('%s en %s : ouvré %p', (date, residence, attendu) => {
  expect(estOuvre(d(date), residence)).toBe(attendu);
});

it('un jour ouvré reste où il est', () => {
  expect(ouvrePrecedentOuEgal(d('2025-05-02'), 'metropole')).toBe('2025-05-02');
  expect(ouvreSuivantOuEgal(d('2025-05-02'), 'metropole')).toBe('2025-05-02');
});
it('un samedi recule au vendredi et avance au lundi', () => {
  expect(ouvrePrecedentOuEgal(d('2025-06-21'), 'metropole')).toBe('2025-06-20');
  expect(ouvreSuivantOuEgal(d('2025-06-21'), 'metropole')).toBe('2025-06-23');
});
it('le 27 mai est férié en Guadeloupe seulement (P05)', () => {
  expect(ouvrePrecedentOuEgal(d('2026-05-27'), 'guadeloupe')).toBe('2026-05-26');
  expect(ouvrePrecedentOuEgal(d('2026-05-27'), 'martinique')).toBe('2026-05-27');
});
it('le vendredi saint et le lundi de Pâques encadrent quatre jours chômés en Alsace', () => {
  expect(ouvreSuivantOuEgal(d('2025-04-18'), 'alsace-moselle')).toBe('2025-04-22');
  expect(ouvrePrecedentOuEgal(d('2025-04-21'), 'alsace-moselle')).toBe('2025-04-17');
});
it('compte des jours ouvrés dans les deux sens sans compter le départ', () => {
  expect(ajouterJoursOuvres(d('2025-04-30'), 2, 'metropole')).toBe('2025-05-05');
  expect(ajouterJoursOuvres(d('2025-05-05'), -2, 'metropole')).toBe('2025-04-30');
  expect(ajouterJoursOuvres(d('2025-05-03'), 1, 'metropole')).toBe('2025-05-05');
  expect(ajouterJoursOuvres(d('2025-05-03'), 0, 'metropole')).toBe('2025-05-03');
});
it("s'arrête aux bornes du calendrier", () => {
  expect(ouvrePrecedentOuEgal(ORIGINE, 'metropole')).toBe(ORIGINE);
  expect(ouvreSuivantOuEgal(FIN_DES_TEMPS, 'metropole')).toBe(FIN_DES_TEMPS);
});
