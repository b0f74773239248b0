import type { Client } from '@temporalio/client';
import {
  blocagesEnCours,
  type CourriersEnAttente,
  courriersEnAttente,
  type DonneesRefusees,
  donneesRefusees,
  type MessagesInconnus,
  messagesInconnus,
  type RefusSubis,
  type Registre,
  refusSubis,
} from '../../registre';
import { direAlertes, direRemplacements } from './sante/alertes';
import { decalageDuRegistre } from './sante/horloges';
import { type Bloques, parcoursEndormis, tachesEnEchec } from './sante/parcours-bloques';
import { type WorkerVu, workersVus } from './sante/workers-vus';

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

export interface DepsSante {
  registre: Registre;
  temporal: Client;
}

/** Of each kind; `listerBloques` gives the rest. */
const MONTRES = 10;
/** An engine that does not say in that time what does not go on is away. */
const MOTEUR_MS = 5_000;

/**
 * Asks register and engine what does not go on.
 * @param montres how many blocked journeys of each kind are named
 * @throws when one of them is away, the engine within five seconds
 */
export async function releverSante(
  { registre, temporal }: DepsSante,
  maintenant: Date,
  montres = MONTRES,
): Promise<ReleveSante> {
  const premiers = { limite: montres, decalage: 0 };
  const [enEchec, enRetard, workers, decalageRegistre, courriers, suspendus, refus, donnees, inconnus] =
    await temporal.withDeadline(Date.now() + MOTEUR_MS, () =>
      Promise.all([
        tachesEnEchec(temporal, premiers),
        parcoursEndormis(registre, temporal, maintenant, premiers),
        workersVus(temporal, maintenant),
        decalageDuRegistre(registre),
        courriersEnAttente(registre, maintenant),
        tousSuspendus(registre),
        refusSubis(registre, maintenant),
        donneesRefusees(registre),
        messagesInconnus(registre, maintenant),
      ]),
    );
  const releve = { enEchec, enRetard, workers, decalageRegistre, courriers, suspendus, refus, donnees, inconnus };
  return { alertes: direAlertes(releve, maintenant), informations: direRemplacements(workers), ...releve };
}

async function tousSuspendus(registre: Registre): Promise<ReleveSante['suspendus']> {
  const total = (await blocagesEnCours(registre)).find(({ code, agence }) => code === null && agence === null);
  return total === undefined ? null : { depuis: total.le, par: total.par };
}
