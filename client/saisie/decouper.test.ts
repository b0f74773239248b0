import { colonnesManquantes, decouper, direAvant, nomProche, type Tableau } from './decouper';

const CONNUS = ['numero', 'mois', 'date', 'identite.nom'];
const lire = (texte: string) => decouper({ texte, codage: 'UTF-8' }, CONNUS) as Tableau;
const cellules = (texte: string) => lire(texte).suite.map((r) => [r.ligne, ...r.cellules]);

it.each([
  ['numero;mois;date\n1;2;3\n', ';', 2],
  ['numero,mois,date\n1,2,3\n', ',', 2],
  ['numero\tmois\tdate\n1\t2\t3\n', '\t', 2],
  ['"numero";"mois";"date"\n"1";"2";"3"\n', ';', 2],
  ['sep=;\nnumero;mois;date\n1;2;3\n', ';', 3],
  ['SEP=,\nnumero,mois,date\n1,2,3\n', ',', 3],
  ['sep=\t\nnumero\tmois\tdate\n1\t2\t3\n', '\t', 3],
  ['Liste, arrêtée au 25/11, pour Lille\n\nnumero;mois;date\n1;2;3\n', ';', 4],
  ['Liste ;;\nnumero;mois;date\n1;2;3\n', ';', 3],
])('%j', (texte, separateur, ligne) => {
  expect([lire(texte).noms, lire(texte).separateur]).toEqual([['numero', 'mois', 'date'], separateur]);
  expect(cellules(texte)).toEqual([[ligne, '1', '2', '3']]);
});

it('ce qui est au-dessus de l’en-tête est dit', () => {
  expect(direAvant(lire('Liste de Lille;;\nnumero;mois;date\n1;2;3\n'))).toEqual([
    'La ligne 1 (« Liste de Lille ») est au-dessus de l’en-tête et n’est pas lue.',
  ]);
  expect(direAvant(lire('numero;mois;date\n1;2;3\n'))).toEqual([]);
});

it('une valeur qui a le nom d’une colonne n’est pas un en-tête', () => {
  expect(lire('numero;mois\nnumero;date\n').ligneEnTete).toBe(1);
});

it('quand des colonnes manquent, ce qui a été compris est dit d’abord', () => {
  const [compris, ...absentes] = colonnesManquantes(lire('Numéro;moi;Nom\n1;2;3'), ['numero', 'mois'], CONNUS);
  expect(compris).toEqual({
    code: 'EN_TETE_INCOMPLET',
    phrase:
      'Le fichier a été lu en UTF-8, séparateur « ; », en-tête à la ligne 1 (Numéro, moi, Nom). Noms proches : « Numéro » pour « numero », « moi » pour « mois », « Nom » pour « identite.nom ».',
  });
  expect(absentes.map((e) => e.code)).toEqual(['COLONNE_MANQUANTE:numero', 'COLONNE_MANQUANTE:mois']);
  expect(colonnesManquantes(lire('numero;mois\n'), [], CONNUS)).toEqual([]);
});

it.each([
  ['moiss', 'mois'],
  ['DATE', 'date'],
  ['NOM', 'identite.nom'],
  ['humeur', null],
  ['', null],
])('%s est proche de %s', (nom, proche) => expect(nomProche(nom, CONNUS)).toBe(proche));
