import type { Saisie } from '../../saisie/formulaire';
import type { Brouillon, RefusDeSaisie } from '../commun/brouillons';

/** The short forms of the page of a dossier. */
const FORMULAIRES = ['action', 'retenir', 'actualisation', 'tache', 'piece', 'note', 'retrait', 'demarche'] as const;

/** A short form of the page of a dossier that was refused: which one, what was typed in it, and why. */
export interface SaisieRefusee {
  formulaire: (typeof FORMULAIRES)[number];
  saisie: Saisie;
  refus: readonly RefusDeSaisie[];
  phrase: string;
}

/** Name of the hidden field that says which form of the page was sent. */
export const FORMULAIRE = '_formulaire';

/** The form of a draft; the plan's when it does not say. */
export function lireRefusee({ saisie, refus }: Pick<Brouillon, 'saisie' | 'refus'>): SaisieRefusee {
  return {
    formulaire: FORMULAIRES.find((nom) => nom === saisie[FORMULAIRE]) ?? 'action',
    saisie,
    refus,
    phrase: `${refus.map(({ phrase }) => phrase).join(' ')} Rien n’a été enregistré.`,
  };
}
