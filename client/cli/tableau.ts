import { visible } from './visible';

/** A column of a text table: its title, and the widest it may grow. */
export interface Colonne {
  titre: string;
  max?: number;
  droite?: boolean;
}

/** A table of plain text that fits `largeur` columns: what is too long is folded under itself, never lost. */
export function tableau(colonnes: Colonne[], lignes: string[][], largeur = 100): string {
  const largeurs = repartir(colonnes, lignes, largeur);
  const rendre = (cellules: string[]) => {
    const plis = colonnes.map((_, i) => plier(cellules[i] ?? '', largeurs[i]!));
    const hauteur = Math.max(...plis.map((p) => p.length));
    return Array.from({ length: hauteur }, (_, n) =>
      colonnes
        .map((colonne, i) => caler(plis[i]![n] ?? '', largeurs[i]!, colonne.droite === true))
        .join('  ')
        .trimEnd(),
    );
  };
  const entete = [...rendre(colonnes.map((c) => c.titre)), largeurs.map((l) => '─'.repeat(l)).join('  ')];
  return [...entete, ...lignes.flatMap(rendre)].join('\n');
}

function repartir(colonnes: Colonne[], lignes: string[][], largeur: number): number[] {
  const voulues = colonnes.map((colonne, i) => {
    const contenu = Math.max(colonne.titre.length, ...lignes.map((l) => (l[i] ?? '').length));
    return Math.min(contenu, colonne.max ?? contenu);
  });
  const disponible = largeur - 2 * (colonnes.length - 1);
  while (voulues.reduce((a, b) => a + b, 0) > disponible) {
    const plusLarge = voulues.indexOf(Math.max(...voulues));
    voulues[plusLarge] = voulues[plusLarge]! - 1;
  }
  return voulues;
}

const caler = (texte: string, largeur: number, droite: boolean) =>
  droite ? texte.padStart(largeur) : texte.padEnd(largeur);

/**
 * Cuts a text into lines of at most `largeur` characters, between words where it can; control characters are drawn.
 * @param couper whether a word that is too long is cut; uncut, it can still be copied whole
 */
export function plier(texte: string, largeur: number, couper = true): string[] {
  const lignes: string[] = [];
  for (const paragraphe of visible(texte).split('\n')) {
    if (paragraphe.length <= largeur) {
      lignes.push(paragraphe);
      continue;
    }
    let ligne = '';
    for (const mot of paragraphe.split(' ')) {
      const suite = ligne === '' ? mot : `${ligne} ${mot}`;
      if (suite.length <= largeur) {
        ligne = suite;
        continue;
      }
      if (ligne !== '') lignes.push(ligne);
      ligne = mot;
      while (couper && ligne.length > largeur) {
        lignes.push(ligne.slice(0, largeur));
        ligne = ligne.slice(largeur);
      }
    }
    lignes.push(ligne);
  }
  return lignes;
}
