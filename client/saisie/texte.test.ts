import { encode } from 'iconv-lite';
import { lireTexte } from './texte';

const lire = (octets: Uint8Array) => lireTexte(octets);
const LIGNES = 'prénom;nom;où\nLoïc;Le Cœur;4 allée de l’Étang – lot 2\nHélène;Crépey;« À côté »\nÉLOÏSE;ŒUVRARD;\n';
const windows = (texte: string) => texte.replaceAll('\n', '\r\n');

it.each([
  ['UTF-8', Buffer.from(windows(LIGNES))],
  ['UTF-8', Buffer.from(`\ufeff${windows(LIGNES)}`)],
  ['UTF-16', Buffer.from(`\ufeff${windows(LIGNES)}`, 'utf16le')],
  ['UTF-16', Buffer.from(windows(LIGNES), 'utf16le')],
  ['UTF-16', Buffer.from(`\ufeff${windows(LIGNES)}`, 'utf16le').swap16()],
  ['UTF-16', Buffer.from(windows(LIGNES), 'utf16le').swap16()],
  ['Windows-1252', encode(windows(LIGNES), 'win1252')],
  ['Macintosh', encode(LIGNES.replaceAll('\n', '\r'), 'macintosh')],
])('lit les accents en %s', (codage, octets) => expect(lire(octets)).toEqual({ texte: LIGNES, codage }));

it('un seul accent suffit à reconnaître le codage', () => {
  for (const nom of [
    'Hélène',
    'Maëlle',
    'Vœu',
    'Loïc',
    'François',
    'l’été',
    'Benoît',
    'Zoé',
    'Noël',
    'À côté',
    'ÉLOÏSE',
  ])
    for (const [codage, nomCodage] of [
      ['win1252', 'Windows-1252'],
      ['macintosh', 'Macintosh'],
    ] as const)
      expect([nom, lire(encode(`nom;ville\n${nom};Lille\n`, codage))]).toEqual([
        nom,
        { texte: `nom;ville\n${nom};Lille\n`, codage: nomCodage },
      ]);
});

it('un caractère nul au milieu d’un texte ne le fait pas prendre pour de l’UTF-16', () => {
  expect(lire(Buffer.from('nom\nMi\u0000lieu\n'))).toEqual({ codage: 'UTF-8', texte: 'nom\nMilieu\n' });
});

it('un classeur sous un nom de CSV est nommé', () => {
  for (const octets of [Buffer.from('PK\u0003\u0004reste'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])])
    expect(lire(octets)).toMatchObject({ code: 'FICHIER_CLASSEUR' });
});
