import { encode } from 'iconv-lite';
import { douter } from './doutes';

const NOMS = [
  'Hélène',
  'Crépey',
  'Loïc Le Cœur',
  'l’Étang',
  'Łukasz',
  'Đạt',
  'Straße',
  '12 € – lot 3',
  'François Ñuñez',
];

it.each(NOMS)('%s est un nom comme un autre', (nom) => expect(douter(nom)).toBeNull());

it.each(['« À côté »', 'voilà\u00a0»', 'Olena Коваль', '李小龙', 'Ã', 'Âge', 'Jo’É', ''])('%j aussi', (nom) =>
  expect(douter(nom)).toBeNull(),
);

it.each(NOMS)('%s écrit en UTF-8 et lu en Windows-1252 se répare exactement', (nom) => {
  const lu = new TextDecoder('latin1').decode(Buffer.from(nom));
  const exact = [...Buffer.from(nom)]
    .map((octet) => (octet >= 0x80 && octet < 0xa0 ? enWindows(octet) : String.fromCharCode(octet)))
    .join('');
  expect(lu.length).toBe(exact.length);
  expect(douter(exact)).toEqual({ pourquoi: `il a été lu deux fois, c’était sans doute « ${nom} »`, repare: nom });
});

/** Windows-1252 leaves five bytes unused: readers keep them as they are. */
function enWindows(octet: number): string {
  for (let code = 0x100; code < 0x2200; code += 1) {
    const lettre = String.fromCharCode(code);
    const [lu] = encode(lettre, 'win1252');
    if (lu === octet) return lettre;
  }
  return String.fromCharCode(octet);
}

it.each(['Le C\u009cur', 'H\ufffdl\ufffdne', 'a\ud83d'])('%j a perdu des caractères', (nom) => {
  expect(douter(nom)).toMatchObject({ pourquoi: expect.stringContaining('perdus au décodage'), repare: null });
});
