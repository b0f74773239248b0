import { actesDuMoment } from './actes-du-moment';

const lire = (...args: Parameters<typeof actesDuMoment>) =>
  actesDuMoment(...args).map(({ libelle, chemin }) => `${libelle} → ${chemin}`);

it('en CSP, un événement, l’entretien à planifier, un arrêt maladie', () => {
  const psp = { sorte: 'PSP', libelle: 'Entretien du plan d’action (PSP)' };
  expect(lire({ etat: 'EN_CSP', echeances: [] }, [psp])).toEqual([
    'Consigner un événement → /evenement',
    'Planifier : entretien du plan d’action (PSP) → /rendez-vous/nouveau?sorte=PSP',
    'Arrêt maladie → /evenement?type=ARRET_MALADIE',
  ]);
});

it('en réflexion, la réponse ; dans un parcours clos, rien de plus qu’un événement et un rendez-vous', () => {
  expect(lire({ etat: 'EN_REFLEXION', echeances: [] }, [])).toEqual([
    'Consigner un événement → /evenement',
    'Planifier un rendez-vous → /rendez-vous/nouveau',
    'Réponse du salarié → /evenement?type=REPONSE_SALARIE',
  ]);
  expect(lire({ etat: 'CLOS', echeances: [] }, [])).toHaveLength(2);
});
