import type { Resultat } from '../../dossier/resultat';
import { apres, cle, DEUX_MOIS, type Famille, finAnticipee, jamais, UN_MOIS } from '../entree';

/** A training goes on after the term (R23). */
export const formationContinue = ({ formations = [], dateFinCsp }: Resultat): boolean =>
  formations.some(({ fin }) => fin > (dateFinCsp ?? fin));

/** A contract ended the CSP by itself: C14 is the letter on that end, and says the last interview that C09 would ask for. @see R14, R22 */
export const finParContrat = ({ motifFin, bilan }: Resultat): boolean =>
  (motifFin === 'CONTRAT_TROP_COURT' || motifFin === 'CUMUL_ACTIVITE_DEPASSE') && bilan != null;

/** The CSP ends: registering again, and a course that goes on. @see REGLES §7 */
export const fin = {
  C13_FIN_CSP: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AVANT',
    regle: 'R25',
    // From the day after, C14 says the same and the link is active.
    utileJusquau: (r) => r.dateFinCsp ?? null,
    perime: 'Le CSP est terminé : c’est le courrier suivant qui ouvre la réinscription.',
    // Of a training that goes on, it says what C18 would.
    dit: (r) => [formationContinue(r) ? 'FORMATION' : null],
    rappel: false,
    engage: jamais,
  },
  C14_CESSATION_INSCRIPTION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME_OU_DECIDE',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R25',
    // After the fifth day each day lost is a day of ARE lost: a late letter still helps, and says so.
    utileJusquau: (r) => apres(r.reinscription?.limite, DEUX_MOIS),
    perime: 'Le délai de réinscription est passé depuis deux mois.',
    dit: cle,
    rappel: false,
    engage: finAnticipee,
  },
  C15_RAPPEL_REINSCRIPTION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E + S > C',
    decalage: 'AUCUN',
    regle: 'R25',
    utileJusquau: (r) => r.reinscription?.limite ?? null,
    perime: 'Le délai de réinscription est passé.',
    dit: null,
    rappel: true,
    engage: jamais,
  },
  C16_CONFIRMATION_REINSCRIPTION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME_OU_DECIDE',
    origine: 'REGLES',
    canaux: 'C + E',
    decalage: 'AUCUN',
    regle: 'R26',
    utileJusquau: (_r, c) => apres(c.date, UN_MOIS),
    perime: 'La réinscription date de plus d’un mois : le premier entretien a eu lieu.',
    dit: (r) => [r.reinscription?.dateEffet],
    rappel: false,
    engage: jamais,
  },
  RELANCE_REINSCRIPTION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'PARCOURS',
    canaux: 'E + S > C',
    decalage: 'APRES',
    regle: 'R25',
    utileJusquau: (r) => apres(r.reinscription?.limite, DEUX_MOIS),
    perime: 'Le délai de réinscription est passé depuis deux mois.',
    dit: null,
    rappel: false,
    engage: jamais,
  },
  C18_FORMATION_POURSUITE: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'REGLES',
    canaux: 'E > C',
    decalage: 'AVANT',
    regle: 'R23',
    utileJusquau: (r) => r.reinscription?.limite ?? null,
    perime: 'Le délai de réinscription est passé : la formation est déjà interrompue.',
    dit: cle,
    rappel: false,
    engage: jamais,
  },
} as const satisfies Famille<
  | 'C13_FIN_CSP'
  | 'C14_CESSATION_INSCRIPTION'
  | 'C15_RAPPEL_REINSCRIPTION'
  | 'C16_CONFIRMATION_REINSCRIPTION'
  | 'RELANCE_REINSCRIPTION'
  | 'C18_FORMATION_POURSUITE'
>;
