import type { Saisie } from '../../saisie/formulaire';
import type { Brouillon } from '../commun/brouillons';

/** A short form of the page of a dossier that was refused: which one, what was typed in it, and why. */
export interface SaisieRefusee {
  formulaire: 'action' | 'retenir' | 'actualisation';
  saisie: Saisie;
  phrase: string;
}

/** Name of the hidden field that says which form of the page was sent. */
export const FORMULAIRE = '_formulaire';

/** The form of a draft; the plan's when it does not say. */
export function lireRefusee({ saisie, refus }: Pick<Brouillon, 'saisie' | 'refus'>): SaisieRefusee {
  const nom = saisie[FORMULAIRE];
  return {
    formulaire: nom === 'retenir' || nom === 'actualisation' ? nom : 'action',
    saisie,
    phrase: `${refus.map(({ phrase }) => phrase).join(' ')} Rien n’a été enregistré.`,
  };
}
