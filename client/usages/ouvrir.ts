import { createHash, randomUUID } from 'node:crypto';
import { type Client, isGrpcDeadlineError } from '@temporalio/client';
import { type DateCivile, enChiffres } from '../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import type { Dossier } from '../../domain/dossier/dossier';
import type { Numero } from '../../domain/dossier/numero';
import type { Personnes } from '../../domain/dossier/personnes';
import { evaluer } from '../../domain/droit/calculer';
import { phrase } from '../../domain/faits/erreurs';
import { type Evenement, verifierForme } from '../../domain/faits/evenements';
import { estIdentifiant } from '../../domain/faits/identifiant';
import type { EntreeJournal, Issue } from '../../domain/faits/journal';
import { resoudreJournal } from '../../domain/faits/resoudre-journal';
import type { Acte, EtatParcours, ModeEnvoi } from '../../domain/parcours/parcours';
import { type Apercu, previsualiser as apercevoir } from '../../domain/rendez-vous/previsualiser';
import { avecJour, type RendezVousPrevu } from '../../domain/rendez-vous/suspension';
import {
  etatParcours,
  inscrireOuverture,
  lireDossier,
  lirePersonnes,
  type Registre,
  rendezVousPrevus,
} from '../../registre';
import * as messages from '../../workflows/parcours/messages';

export interface DepsParcours {
  registre: Registre;
  temporal: Client;
  envoi: ModeEnvoi;
  /** Minutes during which a letter born of a recorded fact is held; 0 by default. */
  retenueMinutes?: number;
}

/** A refusal for people: stable codes, each with its French sentence. Nothing was changed. */
export class Refus extends Error {
  override readonly name = 'Refus';
  constructor(readonly erreurs: { code: string; phrase: string }[]) {
    super(erreurs.map((e) => e.phrase).join(' '));
  }
  static de(...codes: string[]): Refus {
    return new Refus(codes.map((code) => ({ code, phrase: phrase(code) })));
  }
}

export interface DemandeOuverture {
  dossier: Dossier;
  personnes: Personnes;
  dateReprise: DateCivile | null;
  evenements: readonly unknown[];
  /** The agency's own reference, when it has one: the same one opens one dossier. */
  reference?: string;
  auteur: string;
}

const normaliser = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Idempotence key of an opening: the agency's reference, else who, born when, proposed when. */
export function empreinteOuverture({ reference, dossier, personnes }: DemandeOuverture): string {
  const { identite, agence } = personnes;
  const traits = reference
    ? [agence.id, 'reference', reference.trim()]
    : [normaliser(identite.nom), normaliser(identite.prenom), dossier.dateNaissance, dossier.dateRemise];
  return createHash('sha256').update(JSON.stringify(traits)).digest('hex');
}

/**
 * Checks an opening without recording anything.
 * @returns the codes of every reason to refuse it, empty when it may be opened
 */
export function motifsDeRefus(demande: DemandeOuverture, maintenant: Date): { code: string; phrase: string }[] {
  const formes = demande.evenements.map((evenement) => verifierForme(evenement));
  const malFormes = formes.flatMap((forme, index) =>
    forme.ok ? [] : [{ code: forme.code, phrase: `Événement n° ${index + 1} : ${phrase(forme.code)}` }],
  );
  const evenements = formes.flatMap((forme) => (forme.ok ? [forme.evenement as Evenement] : []));
  const aujourdhui = dateLocale(maintenant, fuseau(demande.dossier.residence));
  const { resultat } = evaluer(demande.dossier, evenements, { dateObservation: aujourdhui });
  if (!resultat.valide) return [...resultat.erreurs.map((code) => ({ code, phrase: phrase(code) })), ...malFormes];
  const rejetes = (resultat.rejets ?? []).map(({ index, code }) => ({
    code,
    phrase: `Événement n° ${index + 1} : ${phrase(code)}`,
  }));
  const silence =
    resultat.decision === 'REFUS_TACITE'
      ? [
          {
            code: 'REPRISE_SANS_REPONSE',
            phrase: `${phrase('REPRISE_SANS_REPONSE')} (fin de la réflexion : ${enChiffres(resultat.finReflexion!)})`,
          },
        ]
      : [];
  return [...malFormes, ...rejetes, ...silence];
}

/**
 * Opens a journey, or takes one over (`dateReprise`): register row first, then the workflow, whose first step marks it open.
 * The same opening twice opens once.
 * @throws Refus with every reason
 */
export async function ouvrirParcours(
  deps: DepsParcours,
  demande: DemandeOuverture,
  maintenant = new Date(),
): Promise<{ numero: Numero; nouveau: boolean }> {
  const refus = motifsDeRefus(demande, maintenant);
  if (refus.length > 0) throw new Refus(refus);
  const journalInitial: EntreeJournal[] = demande.evenements.map((evenement, rang) => ({
    id: `ouverture-${rang + 1}`,
    evenement: evenement as Evenement,
    auteur: demande.auteur,
    enregistreLe: maintenant.toISOString(),
    ouverture: true,
  }));
  const { dossier, personnes, dateReprise } = demande;
  const empreinte = empreinteOuverture(demande);
  const inscription = await inscrireOuverture(
    deps.registre,
    { empreinte, dossier, dateReprise, personnes, journalInitial },
    maintenant,
  );
  const inscrit = await lireDossier(deps.registre, inscription.numero);
  if (inscrit?.statut === 'OUVERTURE') await demarrer(deps.temporal, etatParcours(inscrit));
  return inscription;
}

async function demarrer(temporal: Client, etat: EtatParcours): Promise<void> {
  await temporal.workflow.start(messages.typeParcours, {
    ...messages.departParcours(etat),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}

/** Content of an act, as the signals of `workflows/messages.ts` carry it. */
export type ContenuActe = messages.Enveloppe & Record<string, unknown>;

/** How long a person waits for the outcome before she is told that it is on its way. */
const ATTENTE_ISSUE_MS = 5_000;

/**
 * Sends an act to a journey and waits a little for its outcome. The signal is durable once this returns, workers up or down; a
 * journey that closed is taken up again from the register.
 * @returns the outcome, or EN_COURS when no worker answered in time
 * @throws Refus DOSSIER_INCONNU, IDENTIFIANT_INVALIDE
 */
export async function agir(
  { registre, temporal }: DepsParcours,
  numero: Numero,
  acte: Acte,
  contenu: ContenuActe,
): Promise<Issue | 'EN_COURS'> {
  const id = contenu.id ?? randomUUID();
  if (!estIdentifiant(id)) throw Refus.de('IDENTIFIANT_INVALIDE');
  const inscrit = await lireDossier(registre, numero);
  if (!inscrit) throw Refus.de('DOSSIER_INCONNU');
  const poignee = await temporal.workflow.signalWithStart(messages.typeParcours, {
    ...messages.departParcours(etatParcours(inscrit)),
    signal: acte,
    signalArgs: [{ ...contenu, id }],
  });
  try {
    const courant = temporal.workflow.getHandle(poignee.workflowId);
    return await temporal.withDeadline(Date.now() + ATTENTE_ISSUE_MS, () =>
      courant.executeUpdate(messages.reponse, { args: [id] }),
    );
  } catch (erreur) {
    if (estHorsDelai(erreur)) return 'EN_COURS';
    throw erreur;
  }
}

function estHorsDelai(erreur: unknown): boolean {
  if (!(erreur instanceof Error)) return false;
  const { name, cause } = erreur;
  return name === 'WorkflowUpdateRPCTimeoutOrCancelledError' || isGrpcDeadlineError(erreur) || estHorsDelai(cause);
}

/**
 * What an act would change, nothing being recorded.
 * @throws Refus DOSSIER_INCONNU
 */
export async function previsualiser(
  { registre, envoi, retenueMinutes = 0 }: Omit<DepsParcours, 'temporal'>,
  numero: Numero,
  acte: Acte,
  contenu: ContenuActe,
  maintenant = new Date(),
): Promise<Apercu> {
  const inscrit = await lireDossier(registre, numero);
  if (!inscrit) throw Refus.de('DOSSIER_INCONNU');
  const message = { id: contenu.id ?? randomUUID(), acte, contenu, recuLe: maintenant.toISOString() };
  const etat = etatParcours(inscrit);
  const prevus = await rendezVousDe(registre, etat);
  return apercevoir(etat, message, maintenant.toISOString(), { envoi, retenueMinutes }, prevus);
}

async function rendezVousDe(
  registre: Registre,
  { numero, dossier, journal }: EtatParcours,
): Promise<RendezVousPrevu[]> {
  const [prevus, personnes] = [await rendezVousPrevus(registre, numero), await lirePersonnes(registre, numero)];
  return personnes ? avecJour(prevus, resoudreJournal(dossier, journal).dossier.residence, personnes.agence) : [];
}
