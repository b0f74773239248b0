import { choix, jour } from './champs';
import { definir } from './definition';

export const decisionsAutorisation = { AUTORISE: 'Licenciement autorisé', REFUSE: 'Licenciement refusé' } as const;

export const decisionAutorisation = definir('DECISION_AUTORISATION', {
  libelle: 'Décision de l’inspection du travail',
  aide: () => 'Pour un salarié protégé : elle fixe la fin du délai de réflexion.',
  famille: 'Proposition',
  champs: {
    date: jour('Notification à l’employeur'),
    decision: choix('Décision', decisionsAutorisation, 'REPONSE_INCONNUE'),
  },
  effet: { regle: 'AUTORISATION' },
  declaration: false,
});
