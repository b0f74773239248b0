import { type DateCivile, joursEntre } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { estDemande } from '../../../domain/parcours/demandes';
import type { MemoireCourrier } from '../../../domain/parcours/parcours';
import type { LettrePartie, Vue } from './vies';

/** What a letter was left to at a pass, that the same pass says will not leave; to who died nothing does. */
export const laisseesARien = ({ reponse, situation }: Vue): string[] => {
  if (situation.decesSignale) return [];
  const tombees = new Set(
    situation.courriers.filter(({ statut }) => ['ANNULE', 'PERIME', 'REPRIS'].includes(statut)).map(({ cle }) => cle),
  );
  return Object.entries(reponse.memoires).flatMap(([cle, { statut, remplacePar }]) =>
    statut === 'RECTIFIE' && remplacePar !== undefined && tombees.has(remplacePar) ? [`${cle} : ${remplacePar}`] : [],
  );
};

const jourDe = (quand: string): DateCivile => dateLocale(new Date(quand), fuseau('metropole'));

/**
 * Days that a letter which says another false may take after that is known, the others leaving that day: a return is told on a working day, the
 * refusal of a silent person is held for two of them. Seven hold both, with a week-end and two days off.
 */
const LE_LENDEMAIN: Partial<Record<string, number>> = { RETOUR: 7, C05_REFUS: 7 };

/**
 * Whether one that says another false left after the day on which that was known; what asks for something by a day may be asked anew on its own
 * day, the first day harming nobody until then.
 */
export function retardDeTrop(
  { code }: MemoireCourrier,
  cle: string,
  { du, quand }: LettrePartie,
  vues: readonly Vue[],
): boolean {
  if (estDemande(code)) return false;
  const fausse = (vue: Vue | undefined) =>
    vue?.situation.courriers.some((c) => c.cle === cle && c.statut === 'RECTIFIE');
  const connue = vues.findLast((vue, rang) => vue.quand <= quand && fausse(vue) && !fausse(vues[rang - 1]))!;
  return joursEntre(jourDe(connue.quand), jourDe(quand)) > (LE_LENDEMAIN[du.code] ?? 0);
}
