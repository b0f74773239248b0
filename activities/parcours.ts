import type { Surcharge } from '../domain/dossier/parametres';
import { relireJournal } from '../domain/faits/relire-journal';
import type {
  DemandeSituer,
  EtatParcours,
  MemoireCourrier,
  ModeEnvoi,
  ReponseSituer,
  TacheDue,
} from '../domain/parcours/parcours';
import type { Registre } from '../registre';
import { inscrirePasse } from './inscription';
import { passer, type RefusDuRegistre, situerAvecLePasse } from './passe';

export interface DepsParcours {
  registre: Registre;
  envoi: ModeEnvoi;
  /** Minutes during which a letter born of a recorded fact is held. */
  sursisMinutes?: number;
  /** Parameters laid over every règlement, as an agency's configuration may do (R3). */
  surcharge?: Surcharge;
  /** The clock of a question that had to wait: the real one, or that of a simulation. */
  horloge?: () => Promise<Date>;
  /** Told of the messages that the register cannot keep. */
  alerter?: (refus: RefusDuRegistre) => void;
}

/** A question put at a given instant, or, when it has to wait for the register, at the moment it can be answered. */
export type EnSonTemps<D extends { maintenant: string }> = Omit<D, 'maintenant'> & { maintenant?: string };

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
  /**
   * Asks the law what is due, and writes in the register what its answer makes of the journey. Idempotent: asked again, it writes
   * again; an answer that was lost on its way gives place to the next one.
   */
  situer(demande: EnSonTemps<DemandeSituer>): Promise<ReponseSituer>;
  /** Writes the state alone: the second half of a pass begun before `situer` wrote it. */
  inscrire(demande: DemandeInscrire): Promise<void>;
}

export function creerActivitesParcours({
  registre,
  horloge = async () => new Date(),
  alerter,
  ...options
}: DepsParcours): ActivitesParcours {
  return {
    async situer(demande) {
      const maintenant = demande.maintenant ?? (await horloge()).toISOString();
      const etat = relire(demande.etat);
      return passer(registre, { ...demande, etat, maintenant }, options, alerter);
    },
    async inscrire({ etat: ecrit, taches, memoires, maintenant }) {
      const etat = relire(ecrit);
      const demande = { etat, enCours: [], maintenant };
      const { situation, connu } = await situerAvecLePasse(registre, demande, options);
      await inscrirePasse(registre, { etat, situation, connu, taches, memoires, le: new Date(maintenant) });
    },
  };
}

/** The state of a journey that may have run since before entries named their act. */
const relire = (etat: EtatParcours): EtatParcours => ({ ...etat, journal: relireJournal(etat.journal) });
