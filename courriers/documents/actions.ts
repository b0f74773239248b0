import { type DateCivile, lireDate } from '../../domain/calendrier/dates';
import { jourCourt } from '../contexte';
import { fort, type Texte, t } from '../texte';
import type { Bloc } from './bloc';
import type { ContexteDocument } from './contexte';
import type { ActionDocument } from './donnees';

const FAITE = '☑';
const A_FAIRE = '☐';

/** Rows left to be filled, so that the plan goes on by hand. */
const RANGEES_VIDES = 3;

const jour = (d: string | null): DateCivile | null => lireDate(d);

/** Those still to do first, the nearest first, then those done in the order they were. */
export function ordonner(actions: readonly ActionDocument[]): ActionDocument[] {
  const rang = (a: ActionDocument) => `${a.faiteLe === null ? 0 : 1}${a.faiteLe ?? a.pourLe ?? '9999'}${a.id}`;
  return actions.toSorted((a, b) => (rang(a) < rang(b) ? -1 : 1));
}

/** "☐ Refaire mon CV, pour le 12 mai 2025" */
export function pointsActions(c: ContexteDocument, choisir: (action: ActionDocument) => boolean): Texte[] {
  return ordonner(c.actions.filter(choisir)).map((action) => {
    const [pourLe, faiteLe] = [jour(action.pourLe), jour(action.faiteLe)];
    if (faiteLe) return t`${FAITE} ${action.quoi}, fait le ${jourCourt(faiteLe)}`;
    return pourLe ? t`${A_FAIRE} ${action.quoi}, pour le ${fort(jourCourt(pourLe))}` : t`${A_FAIRE} ${action.quoi}`;
  });
}

function etatAction(c: ContexteDocument, pourLe: DateCivile | null, faiteLe: DateCivile | null): Texte {
  if (faiteLe) return t`${FAITE} ${jourCourt(faiteLe)}`;
  return pourLe !== null && pourLe < c.jour ? t`${A_FAIRE} à reprendre` : t`${A_FAIRE}`;
}

/** The shared plan: what, by when, done. */
export const tableauActions = (
  c: ContexteDocument,
  actions: readonly ActionDocument[] = c.actions,
  vides = RANGEES_VIDES,
): Bloc => ({
  genre: 'tableau',
  colonnes: [
    { titre: 'Ce que je fais', part: 6 },
    { titre: 'Pour le', part: 2 },
    { titre: 'Fait le', part: 2 },
  ],
  rangees: ordonner(actions).map((action) => {
    const [pourLe, faiteLe] = [jour(action.pourLe), jour(action.faiteLe)];
    return [[t`${action.quoi}`], [pourLe ? t`${jourCourt(pourLe)}` : t`–`], [etatAction(c, pourLe, faiteLe)]];
  }),
  vides,
});
