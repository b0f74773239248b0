import type { CourriersEnAttente, DonneesRefusees, MessagesInconnus, RefusSubis } from '../../../registre';
import type { Bloques } from './parcours-bloques';
import type { WorkerVu } from './workers-vus';

/** What an operator looks at: beyond parts that answer, work that does not go on. Names nobody. */
export interface ReleveSante {
  /** One French sentence for each thing to look at; empty when all is well. */
  alertes: string[];
  /** What happened and asks nothing of anybody, in French sentences: a worker that another one replaced. */
  informations: string[];
  /** The first of those whose task fails. */
  enEchec: Bloques;
  /** The first of those that should have woken up. */
  enRetard: Bloques;
  workers: WorkerVu[];
  /** How far the register's clock is ahead of this machine's, in seconds. */
  decalageRegistre: number;
  /** The register answers, and its disk takes nothing more. */
  registrePlein: boolean;
  /** Keys that the oldest journeys or second factors need, and that the ring does not hold. */
  clesManquantes: string[];
  courriers: CourriersEnAttente;
  /** Since when all letters are held, and by which account: `jalon` in a register that comes back from a copy. Null: they are not. */
  suspendus: { depuis: Date; par: string } | null;
  /** E-mails refused by our fault, whoever they are for; null: none, or one dossier alone. */
  refus: RefusSubis | null;
  /** Messages that the register cannot keep; null: none. */
  donnees: DonneesRefusees | null;
  /** Messages of the last day that no workflow listens to, and that concern no dossier; null: none. */
  inconnus: MessagesInconnus | null;
}
