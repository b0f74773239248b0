import { randomBytes } from 'node:crypto';
import { lireSaisieRendezVous, type SaisieRendezVous } from '../../domain/rendez-vous/saisie';
import { creerRendezVous } from '../../registre';
import type { DepsApercu } from './commun/deps';
import type { ContexteRendezVous } from './rendez-vous/contexte';
import { type ApercuRendezVous, cadreDe, illisible, juger } from './rendez-vous/projet';
import { type Auteur, aConfirmer, type DepsRendezVous, type SuiteGeste, suivre } from './rendez-vous/suite';

/** An id of an appointment: short enough to be typed, never drawn twice. */
export const nouvelId = (): string => randomBytes(8).toString('hex');

/** An appointment to plan; the same id twice plans one. */
export interface DemandePlanification {
  id: string;
  saisie: SaisieRendezVous;
}

/** What planning an appointment would do. */
export async function previsualiserRendezVous(
  deps: DepsApercu,
  contexte: ContexteRendezVous,
  { id, saisie }: DemandePlanification,
  maintenant: Date,
): Promise<ApercuRendezVous> {
  const lue = lireSaisieRendezVous(saisie);
  if (!lue.ok) return illisible(lue.refus);
  const cadre = cadreDe(contexte, lue.demande);
  const { numero } = contexte.inscrit;
  const neuf = {
    statut: 'PREVU',
    sequence: 0,
    compteRendu: null,
    fixeLe: maintenant.toISOString(),
    closLe: null,
  } as const;
  return juger(deps, contexte, { id, numero, sorte: lue.demande.sorte, ...cadre, ...neuf }, maintenant);
}

/** Plans an appointment; the same id twice plans one. @param contexte the dossier as the caller read it */
export async function planifierRendezVous(
  deps: DepsRendezVous,
  contexte: ContexteRendezVous,
  demande: DemandePlanification,
  qui: Auteur,
  maintenant: Date,
): Promise<SuiteGeste> {
  const { id } = demande;
  const deja = contexte.rendezVous.find((r) => r.id === id);
  if (deja) return suivre(deps, { suite: 'DEJA_FAIT', rendezVous: deja });
  const { refus, avertissements, projet } = await previsualiserRendezVous(deps, contexte, demande, maintenant);
  if (projet === null || refus.length > 0) return { statut: 'REFUSE', refus };
  const restants = aConfirmer(avertissements, qui);
  if (restants.length > 0) return { statut: 'A_CONFIRMER', avertissements: restants };
  const { numero, sorte, debut, dureeMinutes, mode, lieu, lien, intitule } = projet;
  const nouveau = { id, numero, sorte, debut, dureeMinutes, mode, lieu, lien, intitule };
  return suivre(deps, await creerRendezVous(deps.registre, nouveau, qui.auteur, maintenant));
}
