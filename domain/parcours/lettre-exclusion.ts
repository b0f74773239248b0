import type { DateCivile } from '../calendrier/dates';
import { baseFaits, jourDeBase } from '../catalogue/cle-courrier';
import type { Resultat } from '../dossier/resultat';
import { faitsRetenus } from '../faits/faits-retenus';
import type { Fait } from '../faits/resoudre-journal';
import { condenser } from './empreinte-message';
import type { EtatParcours } from './parcours';
import { arrive } from './vie-courrier';

/** What the letter of an exclusion states of the facts, in a few characters; null where it only announces the decision. @see R27 */
export function faitsCites(
  faits: readonly Fait[],
  resultat: Pick<Resultat, 'motifFin' | 'dateFinCsp'>,
  decidee: boolean | undefined,
): string | null {
  const ecrits = decidee ? faitsRetenus(faits, resultat) : null;
  return ecrits === null ? null : condenser(ecrits);
}

/**
 * The base of the letter that announces or decides an exclusion: its last day, and the facts once those that left with an earlier one were
 * corrected. A person who holds the old ones is written to anew, with the whole decision (R28).
 */
export function baseExclusion(
  { courriers }: Pick<EtatParcours, 'courriers'>,
  fin: DateCivile,
  cites: string | null,
): string {
  const parties = Object.values(courriers).filter(
    (c) => c.code === 'SORTIE_DECIDEE' && jourDeBase(c.base) === fin && arrive(c),
  );
  // Announced only, or sent before what it states was remembered: nothing of it is known to be false.
  const dits = parties.filter(({ dit }) => dit !== undefined && dit !== '');
  if (cites === null || dits.length === 0) return parties.at(-1)?.base ?? fin;
  return dits.find(({ dit, statut }) => dit === cites && statut === 'PARTI')?.base ?? baseFaits(fin, cites);
}
