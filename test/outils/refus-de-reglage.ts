import { ErreurReglage } from '../../commun/reglages';

/** What a refusal of settings says. @throws when nothing was refused, or for another reason */
export function refusDeReglage(essai: () => unknown): string {
  try {
    essai();
  } catch (erreur) {
    if (erreur instanceof ErreurReglage) return erreur.message;
    throw erreur;
  }
  throw new Error('accepté');
}
