import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { couverture } from './police';

/** Source Sans 3 writes, DejaVu Sans helps for other scripts; both come from npm, so that every machine has the same bytes. */
const FICHIERS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
];
const SANS_GLYPHE = '\u25a1';
const MOT_LONG = /\S{28}/gu;

interface Atelier {
  compilateur: NodeCompiler;
  /** Code points that the fonts can draw. */
  connus: Set<number>;
}

let atelier: Atelier | undefined;

/** One compiler for the process, made at the first page: it reads fonts for some 100 ms. */
function ouvrir(): Atelier {
  if (atelier) return atelier;
  const polices = FICHIERS.map((f) => readFileSync(require.resolve(f)));
  const connus = couverture(polices[2]!);
  for (const c of couverture(polices[0]!)) connus.add(c);
  const compilateur = NodeCompiler.create({ workspace: RACINE, fontArgs: [{ fontBlobs: polices }] });
  atelier = { compilateur, connus };
  return atelier;
}

/**
 * PDF/UA-1 refuses a character without a glyph, and a letter must leave: such a character is drawn as an empty square.
 * Words too long for a line are allowed to break.
 */
export function imprimable(s: string): string {
  const { connus } = ouvrir();
  let sortie = '';
  for (const c of s) sortie += connus.has(c.codePointAt(0)!) ? c : SANS_GLYPHE;
  return sortie.replace(MOT_LONG, '$&\u200b');
}

/** Root of the templates, which read what is given to them at `/donnees.json`; no such file exists on disk. */
const RACINE = join(__dirname, '..');
const DONNEES = join(RACINE, 'donnees.json');

/** Lays out a template of courriers/ with its data, which it reads as JSON. @throws when Typst refuses it, which is a bug. */
export function composer(gabarit: string, donnees: object): NodeTypstDocument {
  const { compilateur } = ouvrir();
  compilateur.mapShadow(DONNEES, Buffer.from(JSON.stringify(donnees)));
  const compile = compilateur.compile({ mainFilePath: gabarit });
  if (compile.result) return compile.result;
  const details = compile.takeDiagnostics()?.shortDiagnostics ?? [];
  throw new Error(`Typst : ${details.map((x) => x.message).join(' ; ')}`);
}

/**
 * The compiler remembers what it laid out: what letters of one kind share is laid out once. Forgetting what the last fifty PDFs did
 * not use, more than there are kinds, bounds its memory (230 MB for the process after three thousand letters). Documents are freed
 * between two turns of the event loop: who writes thousands of letters in one go must yield now and then.
 */
const PDF_ENTRE_OUBLIS = 50;
let ecrits = 0;

/** What was laid out, as an accessible PDF (PDF/UA-1): same inputs, same bytes. */
export function enPdf(document: NodeTypstDocument): Buffer {
  const { compilateur } = ouvrir();
  const pdf = compilateur.pdf(document, { pdfStandard: 'ua-1' });
  ecrits += 1;
  if (ecrits % PDF_ENTRE_OUBLIS === 0) compilateur.evictCache(1);
  return pdf;
}
