import type { DateCivile } from '../calendrier/dates';
import type { Periode } from '../calendrier/intervalles';
import { contient } from '../calendrier/intervalles';
import type { Personnes } from '../dossier/personnes';
import { momentCivil, zoneRendezVous } from './heure';
import type { RendezVous } from './rendez-vous';

/** An appointment that nobody closed, with its day on its own clock. */
export type RendezVousPrevu = Pick<RendezVous, 'id' | 'numero' | 'sorte' | 'debut' | 'sequence'> & { jour: DateCivile };

/** The same appointments with their day. @param residence zone of R2 where the person lives, rectifications included */
export const avecJour = (
  prevus: readonly RendezVous[],
  residence: string,
  agence: Personnes['agence'],
): RendezVousPrevu[] =>
  prevus.map(({ id, numero, sorte, debut, sequence, mode }) => {
    const { jour } = momentCivil(debut, zoneRendezVous(mode, residence, agence));
    return { id, numero, sorte, debut, sequence, jour };
  });

/** True on a day when the person is not expected: her CSP is suspended, whatever the cause. @see R15, R24 */
export const suspenduLe = (suspensions: readonly Periode[], jour: DateCivile): boolean =>
  suspensions.some((periode) => contient(periode, jour));

/** The appointments still to come that fall inside a suspension. @param maintenant UTC instant, ISO 8601 */
export const pendantSuspension = (
  prevus: readonly RendezVousPrevu[],
  suspensions: readonly Periode[],
  maintenant: string,
): RendezVousPrevu[] => prevus.filter(({ debut, jour }) => debut > maintenant && suspenduLe(suspensions, jour));
