import { compte, enMots, rangEnMots } from './nombres';

it('un petit nombre s’écrit en lettres, les autres en chiffres', () => {
  expect([0, 4, 16, 17, 30, 35, 310].map(enMots)).toEqual(['zéro', 'quatre', 'seize', '17', 'trente', '35', '310']);
});
it('l’unité s’accorde', () => {
  expect([compte(1, 'jour'), compte(30, 'jour'), compte(1, 'mois'), compte(4, 'mois')]).toEqual([
    'un jour',
    'trente jours',
    'un mois',
    'quatre mois',
  ]);
});
it('un rang s’écrit en lettres', () => {
  expect([1, 2, 4, 5, 9, 11, 17].map(rangEnMots)).toEqual([
    'premier',
    'deuxième',
    'quatrième',
    'cinquième',
    'neuvième',
    'onzième',
    '17e',
  ]);
});
