import { ajouterBilan, bilanNul, lireMotifEffacement } from './effacement';

it('un motif se lit comme on le tape', () => {
  expect(['demande-de-la-personne', ' Opposition ', 'ouvert  -  par erreur'].map(lireMotifEffacement)).toEqual([
    'DEMANDE_DE_LA_PERSONNE',
    'OPPOSITION',
    'OUVERT_PAR_ERREUR',
  ]);
});

it('l’âge d’un dossier n’est pas un motif qu’une personne donne', () => {
  expect(lireMotifEffacement('fin-de-conservation')).toBeNull();
});

it('deux bilans d’effacement s’ajoutent, à partir de rien', () => {
  const un = { effaces: ['a'], vivants: ['b'], contenus: 1, points: 2, fichiers: 3, executions: 4 };
  const autre = { effaces: ['c'], vivants: ['d'], contenus: 10, points: 20, fichiers: 30, executions: 40 };
  expect(ajouterBilan(bilanNul(), un)).toEqual(un);
  expect(ajouterBilan(un, autre)).toEqual({
    ...{ effaces: ['a', 'c'], vivants: ['b', 'd'] },
    ...{ contenus: 11, points: 22, fichiers: 33, executions: 44 },
  });
});
