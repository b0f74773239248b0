import { type DateCivile, dateCivile } from '../calendrier/dates';
import type { Dossier } from '../dossier/dossier';
import type { EntreeJournal } from '../faits/journal';
import { type JournalResolu, resoudreJournal } from '../faits/resoudre-journal';
import { choisirReglement, type NomReglement } from './reglements';

/** The opening with the règlement that its date chooses, recorded: whatever règlement comes later, the journey keeps it. @see R3 */
export function inscrireReglement(dossier: Dossier): Dossier {
  const nom = choisirReglement(dossier)?.nom;
  return dossier.reglement === undefined && nom !== undefined ? { ...dossier, reglement: nom } : dossier;
}

/**
 * What a rectification of the opening's dates does to the règlement recorded: one that its date had chosen follows the true date, one
 * that was imposed stays.
 * @returns the name to record; undefined when nothing changes, null when no règlement was in force on the true date
 */
export function reglementRectifie(avant: Dossier, champs: Partial<Dossier>): string | null | undefined {
  const parDate = ({ reglement: _, ...dossier }: Dossier) => choisirReglement(dossier)?.nom ?? null;
  if ('reglement' in champs || avant.reglement === undefined || avant.reglement !== parDate(avant)) return undefined;
  const nom = parDate({ ...avant, ...champs });
  return nom === avant.reglement ? undefined : nom;
}

/** Before a journey recorded its règlement, these were in force, each for the validity then known, the latest first. */
const AVANT_L_INSCRIPTION: readonly { nom: NomReglement; debut: string; finValidite: DateCivile }[] = [
  { nom: 'csp-2015-v2021', debut: '2021-10-01', finValidite: dateCivile('2026-12-31') },
  { nom: 'csp-2015-v2015', debut: '2015-02-01', finValidite: dateCivile('2021-09-30') },
];

/**
 * The journal of a live journey, with the règlement it was opened under: the one recorded, else the one that its date chose when none
 * was recorded. Everything that evaluates a live journey reads it here.
 * @see R3
 */
export function resoudreParcours(ouverture: Dossier, journal: readonly EntreeJournal[]): JournalResolu {
  const resolu = resoudreJournal(ouverture, journal);
  if (resolu.dossier.reglement !== undefined) return resolu;
  const jour = resolu.dossier.dateEngagementProcedure ?? resolu.dossier.dateRemise;
  const alors = AVANT_L_INSCRIPTION.find(({ debut }) => debut <= jour);
  if (alors === undefined) return resolu;
  const { nom, finValidite } = alors;
  return { ...resolu, dossier: { ...resolu.dossier, reglement: nom }, surcharge: { finValidite, ...resolu.surcharge } };
}
