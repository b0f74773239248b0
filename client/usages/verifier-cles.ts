import type { Client } from '@temporalio/client';
import { clesEmployees } from '../../commun/cles-employees';
import type { Trousseau } from '../../commun/trousseau';
import { clesDesSecondsFacteurs, type Registre } from '../../registre';
import { enAvance } from './commun/en-avance';
import { lireExecution, listerExecutions } from './commun/executions';

/** What still needs a key of the codec, counted. */
export interface UsageDeCle {
  cle: string;
  auTrousseau: boolean;
  /** Runs under way with something that it encrypted. */
  enCours: number;
  /** Closed ones, that the engine still keeps. */
  termines: number;
  plannings: number;
  /** Accounts whose second factor it closes. */
  secondsFacteurs: number;
}

export interface BilanCles {
  /** The one that encrypts. */
  courante: string;
  /** Runs whose history was read. */
  histoires: number;
  /** Those of the key ring, in its order, then those that are missing from it. */
  cles: UsageDeCle[];
}

type Emploi = Exclude<keyof UsageDeCle, 'cle' | 'auTrousseau'>;

const EN_AVANCE = 8;
const SUIVRE_TOUS_LES = 1_000;

/**
 * Which keys are still needed, and by what: every history that the engine keeps is read, none is decrypted, nothing is written.
 * @param suivre told now and then how many histories were read
 */
export async function verifierCles(
  { registre, temporal }: { registre: Registre; temporal: Client },
  trousseau: Pick<Trousseau, 'courante' | 'cles'>,
  suivre: (histoires: number) => void = () => undefined,
): Promise<BilanCles> {
  const usages = new Map<string, UsageDeCle>();
  const usageDe = (cle: string): UsageDeCle => {
    const auTrousseau = trousseau.cles.has(cle);
    const neuf = { cle, auTrousseau, enCours: 0, termines: 0, plannings: 0, secondsFacteurs: 0 };
    const usage = usages.get(cle) ?? neuf;
    usages.set(cle, usage);
    return usage;
  };
  const compter = (emploi: Emploi, reponse: unknown) => {
    for (const cle of clesEmployees(reponse)) usageDe(cle)[emploi] += 1;
  };
  for (const cle of trousseau.cles.keys()) usageDe(cle);
  let histoires = 0;
  for (const [emploi, query] of [
    ['enCours', 'ExecutionStatus = "Running"'],
    ['termines', 'ExecutionStatus != "Running"'],
  ] as const) {
    const lues = enAvance(listerExecutions(temporal, query), EN_AVANCE, (e) => lireExecution(temporal, e));
    for await (const { histoire } of lues) {
      compter(emploi, histoire);
      histoires += 1;
      if (histoires % SUIVRE_TOUS_LES === 0) suivre(histoires);
    }
  }
  const { namespace } = temporal.options;
  for await (const { scheduleId } of temporal.schedule.list())
    compter('plannings', await temporal.workflowService.describeSchedule({ namespace, scheduleId }));
  for (const { cle, nombre } of await clesDesSecondsFacteurs(registre)) usageDe(cle).secondsFacteurs += nombre;
  return { courante: trousseau.courante, histoires, cles: [...usages.values()] };
}

/** Nothing needs it any more, and it encrypts nothing. */
export const peutEtreRetiree = ({ courante }: BilanCles, usage: UsageDeCle): boolean =>
  usage.auTrousseau && usage.cle !== courante && !sert(usage);

/** Something needs it, and it is not in the key ring. */
export const manque = (usage: UsageDeCle): boolean => !usage.auTrousseau && sert(usage);

const sert = ({ enCours, termines, plannings, secondsFacteurs }: UsageDeCle): boolean =>
  enCours + termines + plannings + secondsFacteurs > 0;
