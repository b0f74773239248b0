/** An object as it was given, before anyone looked at what it holds. */
export type Brut = Readonly<Record<string, unknown>>;

export const estObjet = (valeur: unknown): valeur is Brut =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** The same, and an empty one when it is no object: what it lacks is then reported. */
export const enObjet = (valeur: unknown): Brut => (estObjet(valeur) ? valeur : {});
