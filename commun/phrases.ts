/** One French sentence for a setting that cannot be read. `valeur` is null when it must not be shown. */
export function phraseReglage(variable: string, valeur: string | null, attendu: string): string {
  const vaut = valeur === null ? 'ne peut pas être lu' : `vaut « ${valeur} »`;
  return `${variable} ${vaut} : on attend ${attendu}.`;
}

/** One French sentence for a port that another program holds, with the setting that changes it. */
export function phrasePortOccupe(port: number, variable: string, quoi: string): string {
  const autre = port < 65535 ? port + 1 : port - 1;
  return (
    `Le port ${port}, prévu pour ${quoi}, est déjà occupé par un autre programme : ` +
    `arrêtez-le, ou choisissez un autre port avec ${variable} (par exemple ${variable}=${autre}).`
  );
}

/** The known name nearest to a misspelt one, when two letters or fewer separate them. */
export function rapproche(nom: string, connus: readonly string[]): string | null {
  const [meilleur] = connus.map((c) => ({ c, d: distance(nom, c) })).sort((a, b) => a.d - b.d);
  return meilleur && meilleur.d <= 2 ? meilleur.c : null;
}

/** Levenshtein distance, row by row. */
function distance(a: string, b: string): number {
  let rang = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const suivant = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rang[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      suivant.push(Math.min(change, rang[j]! + 1, suivant[j - 1]! + 1));
    }
    rang = suivant;
  }
  return rang[b.length]!;
}
