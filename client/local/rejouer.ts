import type { Client, HistoryAndWorkflowId } from '@temporalio/client';
import { type InjectedSinks, Worker } from '@temporalio/worker';
import { convertisseurDesWorkers } from '../../commun/data-converter';
import type { Reglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';
import { bundleDesWorkflows } from '../../worker/bundle';
import type { DitsDesWorkflows } from '../../workflows/echecs/messages';
import { enAvance } from '../usages/commun/en-avance';
import { type Execution, type ExecutionLue, lireExecution, listerExecutions } from '../usages/commun/executions';
import { taireLeMoteur } from './taire-le-moteur';

/** What is replayed of the engine: all that lives, unless told otherwise. */
export interface DemandeRejeu {
  /** One type of workflow alone. */
  type?: string | undefined;
  /** Of each type, that many drawn by lot. */
  echantillon?: number | undefined;
  /** Told now and then how many are replayed. */
  suivre?: (rejouees: number) => void;
}

/** A run that this code would not go on with. */
export interface EchecDeRejeu extends Execution {
  /** French, then the SDK's own words. */
  raison: string;
}

export interface BilanRejeu {
  /** How many were replayed, by type. */
  rejouees: Record<string, number>;
  echecs: EchecDeRejeu[];
}

/** Histories fetched ahead: replaying one takes milliseconds, asking for it too. */
const EN_AVANCE = 8;
const SUIVRE_TOUS_LES = 500;

/**
 * Replays with this code what the engine has under way, as its workers would after a deploy. Reads the engine and writes nothing there.
 * @throws what the engine throws when it goes away meanwhile
 */
export async function rejouer(client: Client, reglages: Reglages, demande: DemandeRejeu): Promise<BilanRejeu> {
  const { type, echantillon } = demande;
  const query = ['ExecutionStatus = "Running"', ...(type === undefined ? [] : [`WorkflowType = "${type}"`])].join(
    ' AND ',
  );
  const vivantes = listerExecutions(client, query);
  const tirees = echantillon === undefined ? vivantes : await tirer(vivantes, echantillon);
  return rejouerLues(
    enAvance(tirees, EN_AVANCE, (execution) => lireExecution(client, execution)),
    reglages,
    demande.suivre,
  );
}

/** The same, of histories that are there already. */
export async function rejouerLues(
  lues: AsyncIterable<ExecutionLue> | Iterable<ExecutionLue>,
  reglages: Pick<Reglages, 'cache' | 'cles' | 'donnees'>,
  suivre: (rejouees: number) => void = () => undefined,
): Promise<BilanRejeu> {
  taireLeMoteur();
  const bilan: BilanRejeu = { rejouees: {}, echecs: [] };
  let enCours: Execution | null = null;
  let dit: string | null = null;
  let total = 0;
  async function* histoires(): AsyncGenerator<HistoryAndWorkflowId> {
    for await (const { execution, histoire } of lues) {
      // Gone between the list and its history: nothing of it is to go on.
      if (histoire === null) continue;
      [enCours, dit] = [execution, null];
      yield { workflowId: execution.workflow, history: histoire };
    }
  }
  const sinks: InjectedSinks<DitsDesWorkflows> = {
    echecs: {
      dire: {
        fn(_info, message) {
          dit ??= message;
        },
        callDuringReplay: true,
      },
    },
  };
  const options = {
    workflowBundle: await bundleDesWorkflows(reglages.cache),
    dataConverter: convertisseurDesWorkers(trousseauDe(reglages)),
    sinks,
  };
  // One at a time: the result is that of the history just given.
  for await (const { error } of Worker.runReplayHistories(options, histoires())) {
    const execution = enCours!;
    bilan.rejouees[execution.type] = (bilan.rejouees[execution.type] ?? 0) + 1;
    if (error) bilan.echecs.push({ ...execution, raison: raisonDe(error, dit) });
    total += 1;
    if (total % SUIVRE_TOUS_LES === 0) suivre(total);
  }
  return bilan;
}

function raisonDe(erreur: Error, dit: string | null): string {
  const details = erreur.message.replace(/^.*?Details: /s, '');
  if (erreur.name === 'DeterminismViolationError')
    return `ce code ne retrouve pas ce que l’histoire a fait (TMPRL1100) : ${details}`;
  return `sa tâche échouerait : ${dit ?? details}`;
}

/** That many of each type, each with the same chance. */
async function tirer(vivantes: AsyncIterable<Execution>, combien: number): Promise<Execution[]> {
  const parType = new Map<string, { vues: number; gardees: Execution[] }>();
  for await (const execution of vivantes) {
    const urne = parType.get(execution.type) ?? { vues: 0, gardees: [] };
    parType.set(execution.type, urne);
    urne.vues += 1;
    if (urne.gardees.length < combien) urne.gardees.push(execution);
    else {
      const place = Math.floor(Math.random() * urne.vues);
      if (place < combien) urne.gardees[place] = execution;
    }
  }
  return [...parType.values()].flatMap(({ gardees }) => gardees);
}
