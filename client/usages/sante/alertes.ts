import { dureeEnClair } from '../../affichage/durees';
import { compte } from '../../affichage/libelles';
import { TOLERANCE_REGISTRE_SECONDES } from './horloges';
import { direLesCles } from './parcours-bloques';
import type { ReleveSante } from './releve';
import { FILES, type WorkerVu } from './workers-vus';

/** The first attempts take ten minutes, the next one comes a quarter of an hour after: beyond an hour the relay is at fault. */
const ATTENTE_MAX_MS = 3_600_000;

/** One French sentence for each thing to look at. */
export function direAlertes(releve: Omit<ReleveSante, 'alertes' | 'informations'>, maintenant: Date): string[] {
  const {
    enEchec,
    enRetard,
    workers,
    decalageRegistre,
    registrePlein,
    clesManquantes,
    courriers,
    suspendus,
    refus,
    donnees,
    inconnus,
  } = releve;
  const alertes: string[] = [];
  if (registrePlein) {
    alertes.push('Le disque du registre est plein : il se lit, et ne garde plus rien. Y faire de la place.');
  }
  if (clesManquantes.length > 0) {
    const dit = direLesCles(clesManquantes);
    alertes.push(
      `${dit[0]!.toUpperCase()}${dit.slice(1)}, et des parcours en cours ou des seconds facteurs en ont besoin : « jalon cles verifier » dit lesquels.`,
    );
  }
  if (enEchec.nombre > 0) {
    alertes.push(
      `Tâche de workflow en échec dans ${compte(enEchec.nombre, 'parcours', 'parcours')} : rien n’y avance.`,
    );
  }
  if (enRetard.nombre > 0) {
    alertes.push(`En retard de plus d’un quart d’heure : ${compte(enRetard.nombre, 'parcours', 'parcours')}.`);
  }
  // One that another replaced is no longer counted on.
  const tenus = workers.filter(({ remplacePar }) => remplacePar === undefined);
  for (const [file] of FILES) {
    const siens = tenus.filter((w) => w.file === file);
    if (siens.length === 0) alertes.push(`Aucun worker sur la file « ${file} ».`);
    else if (siens.every((w) => w.horsVersion))
      alertes.push(
        `Aucun worker de la version promue sur la file « ${file} » : rien n’y est confié à ceux qui vivent.`,
      );
  }
  const figes = tenus.filter(({ fige }) => fige);
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

/** One sentence for each worker that fell silent and that another one, started since on its machine, stands in for. */
export function direRemplacements(workers: readonly WorkerVu[]): string[] {
  const remplaces = new Map(workers.flatMap((w) => (w.remplacePar === undefined ? [] : [[w.identite, w.remplacePar]])));
  return [...remplaces].map(([identite, remplacant]) => {
    const silence = Math.min(...workers.filter((w) => w.identite === identite).map((w) => w.silence));
    return `Le worker ${identite} s’est tu il y a ${dureeEnClair(silence)}, ${remplacant} l’a remplacé depuis sur la même machine.`;
  });
}

const sens = (decalage: number): string =>
  `${decalage > 0 ? 'avance' : 'retarde'} de ${dureeEnClair(Math.abs(decalage))}`;
