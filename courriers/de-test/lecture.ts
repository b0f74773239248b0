import { ecrire } from '..';
import { exemple } from '../exemples';
import { rendreTexte } from '../rendu-texte';

/** Subject and text of an example letter, with ordinary spaces: what a test looks for. */
export function lire(...quoi: Parameters<typeof exemple>): string {
  const lettre = ecrire(exemple(...quoi));
  return `${lettre.objet}\n${rendreTexte(lettre)}`.replace(/[\u00a0\u202f]/g, ' ');
}
