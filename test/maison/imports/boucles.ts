/**
 * The circles of a graph: for each knot of files that reach one another, one way round from its first file back to it.
 * (Tarjan's strongly connected components.)
 */
export function boucles(graphe: ReadonlyMap<string, readonly string[]>): string[][] {
  const rangs = new Map<string, number>();
  const plusBas = new Map<string, number>();
  const pile: string[] = [];
  const noeuds: string[][] = [];
  const voisins = (fichier: string) => (graphe.get(fichier) ?? []).filter((cible) => graphe.has(cible));

  const visiter = (fichier: string): void => {
    rangs.set(fichier, rangs.size);
    plusBas.set(fichier, rangs.get(fichier)!);
    pile.push(fichier);
    for (const cible of voisins(fichier)) {
      if (!rangs.has(cible)) visiter(cible);
      if (pile.includes(cible)) plusBas.set(fichier, Math.min(plusBas.get(fichier)!, plusBas.get(cible)!));
    }
    if (plusBas.get(fichier) === rangs.get(fichier)) noeuds.push(pile.splice(pile.indexOf(fichier)));
  };
  for (const fichier of graphe.keys()) if (!rangs.has(fichier)) visiter(fichier);
  return noeuds.map((noeud) => retour(noeud[0]!, voisins)).filter((chemin) => chemin.length > 0);
}

/** The shortest way from a file back to itself; empty when there is none. */
function retour(depart: string, voisins: (fichier: string) => string[]): string[] {
  const vus = new Set<string>();
  let chemins = [[depart]];
  while (chemins.length > 0) {
    const suivants: string[][] = [];
    for (const chemin of chemins) {
      for (const cible of voisins(chemin.at(-1)!)) {
        if (cible === depart) return [...chemin, depart];
        if (!vus.has(cible)) suivants.push([...chemin, cible]);
        vus.add(cible);
      }
    }
    chemins = suivants;
  }
  return [];
}
