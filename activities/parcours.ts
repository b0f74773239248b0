import type { Surcharge } from '../domain/calculer';
import type { DateCivile } from '../domain/dates';
import type {
  DemandeSituer,
  EtatParcours,
  MemoireCourrier,
  ModeEnvoi,
  ReponseSituer,
  TacheDue,
} from '../domain/parcours';
import { situer } from '../domain/situer';
import { cloreCourrier, deposerTache, enregistrerSituation, type Registre } from '../registre';

export interface DepsParcours {
  registre: Registre;
  envoi: ModeEnvoi;
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

export function creerActivitesParcours({ registre, envoi, surcharge }: DepsParcours): ActivitesParcours {
  const options = surcharge === undefined ? { envoi } : { envoi, surcharge };
  return {
    situer: async (demande) => situer(demande, options).reponse,
    inscrire: async ({ etat, taches, memoires, maintenant }) => {
      const { numero } = etat;
      const le = new Date(maintenant);
      const { situation } = situer({ etat, enCours: [], maintenant }, options);
      await enregistrerSituation(registre, etat, situation, le);
      for (const [cle, { code, destinataire, base, date, statut }] of Object.entries(memoires)) {
        // What belongs to the time before a take-over was never a letter of ours.
        if (statut === 'REPRIS' || statut === 'A_REPRENDRE' || statut === 'INCERTAIN') continue;
        const lettre = { cle, numero, code, destinataire, base, datePrevue: date as DateCivile };
        await cloreCourrier(registre, lettre, statut, le);
      }
      for (const tache of taches) await deposerTache(registre, { ...tache, numero }, le);
    },
  };
}
