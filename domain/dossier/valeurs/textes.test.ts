import { codeDeFaute, lireTextes } from '.';

const fautes = (valeur: unknown) => lireTextes(valeur, 2_000).fautes.map(codeDeFaute);

describe('textes reçus', () => {
  it('sont rendus sous leur forme canonique, les fins de ligne unifiées', () => {
    const brut = { auteur: ' Le\u0301a\u200b', motif: 'une\r\nligne\rou\tdeux', n: 3, oui: true, rien: null };
    expect(lireTextes(brut)).toEqual({
      valeur: { auteur: 'Léa', motif: 'une\nligne\nou deux', n: 3, oui: true, rien: null },
      fautes: [],
    });
  });

  it('un caractère de contrôle ou une moitié de caractère est refusé, où qu’il soit, et son champ nommé', () => {
    for (const texte of ['\u0000', 'a\u0007', '\u0085', 'x\ud83d', '\udc00']) {
      expect(fautes({ motif: texte })).toEqual(['CARACTERE_INTERDIT:motif']);
      expect(fautes({ evenement: { contratId: texte } })).toEqual(['CARACTERE_INTERDIT:evenement.contratId']);
      expect(fautes({ champs: { [texte]: 1 } })).toEqual(['CARACTERE_INTERDIT']);
      expect(fautes({ lignes: ['ici', texte] })).toEqual(['CARACTERE_INTERDIT:lignes']);
      expect(fautes([texte])).toEqual(['CARACTERE_INTERDIT']);
    }
  });

  it('ce qui est refusé reste comme il est venu, pour être montré', () => {
    expect(lireTextes({ motif: ' a\u0000' }).valeur).toEqual({ motif: ' a\u0000' });
  });

  it('seul un texte libre court sur plusieurs lignes', () => {
    const brut = { motif: 'a\nb', auteur: 'a\nb', evenement: { contratId: 'a\tb' } };
    expect(lireTextes(brut).valeur).toEqual({ motif: 'a\nb', auteur: 'a b', evenement: { contratId: 'a b' } });
  });

  it('un émoji est un caractère comme un autre', () => {
    expect(fautes({ motif: 'merci 🙂' })).toEqual([]);
  });

  it('un texte sans fin et des objets sans fond sont refusés', () => {
    expect(fautes({ motif: 'x'.repeat(2_001) })).toEqual(['TEXTE_TROP_LONG:motif']);
    let [puits, gouffre]: unknown[] = ['x', 'x'];
    for (let i = 0; i < 5_000; i += 1) [puits, gouffre] = [[puits], { a: gouffre }];
    expect([fautes(puits), fautes(gouffre)]).toEqual([['MESSAGE_ILLISIBLE'], ['MESSAGE_ILLISIBLE']]);
  });

  it('dix niveaux se lisent, pas onze', () => {
    const imbriquer = (fois: number): object => (fois === 0 ? {} : { a: imbriquer(fois - 1) });
    expect([fautes(imbriquer(10)), fautes(imbriquer(11))]).toEqual([[], ['MESSAGE_ILLISIBLE']]);
  });

  it('un nom de champ se nettoie comme le reste ; illisible, il reste comme il est venu et ne nomme rien', () => {
    expect(lireTextes({ ' mo\u200btif': ' a' }).valeur).toEqual({ motif: 'a' });
    expect(lireTextes({ ' a\u0000': 1 }).valeur).toEqual({ ' a\u0000': 1 });
    expect(fautes({ '\u0000': '\u0007' })).toEqual(['CARACTERE_INTERDIT', 'CARACTERE_INTERDIT']);
  });

  it('une liste dans une liste n’a pas de nom', () => {
    expect(fautes([['\u0000']])).toEqual(['CARACTERE_INTERDIT']);
    expect(lireTextes({ lignes: ['a\nb', ['a\nb']] }).valeur).toEqual({ lignes: ['a\nb', ['a b']] });
  });

  it('un texte seul court sur une ligne', () => {
    expect(lireTextes(' a\nb ').valeur).toBe('a b');
  });

  it('un champ nommé __proto__ reste un champ', () => {
    expect(Object.keys(lireTextes(JSON.parse('{"__proto__": {"a": 1}}')).valeur as object)).toEqual(['__proto__']);
  });
});
