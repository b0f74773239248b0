import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { annee } from '../../domain/dates';
import type { Lettre } from '../lettre';
import type { Texte } from '../texte';
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

const GABARIT = join(__dirname, 'lettre.typ');

interface Atelier {
  compilateur: NodeCompiler;
  /** Code points that the fonts can draw. */
  connus: Set<number>;
}

let atelier: Atelier | undefined;

/** One compiler for the process, made at the first letter: it reads fonts for some 100 ms. */
function ouvrir(): Atelier {
  const polices = FICHIERS.map((f) => readFileSync(require.resolve(f)));
  const connus = couverture(polices[2]!);
  for (const c of couverture(polices[0]!)) connus.add(c);
  return {
    compilateur: NodeCompiler.create({ workspace: __dirname, fontArgs: [{ fontBlobs: polices }] }),
    connus,
  };
}

/**
 * PDF/UA-1 refuses a character without a glyph, and a letter must leave: such a character is drawn as an empty square.
 * Words too long for a line are allowed to break.
 */
function imprimable(s: string, connus: Set<number>): string {
  let sortie = '';
  for (const c of s) sortie += connus.has(c.codePointAt(0)!) ? c : SANS_GLYPHE;
  return sortie.replace(MOT_LONG, '$&\u200b');
}

function donnees(l: Lettre, connus: Set<number>): string {
  const mot = (s: string) => imprimable(s, connus);
  const texte = (x: Texte) => x.map((s) => ({ ...s, texte: mot(s.texte) }));
  return JSON.stringify({
    objet: mot(l.objet),
    expediteur: l.expediteur.map(mot),
    adresse: l.adresse.map(mot),
    lieuDate: mot(l.lieuDate),
    annee: annee(l.date),
    mois: Number(l.date.slice(5, 7)),
    jour: Number(l.date.slice(8)),
    numero: mot(l.numero),
    salutation: mot(l.salutation),
    titres: l.titres,
    accroche: l.accroche.map(texte),
    aFaire: l.aFaire.map(texte),
    dates: l.dates.map((d) => ({ libelle: mot(d.libelle), valeur: mot(d.valeur) })),
    sections: l.sections.map((s) => ({
      titre: mot(s.titre),
      modele: s.modele === true,
      paragraphes: s.paragraphes.map(texte),
    })),
    interlocuteur: l.interlocuteur.map(texte),
    politesse: l.politesse,
    signature: l.signature.map(mot),
    mention: mot(l.mention),
  });
}

/** Tenths of a point: the usual body, and the one that may save a second page for its last lines. */
const CORPS = 105;
const CORPS_SERRE = 100;

/**
 * The compiler remembers what it laid out: forgetting what the last twenty letters did not use bounds its memory (110 MB
 * for the process after a thousand letters). Documents are freed between two turns of the event loop: who writes thousands
 * of letters in one go must yield now and then.
 */
const LETTRES_ENTRE_OUBLIS = 20;
let lettres = 0;

function composer({ compilateur }: Atelier, lettre: string, pages: number, dixiemes: number): NodeTypstDocument {
  const inputs = { lettre, pages: String(pages), dixiemes: String(dixiemes) };
  const compile = compilateur.compile({ mainFilePath: GABARIT, inputs });
  if (compile.result) return compile.result;
  const details = compile.takeDiagnostics()?.shortDiagnostics ?? [];
  throw new Error(`Typst : ${details.map((x) => x.message).join(' ; ')}`);
}

/** The letter as an accessible PDF (PDF/UA-1): same letter, same bytes. @throws when Typst refuses it, which is a bug. */
export function rendrePdf(l: Lettre): Uint8Array {
  atelier ??= ouvrir();
  const lettre = donnees(l, atelier.connus);
  let document = composer(atelier, lettre, 1, CORPS);
  if (document.numOfPages > 1) document = composer(atelier, lettre, 1, CORPS_SERRE);
  if (document.numOfPages > 1) document = composer(atelier, lettre, document.numOfPages, CORPS);
  const pdf = atelier.compilateur.pdf(document, { pdfStandard: 'ua-1' });
  lettres += 1;
  if (lettres % LETTRES_ENTRE_OUBLIS === 0) atelier.compilateur.evictCache(1);
  return pdf;
}
