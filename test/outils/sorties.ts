import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A letter of the mail room, with the day of its folder. */
export interface LignePoste {
  jour: string;
  fichier: string;
  destinataire: string;
  recommande: string;
  pages: string;
  cle: string;
  sha256: string;
}

function jours(dossier: string): string[] {
  try {
    return readdirSync(dossier).sort();
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw erreur;
  }
}

/** What the mail room opens: the index of each day, whose every line has its PDF. */
export function lirePoste(dossier: string): LignePoste[] {
  return jours(dossier).flatMap((jour) => {
    const index = readFileSync(join(dossier, jour, 'index.csv'));
    const lignes = parse<Omit<LignePoste, 'jour'>>(index, { bom: true, columns: true, delimiter: ';' });
    const pdfs = readdirSync(join(dossier, jour)).filter((nom) => !nom.startsWith('.') && nom !== 'index.csv');
    if (lignes.map((l) => l.fichier).join() !== pdfs.sort().join())
      throw new Error(`index de ${jour} : ${pdfs.join()}`);
    return lignes.map((ligne) => ({ jour, ...ligne }));
  });
}

/** Text messages left in the outbox: the number, then the text. */
export const lireSms = (dossier: string): string[] =>
  jours(dossier).flatMap((jour) =>
    readdirSync(join(dossier, jour)).map((nom) => readFileSync(join(dossier, jour, nom), 'utf8')),
  );
