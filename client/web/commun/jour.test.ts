import { avecUnSeulJour } from './jour';

const envoye = (tape: string, choisi: string, montre = '') =>
  avecUnSeulJour({ le: tape, 'calendrier:le': choisi, '_montre:le': montre, autre: 'x' });

it.each([
  ['tapé seul', '1/12/26', '', '', '1/12/26'],
  ['pris au calendrier seul', '', '2026-12-01', '', '2026-12-01'],
  ['donné deux fois de même', '1/12/26', '2026-12-01', '', '1/12/26'],
  ['laissé tel qu’il était montré', '01/12/2026', '2026-12-01', '01/12/2026', '01/12/2026'],
  ['retapé', '2/12/26', '2026-12-01', '01/12/2026', '2/12/26'],
  ['repris au calendrier', '01/12/2026', '2026-12-02', '01/12/2026', '2026-12-02'],
  ['effacé', '', '2026-12-01', '01/12/2026', ''],
  ['effacé au calendrier seulement', '01/12/2026', '', '01/12/2026', '01/12/2026'],
  ['tapé de travers, puis pris au calendrier', '31/02/26', '2026-03-02', '31/02/26', '2026-03-02'],
  ['donné deux fois autrement', '1/12/26', '2026-12-02', '', '1/12/26 ou 02/12/2026'],
  ['changé des deux côtés', '3/12/26', '2026-12-02', '01/12/2026', '3/12/26 ou 02/12/2026'],
  ['forgé', '1/12/26', 'demain', '', '1/12/26 ou demain'],
])('un jour %s se lit une fois', (_, tape, choisi, montre, lu) => {
  expect(envoye(tape, choisi, montre)).toEqual({ le: lu, autre: 'x' });
});

it('un jour que le navigateur n’a pas de calendrier pour donner se lit tel quel', () => {
  expect(avecUnSeulJour({ le: '1/12/26' })).toEqual({ le: '1/12/26' });
});
