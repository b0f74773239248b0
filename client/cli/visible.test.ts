import { tableau } from './tableau';
import { visible } from './visible';

it.each([
  ['Mi\u0000lieu', 'Mi␀lieu'],
  ['\u001b[31mrouge', '␛[31mrouge'],
  ['C\u009cur', 'C␚ur'],
  ['a\u007fb\tc\rd', 'a␡b␉c␍d'],
  ['deux\nlignes, Éloïse', 'deux\nlignes, Éloïse'],
])('%j se montre %j', (texte, montre) => expect(visible(texte)).toBe(montre));

it('un tableau ne cache aucun caractère de contrôle, et garde ses colonnes', () => {
  const lignes = tableau([{ titre: 'Nom' }, { titre: 'Ville' }], [['C\u009cur\u001b[2K', 'Lille']]).split('\n');
  expect(lignes[2]).toBe('C␚ur␛[2K  Lille');
});
