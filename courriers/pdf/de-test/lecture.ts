import { inflateSync } from 'node:zlib';

/** A run of text as it stands on a page; millimetres from the top left corner. */
export interface Trace {
  page: number;
  texte: string;
  gauche: number;
  droite: number;
  /** Baseline. */
  ligne: number;
  /** Points. */
  corps: number;
  /** A clip hides part of it; what a clip hides whole is not a trace. */
  coupe: boolean;
}

/** What a clip lets through, in points of the page; its origin is at the bottom. */
interface Clip {
  gauche: number;
  droite: number;
  bas: number;
  haut: number;
}

const PAGE: Clip = { gauche: 0, droite: Number.POSITIVE_INFINITY, bas: 0, haut: Number.POSITIVE_INFINITY };

interface Police {
  largeur: (glyphe: number) => number;
  signe: (glyphe: number) => string;
}

const MM = 25.4 / 72;
const HAUTEUR = 297;

/** Objects of a PDF as Typst writes them, each with its text and its stream, if any. */
class Objets {
  private readonly octets: Buffer;
  private readonly places = new Map<number, number>();

  constructor(pdf: Uint8Array) {
    this.octets = Buffer.from(pdf);
    for (const m of this.octets.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n/g))
      this.places.set(Number(m[1]), m.index);
  }

  get numeros(): number[] {
    return [...this.places.keys()];
  }

  texte(numero: number): string {
    const debut = this.places.get(numero) ?? 0;
    return this.octets.toString('latin1', debut, this.octets.indexOf('endobj', debut));
  }

  /** Content of a stream. */
  flux(numero: number): string {
    const debut = this.octets.indexOf('stream\n', this.places.get(numero)) + 7;
    const brut = this.octets.subarray(debut, this.octets.indexOf('\nendstream', debut));
    return (this.texte(numero).includes('/FlateDecode') ? inflateSync(brut) : brut).toString('latin1');
  }

  /** Object that an entry refers to. */
  renvoi(texte: string, cle: string): number {
    return Number(new RegExp(`/${cle} \\[?\\s*(\\d+) 0 R`).exec(texte)?.[1]);
  }
}

function largeurs(w: string): Map<number, number> {
  const jetons = w.match(/\d+(?:\.\d+)?|\[|\]/g) ?? [];
  const table = new Map<number, number>();
  for (let i = 0; i < jetons.length; ) {
    const premier = Number(jetons[i]);
    if (jetons[i + 1] === '[') {
      let g = premier;
      for (i += 2; jetons[i] !== ']'; i += 1) table.set(g++, Number(jetons[i]));
      i += 1;
    } else {
      for (let g = premier; g <= Number(jetons[i + 1]); g += 1) table.set(g, Number(jetons[i + 2]));
      i += 3;
    }
  }
  return table;
}

const hexadecimal = (h: string): string => Buffer.from(h, 'hex').swap16().toString('utf16le');

function signes(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, bloc] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, g, u] of bloc!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      table.set(Number.parseInt(g!, 16), hexadecimal(u!));
  return table;
}

function police(objets: Objets, numero: number): Police {
  const type0 = objets.texte(numero);
  const cid = objets.texte(objets.renvoi(type0, 'DescendantFonts'));
  const w = largeurs(/\/W \[([\s\S]*)\]/.exec(cid)?.[1] ?? '');
  const u = signes(objets.flux(objets.renvoi(type0, 'ToUnicode')));
  return { largeur: (g) => w.get(g) ?? 0, signe: (g) => u.get(g) ?? '\ufffd' };
}

const JETON = /<<|>>|<[0-9A-Fa-f]*>|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/y;

/** End of the string that begins at `debut`: parentheses that balance need no escape. */
function finChaine(contenu: string, debut: number): number {
  for (let [i, ouvertes] = [debut, 0]; i < contenu.length; i += 1) {
    if (contenu[i] === '\\') i += 1;
    else if (contenu[i] === '(') ouvertes += 1;
    else if (contenu[i] === ')' && --ouvertes === 0) return i + 1;
  }
  throw new Error('Chaîne sans fin dans ce PDF');
}

function* jetons(contenu: string): Generator<string> {
  for (let i = 0; i < contenu.length; ) {
    if (/\s/.test(contenu[i]!)) {
      i += 1;
      continue;
    }
    JETON.lastIndex = i;
    const fin = contenu[i] === '(' ? finChaine(contenu, i) : i + (JETON.exec(contenu)?.[0].length ?? 1);
    yield contenu.slice(i, fin);
    i = fin;
  }
}

const ECHAPPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Glyphs of a string of a content stream: two bytes each. */
function glyphes(jeton: string): number[] {
  const octets = Buffer.from(
    jeton.startsWith('<')
      ? Buffer.from(jeton.slice(1, -1), 'hex').toString('latin1')
      : jeton
          .slice(1, -1)
          .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, e: string) =>
            /^[0-7]/.test(e) ? String.fromCharCode(Number.parseInt(e, 8)) : (ECHAPPES[e] ?? e),
          ),
    'latin1',
  );
  return Array.from({ length: octets.length >> 1 }, (_, i) => octets.readUInt16BE(2 * i));
}

/** Every run of text of a PDF that Typst wrote, where it stands: translations and flips are all it uses. */
export function tracer(pdf: Uint8Array): Trace[] {
  const objets = new Objets(pdf);
  const pages = objets.numeros.filter((n) => /\/Type \/Page\b(?!s)/.test(objets.texte(n)));
  return pages.flatMap((n, i) => tracerPage(objets, objets.texte(n), i + 1));
}

function tracerPage(objets: Objets, page: string, numero: number): Trace[] {
  const ressources = page + objets.texte(objets.renvoi(page, 'Resources'));
  const polices = new Map(
    [...ressources.matchAll(/\/(f\d+) (\d+) 0 R/g)].map((m) => [m[1]!, police(objets, Number(m[2]))] as const),
  );
  const traces: Trace[] = [];
  const pile: { x: number; y: number; clip: Clip }[] = [];
  let [x, y, tx, corps] = [0, 0, 0, 0];
  let clip = PAGE;
  let chemin: { x: number; y: number }[] = [];
  let active: Police | undefined;
  let operandes: string[] = [];
  const nombre = (deLaFin: number) => Number(operandes[operandes.length - deLaFin]);
  const ecrire = (morceaux: string[]) => {
    let [avance, texte] = [0, ''];
    for (const m of morceaux) {
      if (!/^[(<]/.test(m)) avance -= Number(m);
      else
        for (const g of glyphes(m)) {
          avance += active!.largeur(g);
          texte += active!.signe(g);
        }
    }
    const gauche = x + tx;
    const droite = gauche + (avance / 1000) * corps;
    if (gauche >= clip.droite || droite <= clip.gauche || y >= clip.haut || y + corps / 2 <= clip.bas) return;
    traces.push({
      page: numero,
      texte,
      gauche: Math.max(gauche, clip.gauche) * MM,
      droite: Math.min(droite, clip.droite) * MM,
      ligne: HAUTEUR - y * MM,
      corps,
      coupe: gauche < clip.gauche || droite > clip.droite || y < clip.bas,
    });
  };
  const rogner = () => {
    const [xs, ys] = [chemin.map((p) => p.x), chemin.map((p) => p.y)];
    clip = {
      gauche: Math.max(clip.gauche, Math.min(...xs)),
      droite: Math.min(clip.droite, Math.max(...xs)),
      bas: Math.max(clip.bas, Math.min(...ys)),
      haut: Math.min(clip.haut, Math.max(...ys)),
    };
  };
  for (const jeton of jetons(objets.flux(objets.renvoi(page, 'Contents')))) {
    if (!/^[A-Za-z']/.test(jeton)) {
      operandes.push(jeton);
      continue;
    }
    if (jeton === 'q') pile.push({ x, y, clip });
    else if (jeton === 'Q') ({ x, y, clip } = pile.pop()!);
    else if (jeton === 'm' || jeton === 'l') chemin.push({ x: x + nombre(2), y: y + nombre(1) });
    else if (jeton === 'W') rogner();
    else if (/^(?:[nsSfFbB])\*?$/.test(jeton)) chemin = [];
    else if (jeton === 'cm') [x, y] = [x + nombre(2), y + nombre(1)];
    else if (jeton === 'Tm') tx = nombre(2);
    else if (jeton === 'Tf') [active, corps] = [polices.get(operandes.at(-2)!.slice(1)), nombre(1)];
    else if (jeton === 'Tj') ecrire(operandes.slice(-1));
    else if (jeton === 'TJ') ecrire(operandes.slice(operandes.lastIndexOf('[') + 1, -1));
    operandes = [];
  }
  return traces;
}
