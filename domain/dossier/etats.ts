import type { Etat, Resultat } from './resultat';

type Passage = Pick<NonNullable<Resultat['chronologie']>[number], 'etat' | 'cause'>;

/**
 * Where people see a dossier: an état that the rules give it, or none of them when it was opened by mistake and closed as such, which
 * only its journal says.
 */
export type Etape = Etat | 'OUVERT_PAR_ERREUR';

/** French words for each étape; no cause, so that they may be shown anywhere. @see REGLES §6 */
export const libellesEtats: Record<Etape, string> = {
  INELIGIBLE: 'Non éligible',
  EN_REFLEXION: 'En réflexion',
  ACCEPTE: 'Accepté (CSP à venir)',
  REFUSE: 'Refusé',
  SANS_SUITE: 'Sans suite',
  EN_CSP: 'En CSP',
  SUSPENDU: 'CSP suspendu',
  SUIVI_EMPLOI: 'Suivi dans l’emploi',
  CLOS: 'Clos',
  ROMPU: 'CSP rompu',
  TERMINE: 'CSP terminé',
  REINSCRIT: 'Réinscrit à France Travail',
  NON_REINSCRIT: 'Non réinscrit',
  OUVERT_PAR_ERREUR: 'Ouvert par erreur',
};

/** What an entry into an état is called while it is still to come. */
export const libellesPassages: Record<Etat, string> = {
  INELIGIBLE: 'Constat de non-éligibilité',
  EN_REFLEXION: 'Début du délai de réflexion',
  ACCEPTE: 'Acceptation du CSP',
  REFUSE: 'Fin du délai de réflexion : le silence vaut refus',
  SANS_SUITE: 'Proposition sans suite',
  EN_CSP: 'Début ou reprise du CSP',
  SUSPENDU: 'Suspension du CSP',
  SUIVI_EMPLOI: 'Début du suivi dans l’emploi',
  CLOS: 'Clôture du parcours',
  ROMPU: 'Fin anticipée du CSP',
  TERMINE: 'Fin du CSP à son terme',
  REINSCRIT: 'Réinscription à France Travail',
  NON_REINSCRIT: 'Fin du délai de réinscription',
};

/** The same for the entry of a journey, which knows why: a refusal that was given is no silence. */
export const libellePassage = ({ etat, cause }: Passage): string =>
  etat === 'REFUSE' && cause === 'REFUS'
    ? 'Fin du délai de réflexion : la proposition est refusée'
    : libellesPassages[etat];

/** States in which nothing more is due: the journey listens to late facts for a while, then closes. @see R28 */
export const etatsFinals: readonly Etape[] = [
  'REFUSE',
  'SANS_SUITE',
  'REINSCRIT',
  'NON_REINSCRIT',
  'CLOS',
  'ROMPU',
  'OUVERT_PAR_ERREUR',
];
