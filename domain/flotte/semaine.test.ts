import { dateCivile } from '../calendrier/dates';
import { bornesSemaine, dernierJourLaisse, momentDe } from './semaine';

const moment = (jour: string, le: string | null) =>
  momentDe(le === null ? null : dateCivile(le), bornesSemaine(dateCivile(jour)));

it.each([
  ['2025-07-09', 'EN_RETARD'],
  ['2025-07-10', 'AUJOURDHUI'],
  [null, 'AUJOURDHUI'],
  ['2025-07-11', 'CETTE_SEMAINE'],
  ['2025-07-13', 'CETTE_SEMAINE'],
  ['2025-07-14', 'SEMAINE_PROCHAINE'],
  ['2025-07-20', 'SEMAINE_PROCHAINE'],
  ['2025-07-21', 'PLUS_TARD'],
])('vu du jeudi 10 juillet 2025, le %s est %s', (le, attendu) => expect(moment('2025-07-10', le)).toBe(attendu));

it('le dimanche, demain est déjà la semaine prochaine', () => {
  expect(moment('2025-07-13', '2025-07-14')).toBe('SEMAINE_PROCHAINE');
});

it.each([
  ['2025-07-10', '2025-07-07'],
  ['2025-07-14', '2025-07-09'],
  ['2025-07-15', '2025-07-09'],
])('le %s, ce qui était à faire le %s est laissé depuis trois jours ouvrés', (jour, dernier) => {
  expect(dernierJourLaisse(dateCivile(jour), 'metropole')).toBe(dernier);
});
