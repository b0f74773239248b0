import { lireTextes } from './texte-recu';

const code = (valeur: unknown) => {
  const lu = lireTextes(valeur);
  return lu.ok ? null : lu.code;
};

describe('textes reçus', () => {
  it('sont rendus sous leur forme canonique, les fins de ligne unifiées', () => {
    const lu = lireTextes({ auteur: 'Le\u0301a', motif: 'une\r\nligne\rou\tdeux', n: 3, oui: true, rien: null });
    expect(lu).toEqual({
      ok: true,
      valeur: { auteur: 'Léa', motif: 'une\nligne\nou\tdeux', n: 3, oui: true, rien: null },
    });
  });

  it('un caractère de contrôle ou une moitié de caractère est refusé, où qu’il soit', () => {
    for (const texte of ['\u0000', 'a\u0007', '\u0085', 'x\ud83d', '\udc00'])
      for (const contenu of [
        { motif: texte },
        { evenement: { contratId: texte } },
        { champs: { [texte]: 1 } },
        [texte],
      ])
        expect([texte, code(contenu)]).toEqual([texte, 'CARACTERE_INTERDIT']);
  });

  it('seul un texte libre court sur plusieurs lignes', () => {
    expect(code({ motif: 'a\nb' })).toBeNull();
    expect(code({ auteur: 'a\nb' })).toBe('CARACTERE_INTERDIT');
    expect(code({ evenement: { contratId: 'a\tb' } })).toBe('CARACTERE_INTERDIT');
  });

  it('un émoji est un caractère comme un autre', () => {
    expect(code({ motif: 'merci 🙂' })).toBeNull();
  });

  it('un texte sans fin et des objets sans fond sont refusés', () => {
    expect(code({ motif: 'x'.repeat(2_001) })).toBe('TEXTE_TROP_LONG');
    let puits: unknown = 'x';
    for (let i = 0; i < 5_000; i += 1) puits = [puits];
    expect(code(puits)).toBe('MESSAGE_ILLISIBLE');
  });

  it('un champ nommé __proto__ reste un champ', () => {
    const lu = lireTextes(JSON.parse('{"__proto__": {"a": 1}}'));
    expect(lu.ok && Object.keys(lu.valeur as object)).toEqual(['__proto__']);
  });
});
