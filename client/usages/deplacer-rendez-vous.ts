import { lireSaisieRendezVous, remarque, type SaisieRendezVous } from '../../domain/rendez-vous/saisie';
import { type CadreRendezVous, deplacerRendezVous } from '../../registre';
import type { DepsApercu } from './commun/deps';
import type { ContexteRendezVous } from './rendez-vous/contexte';
import { type ApercuRendezVous, cadreDe, illisible, juger } from './rendez-vous/projet';
import {
  type Auteur,
  aChange,
  aConfirmer,
  type DepsRendezVous,
  refuse,
  type SuiteGeste,
  suivre,
} from './rendez-vous/suite';

/** What is given of an appointment that moves: its kind stays. */
export type SaisieDeplacement = Omit<SaisieRendezVous, 'sorte'>;

export interface DemandeDeplacement {
  id: string;
  saisie: SaisieDeplacement;
}

/** What moving an appointment would do. */
export async function previsualiserDeplacement(
  deps: DepsApercu,
  contexte: ContexteRendezVous,
  { id, saisie }: DemandeDeplacement,
  maintenant: Date,
): Promise<ApercuRendezVous> {
  const actuel = contexte.rendezVous.find((r) => r.id === id);
  if (!actuel) return illisible([remarque('RDV_INCONNU')]);
  if (actuel.statut !== 'PREVU') return illisible([remarque('RDV_CLOS')]);
  const lue = lireSaisieRendezVous({ ...saisie, sorte: actuel.sorte });
  if (!lue.ok) return illisible(lue.refus);
  const cadre = cadreDe(contexte, lue.demande);
  const projet = { ...actuel, ...cadre, sequence: actuel.sequence + 1, fixeLe: maintenant.toISOString() };
  return juger(deps, contexte, projet, maintenant);
}

/** Gives another day, place or mode to an appointment. @param contexte the dossier as the caller read it */
export async function deplacer(
  deps: DepsRendezVous,
  contexte: ContexteRendezVous,
  demande: DemandeDeplacement,
  qui: Auteur,
  maintenant: Date,
): Promise<SuiteGeste> {
  const { projet, refus, avertissements } = await previsualiserDeplacement(deps, contexte, demande, maintenant);
  if (projet === null || refus.length > 0) return { statut: 'REFUSE', refus };
  const { debut, dureeMinutes, mode, lieu, lien, intitule } = projet;
  const cadre = { debut, dureeMinutes, mode, lieu, lien, intitule };
  const actuel = contexte.rendezVous.find((r) => r.id === demande.id)!;
  // Sent twice: it is there already.
  const deja = (Object.keys(cadre) as (keyof CadreRendezVous)[]).every((champ) => cadre[champ] === actuel[champ]);
  const restants = deja ? [] : aConfirmer(avertissements, qui);
  if (!deja && aChange(actuel, qui)) return refuse('RDV_CHANGE');
  if (restants.length > 0) return { statut: 'A_CONFIRMER', avertissements: restants };
  return suivre(deps, await deplacerRendezVous(deps.registre, demande.id, cadre, qui.auteur, maintenant));
}
