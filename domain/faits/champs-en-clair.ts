import type { Definition } from './types/definition';

/** "debut, fin?, motif (A, B)": the fields of an event, a question mark after those that may be left out, and when they may not. */
export const champsEnClair = ({ champs }: Pick<Definition, 'champs'>, mot = (texte: string) => texte): string =>
  champs
    .map(({ nom, obligatoire, quand, choix }) => {
      const valeurs = choix ? ` (${choix.map((c) => mot(c.valeur)).join(', ')})` : '';
      return `${mot(nom)}${obligatoire ? '' : '?'}${quand ? ` (${quand})` : ''}${valeurs}`;
    })
    .join(', ');
