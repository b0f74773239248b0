import type { Definition } from './types/definition';

/** "debut, fin?, motif (A, B)": the fields of an event, a question mark after those that may be left out. */
export const champsEnClair = ({ champs }: Pick<Definition, 'champs'>, mot = (texte: string) => texte): string =>
  champs
    .map(({ nom, obligatoire, choix }) => {
      const valeurs = choix ? ` (${choix.map((c) => mot(c.valeur)).join(', ')})` : '';
      return `${mot(nom)}${obligatoire ? '' : '?'}${valeurs}`;
    })
    .join(', ');
