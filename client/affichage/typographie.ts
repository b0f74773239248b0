import { typographie } from '../../courriers/texte';

const MORCEAUX = /<(pre|textarea)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g;

/** French typography of the text of a page; tags with their attributes, and preformatted text, stay as they are. */
export const typographierHtml = (html: string): string =>
  html.replace(MORCEAUX, (morceau) =>
    morceau.startsWith('<') ? morceau : typographie(morceau.replaceAll('&#39;', '’')),
  );

export { typographie };
