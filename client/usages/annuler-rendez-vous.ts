import { annulerRendezVous, type RendezVousInscrit } from '../../registre';
import type { DepsApercu } from './commun/deps';
import { type ContexteRendezVous, type CourrierVu, courriersDe } from './rendez-vous/contexte';
import {
  type Auteur,
  aChange,
  type DepsRendezVous,
  refuse,
  type SuiteGeste,
  suivreEtRanger,
} from './rendez-vous/suite';

/** What cancelling an appointment would send. */
export function courriersDeLAnnulation(
  deps: DepsApercu,
  contexte: ContexteRendezVous,
  actuel: RendezVousInscrit,
  maintenant: Date,
): CourrierVu[] {
  const annule = { statut: 'ANNULE', sequence: actuel.sequence + 1, closLe: maintenant.toISOString() } as const;
  return courriersDe(deps, contexte, { ...actuel, ...annule }, maintenant);
}

/** Cancels an appointment; the person is told, if she had been told of it. @param contexte the dossier as the caller read it */
export async function annuler(
  deps: DepsRendezVous,
  contexte: ContexteRendezVous,
  id: string,
  qui: Auteur,
  maintenant: Date,
): Promise<SuiteGeste> {
  const actuel = contexte.rendezVous.find((r) => r.id === id);
  if (!actuel) return refuse('RDV_INCONNU');
  if (aChange(actuel, qui)) return refuse('RDV_CHANGE');
  const inscrite = await annulerRendezVous(deps.registre, id, qui.auteur, maintenant);
  return suivreEtRanger(deps, inscrite, qui.auteur, maintenant);
}
