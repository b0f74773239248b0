import type { DonneesPoint } from '../../../courriers/point-du-matin';
import { dateCivile as j } from '../../../domain/calendrier/dates';

/** A morning of the example's counsellor. */
export const pointExemple: DonneesPoint = {
  jour: j('2025-09-22'),
  lecteur: 'Claire',
  remplacee: null,
  matiere: {
    EN_RETARD: [
      { numero: '2026-000118-22', initiales: 'T. A.', quoi: 'Entretien de point d’étape', date: j('2025-09-10') },
    ],
    REVENUS: [],
    ALERTES: [],
    SEMAINE: [
      { numero: '2026-000123-07', initiales: 'Z. L.', quoi: 'Rendez-vous de suivi', date: j('2025-09-23') },
      { numero: '2026-000140-53', initiales: 'M. D.', quoi: 'Plan d’action (PSP) à valider', date: j('2025-09-26') },
    ],
    TACHES: [],
    NOUVEAUX: [{ numero: '2026-000151-20', initiales: 'I. R.', quoi: 'Dossier ouvert', date: null }],
  },
  url: null,
};
