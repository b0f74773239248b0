import { type DateCivile, enChiffres } from '../../domain/calendrier/dates';
import { type DepartReel, type RaisonDepart, raisonsDepart } from '../../domain/parcours/depart';
import { departEnClair } from './libelles';

/** A letter to come, as every display says it: the day of the law, and what really happens. */
interface Depart {
  date: DateCivile;
  reel: DepartReel;
}

/** "24/11/2026 à 9 h 12"; null while someone holds it. */
const leJour = ({ reel }: Depart, fuseau: string): string | null =>
  reel.quand === null ? null : departEnClair(reel.quand, fuseau);

/** " (prévu le 22/11/2026 : le jour prévu était déjà passé)"; nothing when it leaves on the day of the law. */
export const ecartDit = ({ date, raison }: { date: DateCivile; raison: RaisonDepart | null }): string =>
  raison === null ? '' : ` (prévu le ${enChiffres(date)}\u00a0: ${raisonsDepart[raison]})`;

const ecart = ({ date, reel: { raison } }: Depart): string => ecartDit({ date, raison });

/** "24/11/2026 à 9 h 12 (prévu le 22/11/2026 : …)", "sans date (prévu le 22/11/2026 : quelqu’un le retient)". */
export const departDit = (depart: Depart, fuseau: string): string =>
  `${leJour(depart, fuseau) ?? 'sans date'}${ecart(depart)}`;

/** A departure that moves: null on the side where there is none. */
interface Deplacement {
  avant: Depart | null;
  apres: Depart | null;
}

/** "partira le 24/11/2026 au lieu du 20/11/2026", with the reason when that is not the day of the law. */
export function deplacementDit({ avant, apres }: Deplacement, fuseau: string): string {
  const [ancien, nouveau] = [avant, apres].map((depart) => depart && leJour(depart, fuseau));
  if (apres === null) return `ne partira pas (prévu le ${ancien ?? enChiffres(avant!.date)})`;
  const auLieu = ancien ? ` au lieu du ${ancien}` : '';
  return nouveau ? `partira le ${nouveau}${auLieu}${ecart(apres)}` : `attend${ecart(apres)}`;
}

/** "partira le 24/11/2026 à 9 h 12", "attend (prévu le 22/11/2026 : quelqu’un le retient)". */
export const attenteDite = (depart: Depart, fuseau: string): string =>
  deplacementDit({ avant: null, apres: depart }, fuseau);
