/** What stands for the content of a message that could not be deciphered; made by the codec of the workers, refused by the journey. */
export interface Illisible {
  __illisible: true;
}

export const ILLISIBLE: Illisible = { __illisible: true };

export const estIllisible = (valeur: unknown): valeur is Illisible =>
  typeof valeur === 'object' && valeur !== null && Object.hasOwn(valeur, '__illisible');
