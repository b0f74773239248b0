import { enLignes, nettoyer, porteInterdit, surUneLigne } from '.';

it.each([
  ['Le\u200bCœur\ufeff', 'LeCœur'],
  ['\u202eÉva\u202c', 'Éva'],
  ['Ré\u00admy', 'Rémy'],
  ['E\u0301va', 'Éva'],
  ['Bât. B\u000b12 rue\u2028des Lilas\r\n', 'Bât. B 12 rue des Lilas'],
  ['12\true', '12 rue'],
  ['a \n\n b', 'a b'],
])('%j se garde sur une ligne comme %j', (lu, garde) => expect(surUneLigne(lu)).toBe(garde));

it('ce que laisse un mauvais décodage n’est pas caché, ni ce qui sera refusé', () => {
  expect(nettoyer('C\u009cur \ufffd')).toBe('C\u009cur \ufffd');
  expect(nettoyer('Mi\u0000lieu')).toBe('Mi\u0000lieu');
  expect(['Mi\u0000lieu', 'C\u009cur', 'x\ud83d', 'Éva 🙂'].map(porteInterdit)).toEqual([true, true, true, false]);
});

it('les lignes d’une adresse se séparent par « | » ou par un retour à la ligne', () => {
  expect(enLignes('Bâtiment B\r\n12 rue des Lilas | | Porte 3\n\n')).toEqual([
    'Bâtiment B',
    '12 rue des Lilas',
    'Porte 3',
  ]);
});
