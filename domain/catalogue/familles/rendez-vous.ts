import type { Resultat } from '../../dossier/resultat';
import { jourDeBase } from '../cle-courrier';
import { apres, type CourrierDate, type Famille, jamais, QUINZE_JOURS } from '../entree';

const jourDuRendezVous = (_r: Resultat, { base }: CourrierDate) => jourDeBase(base);

/** What the letters on an appointment to come share. */
const surUnRendezVous = {
  destinataires: ['BENEFICIAIRE'],
  nature: 'INFORME',
  origine: 'RENDEZ_VOUS',
  decalage: 'AUCUN',
  regle: 'R11, R12, R13, R22',
  utileJusquau: jourDuRendezVous,
  perime: 'Le rendez-vous est passé.',
  dit: null,
  rappel: false,
  engage: jamais,
} as const;

/** On the appointments made with the person. @see REGLES §7 */
export const rendezVous = {
  RDV_CONVOCATION: {
    ...surUnRendezVous,
    canaux: 'E > S > C',
  },
  RDV_DEPLACE: {
    ...surUnRendezVous,
    canaux: 'E + S > C',
  },
  RDV_ANNULE: {
    ...surUnRendezVous,
    canaux: 'E + S > C',
  },
  RDV_RAPPEL: {
    ...surUnRendezVous,
    // One channel is enough to remember by: the one the person prefers, when it can reach her.
    canaux: 'E > S',
    decalage: 'AVANT',
    rappel: true,
  },
  RDV_MANQUE: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'RENDEZ_VOUS',
    canaux: 'E > S > C',
    decalage: 'APRES',
    regle: 'R27',
    utileJusquau: (_r, c) => apres(c.date, QUINZE_JOURS),
    perime: 'Le rendez-vous manqué date de plus de deux semaines.',
    dit: null,
    rappel: false,
    engage: jamais,
  },
  ATELIER_INSCRIPTION: {
    destinataires: ['BENEFICIAIRE'],
    nature: 'INFORME',
    origine: 'RENDEZ_VOUS',
    canaux: 'E > S > C',
    decalage: 'AUCUN',
    regle: 'S003',
    utileJusquau: jourDuRendezVous,
    perime: 'L’atelier est passé.',
    dit: null,
    rappel: false,
    engage: jamais,
  },
} as const satisfies Famille<
  'RDV_CONVOCATION' | 'RDV_DEPLACE' | 'RDV_ANNULE' | 'RDV_RAPPEL' | 'RDV_MANQUE' | 'ATELIER_INSCRIPTION'
>;
