import { stripVTControlCharacters } from 'node:util';

/** What jest says at the end of its runs, summed over those of one command. */
export interface Comptes {
  passes: number;
  rouges: number;
  sautes: number;
  /** Files with a failed test, in order. */
  fichiersRouges: string[];
}

const nombre = (ligne: string, mot: string): number => Number(new RegExp(`(\\d+) ${mot}`).exec(ligne)?.[1] ?? 0);

/** Reads the output of `npm test`, which runs jest twice, or of one jest. */
export function lireSortie(texte: string): Comptes {
  const lignes = stripVTControlCharacters(texte).split('\n');
  const bilans = lignes.filter((ligne) => /^Tests: /.test(ligne));
  const somme = (mot: string) => bilans.reduce((total, ligne) => total + nombre(ligne, mot), 0);
  const rouges = lignes.flatMap((ligne) => /^FAIL (?:\w+ )?(\S+)/.exec(ligne)?.[1] ?? []);
  return {
    passes: somme('passed'),
    rouges: somme('failed'),
    sautes: somme('skipped'),
    fichiersRouges: [...new Set(rouges)],
  };
}
