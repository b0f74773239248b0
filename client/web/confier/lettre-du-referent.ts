import { attenteDite } from '../../affichage/departs';
import { titreCourrier } from '../../affichage/libelles';
import type { LettreDuReferent } from '../../usages/commun/lettre-du-referent';

/** "« Nouveau référent » partira le 24/11/2026 à 9 h 12": what a person would be written of who follows her. */
export function lettreDuReferentDite({ part, retiree, fuseau }: LettreDuReferent): string {
  if (part !== null) return `«\u202f${titreCourrier(part.code)}\u202f» ${attenteDite(part, fuseau)}`;
  return retiree ? 'la lettre qui annonçait un autre référent ne partira pas' : 'aucune lettre';
}
