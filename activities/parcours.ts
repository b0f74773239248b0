import type { Surcharge } from '../domain/droit/calculer';
import { resoudreJournal } from '../domain/faits/resoudre-journal';
import type {
  DemandeSituer,
  EtatParcours,
  MemoireCourrier,
  ModeEnvoi,
  ReponseSituer,
  TacheDue,
} from '../domain/parcours/parcours';
import type { Situation } from '../domain/parcours/situation';
import { situer } from '../domain/parcours/situer';
import { TACHES_SUIVIES } from '../domain/parcours/taches-dues';
import { avecJour, type RendezVousPrevu } from '../domain/rendez-vous/suspension';
import { annonceUnEntretien, sansEntretienPrevu, tachesADeplacer } from '../domain/rendez-vous/taches';
import {
  clorePerimees,
  deposerTache,
  enregistrerSituation,
  lirePersonnes,
  type Registre,
  rendezVousPrevus,
  retourInterruption,
} from '../registre';
import { cloreCourriers } from './clore-courriers';

export interface DepsParcours {
  registre: Registre;
  envoi: ModeEnvoi;
  /** Minutes during which a letter born of a recorded fact is held. */
  retenueMinutes?: number;
  /** Parameters laid over every règlement, as an agency's configuration may do (R3). */
  surcharge?: Surcharge;
}

export interface DemandeInscrire {
  etat: EtatParcours;
  taches: TacheDue[];
  /** Letters whose fate changed without a hand-off. */
  memoires: Record<string, MemoireCourrier>;
  /** UTC instant, ISO 8601. */
  maintenant: string;
}

/** Activities of a journey: the law asked, the register written. */
export interface ActivitesParcours {
  /** Asks the law what is due. Pure: the same demand has the same answer until the rules are corrected. */
  situer(demande: DemandeSituer): Promise<ReponseSituer>;
  /** Writes the state, the situation seen from it, the letters closed without leaving and the tasks; idempotent. */
  inscrire(demande: DemandeInscrire): Promise<void>;
}

export function creerActivitesParcours({ registre, ...fixes }: DepsParcours): ActivitesParcours {
  const options = async (maintenant: string) => ({
    ...fixes,
    revenuLe: (await retourInterruption(registre, new Date(maintenant)))?.toISOString() ?? null,
  });
  return {
    situer: async (demande) => situer(demande, await options(demande.maintenant)).reponse,
    inscrire: async ({ etat, taches, memoires, maintenant }) => {
      const { numero } = etat;
      const le = new Date(maintenant);
      const { situation } = situer({ etat, enCours: [], maintenant }, await options(maintenant));
      await enregistrerSituation(registre, etat, situation, le);
      await cloreCourriers(registre, numero, memoires, le);
      const prevus = await rendezVousUtiles(registre, etat, situation, taches);
      const deplacements = tachesADeplacer(prevus, situation.resultat.suspensions ?? [], maintenant);
      const dues = [...sansEntretienPrevu(taches, prevus), ...deplacements];
      for (const tache of dues) await deposerTache(registre, { ...tache, numero }, le);
      const vivantes = dues.map(({ cle }) => cle);
      await clorePerimees(registre, numero, [...TACHES_SUIVIES, 'RDV_A_DEPLACER'], vivantes, le);
    },
  };
}

/** The appointments that tasks depend on, read only when some may: a suspension not over yet, or an interview soon due. */
async function rendezVousUtiles(
  registre: Registre,
  { numero, dossier, journal }: EtatParcours,
  { observeLe, resultat }: Situation,
  taches: readonly TacheDue[],
): Promise<RendezVousPrevu[]> {
  const suspendu = resultat.suspensions?.some(({ fin }) => fin >= observeLe) ?? false;
  if (!suspendu && !taches.some(annonceUnEntretien)) return [];
  const personnes = await lirePersonnes(registre, numero);
  if (!personnes) return [];
  const { residence } = resoudreJournal(dossier, journal).dossier;
  return avecJour(await rendezVousPrevus(registre, numero), residence, personnes.agence);
}
