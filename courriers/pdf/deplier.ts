import { inflateSync } from 'node:zlib';

/**
 * The PDF of a letter with the drawing of its pages in clear, and without the repertoire that `lettre.typ` draws first: bytes that letters of
 * one kind share, and that a compressed page would hide from the register. The rest is as Typst wrote it.
 * @throws when this is not how Typst writes a letter, which is a bug
 */
export function deplierPages(pdf: Buffer): Buffer {
  const texte = pdf.toString('latin1');
  const { places, debut: table } = lirePlaces(texte);
  const dessins = new Set([...texte.matchAll(/\/Contents (\d+) 0 R/g)].map((m) => Number(m[1])));
  const numeros = [...places.keys()].sort((a, b) => places.get(a)! - places.get(b)!);
  const morceaux = [pdf.subarray(0, places.get(numeros[0]!))];
  const deplaces = new Map<number, number>();
  let ecrits = morceaux[0]!.length;
  for (const [i, numero] of numeros.entries()) {
    const objet = pdf.subarray(places.get(numero), places.get(numeros[i + 1]!) ?? table);
    const morceau = dessins.has(numero) ? deplier(numero, objet) : objet;
    deplaces.set(numero, ecrits);
    morceaux.push(morceau);
    ecrits += morceau.length;
  }
  return Buffer.concat([...morceaux, Buffer.from(ecrireTable(texte.slice(table), deplaces, ecrits), 'latin1')]);
}

const ENTREE = /^(\d{10}) (\d{5}) n\r$/;

/** Where each object begins, by its number: the table at the end of the file (ISO 32000-1, 7.5.4), and where that one begins. */
function lirePlaces(texte: string): { places: Map<number, number>; debut: number } {
  const debut = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(texte)?.[1]);
  const lignes = texte.slice(debut).split('\n');
  if (lignes[0] !== 'xref') throw new Error('PDF sans table de ses objets');
  const places = new Map<number, number>();
  for (const [numero, ligne] of lignes.slice(2).entries()) {
    const place = ENTREE.exec(ligne)?.[1];
    if (place !== undefined) places.set(numero, Number(place));
    else if (ligne === 'trailer') break;
  }
  return { places, debut };
}

function ecrireTable(fin: string, places: ReadonlyMap<number, number>, debut: number): string {
  const lignes = fin.split('\n');
  for (const [numero, place] of places)
    lignes[numero + 2] = `${String(place).padStart(10, '0')}${lignes[numero + 2]!.slice(10)}`;
  return lignes.join('\n').replace(/startxref\n\d+/, `startxref\n${debut}`);
}

const COMPRIME = /^\d+ 0 obj\n<<\n\s*\/Length (\d+)\n\s*\/Filter \/FlateDecode\n>>\nstream\n/;
const TETE_MAX = 200;

function deplier(numero: number, objet: Buffer): Buffer {
  const tete = COMPRIME.exec(objet.toString('latin1', 0, TETE_MAX));
  if (!tete) throw new Error(`PDF dont la page ${numero} n’est pas comprimée`);
  const debut = tete[0].length;
  const comprime = objet.subarray(debut, debut + Number(tete[1]));
  const contenu = enClair(sansFond(inflateSync(comprime).toString('latin1')));
  return Buffer.concat([
    Buffer.from(`${numero} 0 obj\n<<\n  /Length ${contenu.length}\n>>\nstream\n${contenu}`, 'latin1'),
    objet.subarray(debut + comprime.length),
  ]);
}

/** How Typst begins the background of a page. */
const FOND = '/Artifact <<\n  /Type /Page\n>> BDC\n';
const BALISE = /\b(?:BDC|BMC|EMC)\n/g;

/** A page without its background: on the first, the repertoire; on the others, nothing. */
function sansFond(contenu: string): string {
  let reste = contenu;
  while (reste.startsWith(FOND)) {
    let ouvertes = 0;
    let fin = 0;
    for (const balise of reste.matchAll(BALISE)) {
      ouvertes += balise[0] === 'EMC\n' ? -1 : 1;
      fin = balise.index + balise[0].length;
      if (ouvertes === 0) break;
    }
    if (ouvertes > 0) throw new Error('PDF dont le fond d’une page n’a pas de fin');
    reste = reste.slice(fin);
  }
  if (reste === contenu) throw new Error('PDF sans le répertoire que ses polices doivent tenir');
  return reste;
}

/** What a string may hold as it is (ISO 32000-1, 7.3.4.2): all but the signs of a string itself, and ends of lines, which readers change. */
const A_ECHAPPER = new Set('()\\\r\n');
const ECHAPPE = /\\(?:[0-7]{3}|[\s\S])/g;
/** What escapes say, of the signs that need none: a letter has thousands of them. */
const CLAIRS = new Map<string, string>(
  [
    ...Array.from(
      { length: 256 },
      (_, code) => [`\\${code.toString(8).padStart(3, '0')}`, String.fromCharCode(code)] as const,
    ),
    ...([
      ['\\t', '\t'],
      ['\\b', '\b'],
      ['\\f', '\f'],
    ] as const),
  ].filter(([, signe]) => !A_ECHAPPER.has(signe)),
);

/** The same strings with their glyphs in two bytes, not eight. */
const enClair = (contenu: string): string => contenu.replace(ECHAPPE, (ecrit) => CLAIRS.get(ecrit) ?? ecrit);
