import { estIdentifiant } from './identifiant';

describe('identifiant d’un message', () => {
  it.each(['accord', 'a', 'x'.repeat(100), 'réponse-1', '0b6f7b1e-2f0f-4a53-9d0b-7c1b6a3c9a11'])(
    '« %s » convient',
    (id) => {
      expect(estIdentifiant(id)).toBe(true);
    },
  );

  it.each([
    ['absent', undefined],
    ['vide', ''],
    ['blanc', '  '],
    ['un nombre', 12],
    ['trop long', 'x'.repeat(101)],
    ['avec un caractère nul', 'a\u0000b'],
    ['sur deux lignes', 'a\nb'],
    ['une moitié de caractère', 'a\ud800'],
    ['décomposé', 'e\u0301'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['toString', 'toString'],
    ['hasOwnProperty', 'hasOwnProperty'],
  ])('%s : refusé', (_nom, id) => {
    expect(estIdentifiant(id)).toBe(false);
  });
});
