import { fichiersDeLaMaison } from './imports/fichiers';
import { maison } from './imports/table';

const sources = [...fichiersDeLaMaison()].flatMap(([chemin, source]) => (source === null ? [] : [{ chemin, source }]));
const quiSertent = sources.filter(({ chemin }) => !/\/de-test\/|\.test\.tsx?$/.test(chemin));
const salles = maison.map(({ dossier }) => dossier).filter((dossier) => dossier.startsWith('domain/'));

it.each(salles)('un fichier de %s dit d’abord, en deux lignes, ce qu’est la salle', (dossier) => {
  const nom = dossier.slice('domain/'.length);
  const annonces = sources.filter(
    ({ chemin, source }) =>
      chemin.startsWith(`${dossier}/`) &&
      new RegExp(`^/\\*\\*\\n \\* Room \`${nom}\`.*\\n( \\* .*\\n)? \\* @packageDocumentation\\n`).test(source),
  );
  expect(annonces).toHaveLength(1);
});

it('les aides des tests sont dans un dossier de-test', () => {
  expect(sources.filter(({ chemin }) => /-de-test\./.test(chemin)).map(({ chemin }) => chemin)).toEqual([]);
});

it('aucun fichier qui sert ne passe 300 lignes', () => {
  const longs = quiSertent.filter(({ source }) => source.split('\n').length > 301).map(({ chemin }) => chemin);
  expect(longs).toEqual([]);
});
