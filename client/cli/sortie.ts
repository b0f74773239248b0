import { readFileSync, statSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { limitePassee } from '../../domain/dossier/limite';
import type { Compte } from '../../registre';
import { typographie } from '../affichage/typographie';
import { erreur } from '../saisie/erreur';
import { lireTexte, type TexteLu } from '../saisie/texte';
import { Refus } from '../usages/commun/refus';
import { plier, tableau as tableauBrut } from './tableau';

/** Where a command reads and writes; the real process, or streams in tests. */
export interface Console {
  entree: Readable;
  sortie: Writable;
  erreurs: Writable;
  env: Record<string, string | undefined>;
  maintenant(): Date;
  /** In whose name the command runs, once the door has let it; none where nobody was named. */
  compte?: Compte;
}

/** The command was misused: exit status 2, nothing was asked of Jalon. */
export class MauvaisUsage extends Error {
  override readonly name = 'MauvaisUsage';
}

/** Exit statuses, as documented in the help. */
export const STATUT = { FAIT: 0, REFUSE: 1, MAUVAIS_USAGE: 2 } as const;

/** What a terminal shows without folding badly by itself. */
const LARGEUR = 100;

/** Writes a line for people, folded between words. */
export const dire = (console: Console, texte = ''): void => {
  console.sortie.write(`${plier(typographie(texte), LARGEUR, false).join('\n')}\n`);
};

/** Writes one JSON value for machines. */
export const donner = (console: Console, valeur: unknown): void => {
  console.sortie.write(`${JSON.stringify(valeur, null, 2)}\n`);
};

/**
 * Reads a JSON file, or standard input when its name is `-`.
 * @throws MauvaisUsage when it cannot be read or is no JSON
 */
export async function lireJson(console: Console, chemin: string): Promise<unknown> {
  const texte = (await lireOctets(console, chemin)).toString('utf8').replace(/^\ufeff/, '');
  try {
    return JSON.parse(texte);
  } catch (cause) {
    throw new MauvaisUsage(`${nommer(chemin)} n’est pas du JSON bien écrit${ou(texte, (cause as Error).message)}.`);
  }
}

/** A hundred and fifty thousand rows of a portfolio, at 450 bytes each: all those of a year in France, read at once in memory. */
const FICHIER_MO = 64;
const MO = 1024 * 1024;

/** Reads a file, or standard input when its name is `-`. @throws MauvaisUsage when it cannot be read, Refus FICHIER_TROP_GROS */
export async function lireOctets(console: Console, chemin: string): Promise<Buffer> {
  if (chemin === '-') {
    const morceaux: Buffer[] = [];
    let recus = 0;
    for await (const morceau of console.entree) {
      recus += morceau.length;
      verifierTaille(recus);
      morceaux.push(Buffer.from(morceau));
    }
    return Buffer.concat(morceaux);
  }
  try {
    verifierTaille(statSync(chemin).size);
    return readFileSync(chemin);
  } catch (cause) {
    if (cause instanceof Refus) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new MauvaisUsage(`${nommer(chemin)} ${PANNES[code ?? ''] ?? `ne peut pas être lu (${code})`}.`);
  }
}

function verifierTaille(octets: number): void {
  if (octets <= FICHIER_MO * MO) return;
  const limite = limitePassee(FICHIER_MO, Math.ceil(octets / MO), 'Mo');
  throw new Refus([erreur('FICHIER_TROP_GROS', `Le fichier est trop gros : ${limite}. Coupez-le en plusieurs.`)]);
}

/** Reads a file that a spreadsheet wrote, or standard input when its name is `-`. @throws MauvaisUsage, Refus */
export async function lireTableur(console: Console, chemin: string): Promise<TexteLu> {
  const lu = lireTexte(await lireOctets(console, chemin));
  if ('code' in lu) throw new Refus([lu]);
  return lu;
}

/** Where JSON stops being JSON, when the engine says so. */
function ou(texte: string, message: string): string {
  if (/end of JSON/.test(message)) return ' : il s’arrête avant la fin';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const lignes = texte.slice(0, Number(position)).split('\n');
  return ` : voir ligne ${lignes.length}, colonne ${lignes.at(-1)!.length + 1}`;
}

const PANNES: Record<string, string> = {
  ENOENT: 'n’existe pas',
  EISDIR: 'est un dossier, on attend un fichier',
  EACCES: 'n’est pas lisible par vous',
};

const nommer = (chemin: string) => (chemin === '-' ? 'L’entrée standard' : `Le fichier ${chemin}`);

/** A table for people; its cells may be folded. */
export const tableau: typeof tableauBrut = (colonnes, lignes, largeur) =>
  tableauBrut(
    colonnes,
    lignes.map((cellules) => cellules.map(typographie)),
    largeur,
  );

/** A letter of a list; its key is on a line of its own, whole: it is there to be copied. */
export function direCourrier(console: Console, mots: readonly string[], cle: string): void {
  dire(console, `- ${mots.filter(Boolean).join(', ')}`);
  dire(console, `  clé : ${cle}`);
}
