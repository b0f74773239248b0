import { limitePassee, MOTIF_MAX, motifTropLong, tropLong } from './limite';

it('une limite passée se dit avec ce qui a été donné', () => {
  expect([limitePassee(500, 612), limitePassee(20, 21, 'actions')]).toEqual([
    '500 caractères au plus, 612 ici',
    '20 actions au plus, 21 ici',
  ]);
});

it('à la limite, un texte n’est pas trop long', () => {
  expect([tropLong('abc', 3), tropLong('abcd', 3)]).toEqual([null, '3 caractères au plus, 4 ici']);
});

it('un motif a cinq cents caractères au plus', () => {
  expect([motifTropLong('m'.repeat(MOTIF_MAX)), motifTropLong('m'.repeat(MOTIF_MAX + 1))]).toEqual([
    null,
    'Le motif est trop long : 500 caractères au plus, 501 ici.',
  ]);
});
