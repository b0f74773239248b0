import { propre } from '../texte';

/** Paragraphs of what someone typed: each line is one, made safe; empty ones are left out. */
export const paragraphes = (texte: string | undefined): string[] =>
  (texte ?? '')
    .split(/[\r\n\u2028\u2029]+/)
    .map(propre)
    .filter((ligne) => ligne !== '');
