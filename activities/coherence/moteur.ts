import type { Numero } from '../../domain/dossier/numero';
import type { EtatConnu, EtatParcours, MessageRecu, ReponseSituer, Suivi } from '../../domain/parcours/parcours';
import type { MessageGarde } from '../../registre';

/** What a run, alive or ended, knows of its journey, what it received without having examined it, and who it says follows the person. */
export type EtatDUneExecution = EtatConnu & { recus: MessageRecu[]; suivi: Suivi | null };

/** What reconciling asks of the engine; the worker process answers with its client. */
export interface MoteurDesParcours {
  /** Journeys that run, of the numbers after one up to another (none: to the last), with the attributes they publish. */
  courants(apres: Numero, jusqua: Numero | null): Promise<Map<Numero, Partial<ReponseSituer['attributs']>>>;
  /** Numbers of the journeys that ended otherwise than by themselves since an instant. */
  tombes(depuis: Date): Promise<Numero[]>;
  /** Ids of the appointments whose mail ended otherwise than by itself since an instant, and runs no more. */
  rendezVousTombes(depuis: Date): Promise<string[]>;
  court(numero: Numero): Promise<boolean>;
  /** Null when no run is left, or none answers. */
  connait(numero: Numero): Promise<EtatDUneExecution | null>;
  /** Starts a journey from a state; one that runs is left as it is. */
  rouvrir(etat: EtatParcours): Promise<void>;
  /** Makes a journey ask again. */
  relancer(numero: Numero): Promise<void>;
  /** Sends a message, to a journey started from this state when none runs. */
  renvoyer(etat: EtatParcours, message: Pick<MessageGarde, 'acte' | 'contenu'>): Promise<void>;
}
