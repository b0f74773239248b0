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
import { dureeEnClair } from '../affichage/durees';
import { compte } from '../affichage/libelles';
import { decalageDuRegistre, TOLERANCE_REGISTRE_SECONDES } from './sante/horloges';
import { type Bloques, parcoursEndormis, tachesEnEchec } from './sante/parcours-bloques';
import { FILES, type WorkerVu, workersVus } from './sante/workers-vus';

/** What an operator looks at: beyond parts that answer, work that does not go on. Names nobody. */
export interface ReleveSante {
  /** One French sentence for each thing to look at; empty when all is well. */
  alertes: string[];
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
/** The first attempts take ten minutes, the next one comes a quarter of an hour after: beyond an hour the relay is at fault. */
const ATTENTE_MAX_MS = 3_600_000;
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
  return { alertes: direAlertes(releve, maintenant), ...releve };
}

async function tousSuspendus(registre: Registre): Promise<ReleveSante['suspendus']> {
  const total = (await blocagesEnCours(registre)).find(({ code, agence }) => code === null && agence === null);
  return total === undefined ? null : { depuis: total.le, par: total.par };
}

function direAlertes(releve: Omit<ReleveSante, 'alertes'>, maintenant: Date): string[] {
  const { enEchec, enRetard, workers, decalageRegistre, courriers, suspendus, refus, donnees, inconnus } = releve;
  const alertes: string[] = [];
  if (enEchec.nombre > 0) {
    alertes.push(
      `Tâche de workflow en échec dans ${compte(enEchec.nombre, 'parcours', 'parcours')} : rien n’y avance.`,
    );
  }
  if (enRetard.nombre > 0) {
    alertes.push(`En retard de plus d’un quart d’heure : ${compte(enRetard.nombre, 'parcours', 'parcours')}.`);
  }
  for (const [file] of FILES) {
    const siens = workers.filter((w) => w.file === file);
    if (siens.length === 0) alertes.push(`Aucun worker sur la file « ${file} ».`);
    else if (siens.every((w) => w.horsVersion))
      alertes.push(
        `Aucun worker de la version promue sur la file « ${file} » : rien n’y est confié à ceux qui vivent.`,
      );
  }
  const figes = workers.filter(({ fige }) => fige);
  for (const identite of new Set(figes.map((w) => w.identite))) {
    const siennes = figes.filter((w) => w.identite === identite);
    const files = siennes.map(({ file }) => `« ${file} »`).join(', ');
    alertes.push(
      `Le worker ${identite} ne donne plus signe de vie depuis ${dureeEnClair(Math.min(...siennes.map((w) => w.silence)))} : mort ou figé (${siennes.length > 1 ? 'files' : 'file'} ${files}).`,
    );
  }
  for (const [identite, decalage] of new Map(workers.map((w) => [w.identite, w.decalage]))) {
    if (decalage === 0) continue;
    alertes.push(
      `L’horloge du worker ${identite} ${sens(decalage)} sur celle du moteur : la mettre à l’heure, puis le relancer.`,
    );
  }
  if (Math.abs(decalageRegistre) > TOLERANCE_REGISTRE_SECONDES) {
    alertes.push(`L’horloge du registre ${sens(decalageRegistre)} sur celle de cette machine : les mettre à l’heure.`);
  }
  const attente = courriers.depuis === null ? 0 : maintenant.getTime() - courriers.depuis.getTime();
  if (attente > ATTENTE_MAX_MS) {
    alertes.push(`Le plus ancien courrier à partir attend depuis ${dureeEnClair(attente / 1_000)}.`);
  }
  if (suspendus !== null) {
    const depuis = (maintenant.getTime() - suspendus.depuis.getTime()) / 1_000;
    alertes.push(
      `Tous les courriers sont suspendus depuis ${dureeEnClair(depuis)}, par ${suspendus.par} : « jalon courriers liste » dit pourquoi.`,
    );
  }
  if (refus !== null) {
    alertes.push(
      `Des serveurs refusent nos e-mails, ${compte(refus.dossiers, 'dossier')} concernés, par notre faute (${refus.motifs[0] ?? 'sans réponse gardée'}) : vérifier SPF, DKIM et le relais.`,
    );
  }
  if (donnees !== null) {
    const { messages, dossiers, autres } = donnees;
    alertes.push(
      `Le registre refuse les données de ${compte(messages, 'message')} (${dossiers.length > 1 ? 'dossiers' : 'dossier'} ${dossiers.join(', ')}${autres > 0 ? ` et ${autres} de plus, dans « jalon taches »` : ''}) : la cause est au journal des workers.`,
    );
  }
  if (inconnus !== null) {
    const { messages, exemples } = inconnus;
    const lesquels = exemples.map(({ nom, workflow }) => `« ${nom} » à ${workflow}`).join(', ');
    alertes.push(
      `Depuis un jour, ${compte(messages, 'message')} d’un nom inconnu : ${lesquels}. Rien n’en est gardé : voir qui envoie.`,
    );
  }
  return alertes;
}

const sens = (decalage: number): string => `${decalage > 0 ? 'avance' : 'retarde'} de ${dureeEnClair(Math.abs(decalage))}`;
