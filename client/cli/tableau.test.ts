import { plier, tableau } from './tableau';

it('tient dans la largeur demandée sans rien perdre', () => {
  const texte = tableau(
    [{ titre: 'Date' }, { titre: 'Motif' }],
    [['24/03/2025', 'Une phrase assez longue pour ne pas tenir sur une seule ligne de ce tableau étroit']],
    40,
  );
  const lignes = texte.split('\n');
  expect(Math.max(...lignes.map((l) => l.length))).toBeLessThanOrEqual(40);
  expect(texte.replace(/\s+/g, ' ')).toContain('ne pas tenir sur une seule ligne');
  expect(lignes[0]).toMatch(/^Date +Motif$/);
});

it('cale les nombres à droite', () => {
  expect(tableau([{ titre: 'Nombre', droite: true }], [['7']]).split('\n')[2]).toBe('     7');
});

it('coupe un mot plus long que la colonne', () => {
  expect(plier('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
});
