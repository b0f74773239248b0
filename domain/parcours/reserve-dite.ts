import { A_CONFIRMER } from '../droit/doutes';
import type { Echeance } from './situation';

/** What a page, a list or a sentence adds to a date that rests on a doubt; nothing after another. @see REGLES §9 */
export const reserveDite = ({ aConfirmer }: Pick<Echeance, 'aConfirmer'>): string =>
  aConfirmer ? ` (${A_CONFIRMER})` : '';
