import { lireMotifEffacement } from './effacement';

it('un motif se lit comme on le tape', () => {
  expect(['demande-de-la-personne', ' Opposition ', 'ouvert par erreur'].map(lireMotifEffacement)).toEqual([
    'DEMANDE_DE_LA_PERSONNE',
    'OPPOSITION',
    'OUVERT_PAR_ERREUR',
  ]);
});

it('l’âge d’un dossier n’est pas un motif qu’une personne donne', () => {
  expect(lireMotifEffacement('fin-de-conservation')).toBeNull();
});
