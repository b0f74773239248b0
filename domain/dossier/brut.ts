/** An object as it was given, before anyone looked at what it holds. */
export type Brut = Readonly<Record<string, unknown>>;

export const estObjet = (valeur: unknown): valeur is Brut =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** The same, and an empty one when it is no object: what it lacks is then reported. */
export const enObjet = (valeur: unknown): Brut => (estObjet(valeur) ? valeur : {});

/** The same without what is null, which counts as absent. */
export function sansNuls(champs: Brut): Brut {
  for (const nom in champs) {
    if (champs[nom] === null) return Object.fromEntries(Object.entries(champs).filter(([, valeur]) => valeur !== null));
  }
  return champs;
}
