import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

/** A test that a page of the documentation names: its file, and the name that it bears there where the page says it. */
export interface EssaiCite {
  fichier: string;
  nom: string;
}

export const lirePage = (chemin: string): string => readFileSync(join(racine, chemin), 'utf8');

/** The rows of the tables of a page, cell by cell, headings and rules left out. */
export const lignesDe = (page: string): string[][] =>
  page
    .split('\n')
    .filter((ligne, rang, toutes) => ligne.startsWith('| ') && !/^\|[-| :]+\|$/.test(toutes[rang + 1] ?? ''))
    .map((ligne) =>
      ligne
        .split('|')
        .slice(1, -1)
        .map((cellule) => cellule.trim()),
    );

/** Those that are not where the page says. */
export const perdus = <E extends EssaiCite>(essais: readonly E[]): E[] =>
  essais.filter(({ fichier, nom }) => {
    try {
      return !lirePage(fichier).includes(nom);
    } catch {
      return true;
    }
  });
