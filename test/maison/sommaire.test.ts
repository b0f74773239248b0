import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** As GitHub makes it of a title. */
const ancre = (titre: string): string =>
  titre
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');

it('la page d’exploitation commence par le sommaire de tous ses titres, dans leur ordre', () => {
  const page = readFileSync(join(__dirname, '../../docs/exploitation.md'), 'utf8');
  const sansBlocs = page.replace(/^ *```[\s\S]*?^ *```$/gm, '');
  const titres = [...sansBlocs.matchAll(/^(##+) (.+)$/gm)].map(
    ([, dieses = '', titre = '']) => `${'  '.repeat(dieses.length - 2)}- [${titre}](#${ancre(titre)})`,
  );
  expect(page.split('\n\n')[1]!.split('\n')).toEqual(titres);
});
