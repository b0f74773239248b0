import { phraseDeFaute } from './phrase-de-faute';

it('un texte trop long dit sa limite et sa longueur, avec son champ quand il en a un', () => {
  const faute = { code: 'TEXTE_TROP_LONG', limite: '500 caractères au plus, 612 ici' } as const;
  expect([phraseDeFaute({ ...faute, champ: 'motif' }), phraseDeFaute({ ...faute, champ: '' })]).toEqual([
    'Le champ « motif » est trop long : 500 caractères au plus, 612 ici.',
    'Un texte est trop long : 500 caractères au plus, 612 ici.',
  ]);
});

it('une autre faute a la phrase de son code, qui nomme le champ', () => {
  expect(phraseDeFaute({ code: 'CARACTERE_INTERDIT', champ: 'motif' })).toMatch(/^Le champ « motif » contient/);
  expect(phraseDeFaute({ code: 'MESSAGE_ILLISIBLE', champ: '' })).toMatch(/\.$/);
});
