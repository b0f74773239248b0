import { brut, courriel, de, fort, propre, t, telephone, typographie } from './texte';

describe('typographie', () => {
  it('met une espace fine insécable devant la ponctuation haute et dans les guillemets', () => {
    expect(typographie("Qui ? Moi ; lui : « l'autre » !")).toBe(
      'Qui\u202f? Moi\u202f; lui\u00a0: «\u202fl’autre\u202f»\u202f!',
    );
  });

  it('garde le nombre avec son unité, l’heure entière', () => {
    expect(typographie('21 jours, 12 mois, 75 %, 8 h 30, n° 3')).toBe(
      '21\u00a0jours, 12\u00a0mois, 75\u00a0%, 8\u00a0h\u00a030, n°\u00a03',
    );
  });
});

describe('propre', () => {
  it.each([
    ['Durand\r\nBcc: tous@example.org', 'Durand Bcc: tous@example.org'],
    ['a\u2028b\u0085c', 'a b c'],
    ['\u202enimda\u202c', 'nimda'],
    ['Zo\u0065\u0301', 'Zoé'],
    ['a\u0000b\u200bc\ufeff', 'abc'],
    ['\ud800seule', 'seule'],
    ['  deux   espaces ', 'deux espaces'],
    ['👩‍🚀 <b>', '👩‍🚀 <b>'],
  ])('%j devient %j', (avant, apres) => {
    expect(propre(avant)).toBe(apres);
  });
});

describe('t', () => {
  it('ne touche pas aux valeurs', () => {
    expect(brut(t`Bonjour ${"O'Neil ; Cie"} !`)).toBe("Bonjour O'Neil ; Cie\u202f!");
  });

  it('ne sépare pas un nombre de ce qui le suit', () => {
    expect(brut(t`il reste ${7} jours`)).toBe('il reste 7\u00a0jours');
  });

  it('met en avant et relie', () => {
    expect(t`${fort('lundi')} au ${telephone('04 65 71 00 12')}`).toEqual([
      { texte: 'lundi', fort: true },
      { texte: ' au ' },
      { texte: '04\u00a065\u00a071\u00a000\u00a012', lien: 'tel:0465710012' },
    ]);
  });

  it('une adresse ne peut pas ajouter de champ au lien', () => {
    expect(courriel('a?bcc=b@example.org').lien).toBe('mailto:a%3Fbcc%3Db@example.org');
  });
});

it.each([
  ['Claire', 'de Claire'],
  ['Odile', 'd’Odile'],
  ['Élise', 'd’Élise'],
  ['Hélène', 'd’Hélène'],
  ['Yves', 'd’Yves'],
  ['Yasmine', 'de Yasmine'],
  ['', 'de '],
])('de(%j) : %s', (nom, attendu) => {
  expect(de(nom)).toBe(attendu);
});
