import { randomUUID } from 'node:crypto';
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { deFront } from '../../../commun/de-front';
import { entreeCatalogue } from '../../../domain/catalogue/catalogue';
import { lireBaseRendezVous } from '../../../domain/catalogue/cle-courrier';
import type { Numero } from '../../../domain/dossier/numero';
import type { Acte } from '../../../domain/faits/actes';
import { phrase } from '../../../domain/faits/erreurs';
import type { Issue } from '../../../domain/faits/journal';
import { empreinteDuMessage } from '../../../domain/parcours/empreinte-message';
import type { EtatRendezVous } from '../../../domain/rendez-vous/question';
import {
  type CourrierTenu,
  type DossierInscrit,
  estMalformee,
  etatParcours,
  garderMessage,
  lireDossier,
  type MessageGarde,
  retirerMessages,
} from '../../../registre';
import * as messages from '../../../workflows/parcours/messages';
import * as rendezVous from '../../../workflows/rendez-vous/messages';
import type { ContenuActe } from './acte';
import type { DepsParcours } from './deps';
import { peutEtreParvenu } from './sort-d-un-envoi';

/** How long a person waits for the engine to take her message, then for the outcome, before she is told that it is on its way. */
const ATTENTE_MS = 5_000;
/** Journeys told at a time: a portfolio of five hundred hears within seconds, and the engine takes no burst. */
const DE_FRONT = 10;

/**
 * Sends an act to a journey and waits a little for its outcome. The register keeps it first, until the journey has taken it in: what is
 * said to be on its way stays true whatever the engine loses (`reprises` sends it again). A journey that closed is taken up again from
 * the register.
 * @returns the outcome, EN_COURS when neither engine nor worker answered in time, or REFUSE when they do not hold our key, the register
 * cannot keep it, or another message waits under its id
 * @throws what the engine refuses for good, the message then forgotten
 */
export async function envoyerActe(
  { registre, temporal }: Pick<DepsParcours, 'registre' | 'temporal'>,
  inscrit: DossierInscrit,
  acte: Acte,
  contenu: ContenuActe,
): Promise<Issue | 'EN_COURS'> {
  const { numero, version } = inscrit;
  const id = contenu.id ?? randomUUID();
  const message = { numero, id, acte, contenu: { ...contenu, id }, auteur: contenu.auteur ?? 'operateur' };
  const refuser = (code: 'MESSAGE_INDECHIFFRABLE' | 'DONNEES_REFUSEES' | 'IDENTIFIANT_DEJA_PRIS'): Issue => {
    return { id, statut: 'REFUSE', code, phrase: phrase(code), version };
  };
  try {
    const garde = await garderMessage(registre, message, new Date());
    if (empreinteDuMessage(garde) !== empreinteDuMessage(message)) return refuser('IDENTIFIANT_DEJA_PRIS');
  } catch (erreur) {
    if (estMalformee(erreur)) return refuser('DONNEES_REFUSEES');
    throw erreur;
  }
  // Not received, or not readable, and its author is told so: it is not to arrive behind her back.
  const oublier = () => retirerMessages(registre, numero, [id], new Date());
  try {
    await sansAttendre(temporal, () => signaler(temporal, inscrit, message));
  } catch (erreur) {
    // The server may have it all the same: it stays, and is sent again until the journey has it; its id makes the second one harmless.
    if (peutEtreParvenu(erreur)) return 'EN_COURS';
    await oublier().catch(() => undefined);
    throw erreur;
  }
  try {
    const issue = await attendreIssue({ registre, temporal }, numero, id);
    // Sent twice, the journey may have taken it in before this copy was kept.
    if (issue !== 'EN_COURS') await oublier().catch(() => undefined);
    return issue;
  } catch (erreur) {
    if (!nAPasLaCle(erreur)) throw erreur;
    await oublier();
    return refuser('MESSAGE_INDECHIFFRABLE');
  }
}

const signaler = (temporal: Client, inscrit: DossierInscrit, { acte, contenu }: MessageGarde): Promise<unknown> =>
  temporal.workflow.signalWithStart(messages.typeParcours, {
    ...messages.departParcours(etatParcours(inscrit)),
    signal: acte,
    signalArgs: [contenu],
  });

async function attendreIssue(
  { registre, temporal }: Pick<DepsParcours, 'registre' | 'temporal'>,
  numero: Numero,
  id: string,
): Promise<Issue | 'EN_COURS'> {
  try {
    const courant = temporal.workflow.getHandle(messages.idParcours(numero));
    return await sansAttendre(temporal, () => courant.executeUpdate(messages.reponse, { args: [id] }));
  } catch (erreur) {
    if (peutEtreParvenu(erreur)) return 'EN_COURS';
    if (!(erreur instanceof WorkflowNotFoundError)) throw erreur;
    // A journey that closes as soon as it has judged, or had closed already, answers no question: it wrote its outcome before.
    const issues = (await lireDossier(registre, numero))?.memoire?.issues ?? {};
    return Object.hasOwn(issues, id) ? issues[id]! : 'EN_COURS';
  }
}

/** Left to itself, the client asks an engine that is away for half a minute. */
const sansAttendre = <R>(temporal: Client, appel: () => Promise<R>): Promise<R> =>
  temporal.withDeadline(Date.now() + ATTENTE_MS, appel);

/** The id we just drew or checked is none to the journey: its worker cannot read what our key encrypts, the fact no more than its id. */
const nAPasLaCle = (erreur: unknown): boolean =>
  erreur instanceof WorkflowUpdateFailedError &&
  erreur.cause instanceof ApplicationFailure &&
  erreur.cause.type === messages.ID_ILLISIBLE;

/**
 * Tells journeys that something changed beside them: what held their letters no longer does, someone else follows the person. One that
 * closed has nothing to ask.
 */
export const relancer = (temporal: Client, numeros: Iterable<Numero>): Promise<void> =>
  deFront(DE_FRONT, numeros, (numero) => {
    const poignee = temporal.workflow.getHandle(messages.idParcours(numero));
    const relance = { id: `relance-${randomUUID()}` };
    return siVivant(sansAttendre(temporal, () => poignee.signal(messages.relancer, relance)));
  });

/**
 * Tells the mail of an appointment that it changed, and starts or takes it up again when need be. Durable once this returns,
 * workers up or down.
 */
export async function prevenirRendezVous(temporal: Client, etat: EtatRendezVous): Promise<void> {
  await temporal.workflow.signalWithStart(rendezVous.typeRendezVous, {
    ...rendezVous.departRendezVous(etat),
    signal: rendezVous.rendezVousChange,
  });
}

/** Tells whoever waits to send these letters: the journeys, or the mail of the appointments. */
export async function prevenirCourriers(temporal: Client, tenus: readonly CourrierTenu[]): Promise<void> {
  const origine = ({ code }: CourrierTenu) => entreeCatalogue(code).origine;
  const parcours = tenus.filter((c) => origine(c) === 'REGLES' || origine(c) === 'PARCOURS');
  await relancer(temporal, new Set(parcours.map(({ numero }) => numero)));
  const ids = tenus.flatMap((c) => lireBaseRendezVous(c.code, c.base)?.id ?? []);
  for (const id of new Set(ids)) {
    await siVivant(temporal.workflow.getHandle(rendezVous.idRendezVous(id)).signal(rendezVous.rendezVousChange));
  }
}

const siVivant = (signal: Promise<void>): Promise<void> =>
  signal.catch((erreur: Error) => {
    if (erreur.name !== 'WorkflowNotFoundError') throw erreur;
  });
