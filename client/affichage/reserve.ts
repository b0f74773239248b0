import { reserveDite } from '../../domain/parcours/reserve-dite';

/** What a list adds to a date that rests on a doubt; nothing after another. @see reserveDite */
export const reserveDe = (aConfirmer: boolean): string => reserveDite(aConfirmer ? { aConfirmer } : {});
