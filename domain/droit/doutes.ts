import { aConfirmer } from './doutes/a-confirmer';
import { ouverture } from './doutes/ouverture';
import { parcours } from './doutes/parcours';

export type { Doute } from './doutes/doute';

/** Every value marked [D] or [G] in REGLES, each mark by one row. @see REGLES §9 */
export const doutes = { ...aConfirmer, ...ouverture, ...parcours } as const;

export type CodeDoute = keyof typeof doutes;

/** What a letter or a page adds to a date that rests on a doubt. */
export const A_CONFIRMER = 'à confirmer par France Travail';
