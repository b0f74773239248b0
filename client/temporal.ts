import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { optionsClient } from '../commun/options-client';
import { refusDuMoteur } from '../commun/refus-moteur';
import type { Reglages } from '../commun/reglages';
import { type Trousseau, trousseauDe } from '../commun/trousseau';
import { ouvrirConnexion, preparerConnexion } from './connexion';

/** Temporal does not answer; the message is a French sentence. */
export class ErreurMoteur extends Error {
  override readonly name = 'ErreurMoteur';
}

type ReglagesMoteur = Pick<Reglages, 'temporal' | 'embarques' | 'cles' | 'donnees'>;

/** What to say of an engine that does not answer, or does not take us. @param raison why, in French words, where it is known */
export function moteurMuet(
  { temporal, embarques }: Pick<Reglages, 'temporal' | 'embarques'>,
  raison?: string | null,
): string {
  if (raison) return `Le moteur Temporal (${temporal.adresse}) ne nous prend pas : ${raison}.`;
  const verifier = embarques.moteur
    ? 'lancez « npm start », ou vérifiez JALON_TEMPORAL_ADRESSE'
    : 'vérifiez cette adresse et que Temporal tourne';
  return `Le moteur Temporal ne répond pas à ${temporal.adresse} : ${verifier}.`;
}

/** The same client whether the engine answers or not, for whoever is there to find out. To be closed by `client.connection.close()`. */
export const preparerClient = (reglages: ReglagesMoteur): Client =>
  new Client({
    connection: preparerConnexion(reglages.temporal),
    ...optionsClient(reglages.temporal.espace, trousseauDe(reglages)),
  });

/**
 * A client of the engine, its payloads encrypted. To be closed by `client.connection.close()`.
 * @throws ErreurMoteur when the server does not answer within five seconds
 */
export async function connecter(
  reglages: ReglagesMoteur,
  trousseau: Trousseau = trousseauDe(reglages),
): Promise<Client> {
  const { espace } = reglages.temporal;
  try {
    const connection = await ouvrirConnexion(reglages.temporal);
    return new Client({ connection, ...optionsClient(espace, trousseau) });
  } catch (cause) {
    throw new ErreurMoteur(moteurMuet(reglages, await raisonDuMoteur(reglages, cause)), { cause });
  }
}

/** gRPC's numbers. */
const REFUS_DE_LA_CLE = [7, 16];

/** Why an engine that is there does not take us, in French words; null when nothing more is known than its silence. */
async function raisonDuMoteur({ temporal }: ReglagesMoteur, cause?: unknown): Promise<string | null> {
  const { code } = ((cause as Error | undefined)?.cause ?? {}) as { code?: number };
  if (code !== undefined && REFUS_DE_LA_CLE.includes(code)) return 'il refuse la clé que TEMPORAL_API_KEY lui présente';
  return refusDuMoteur(temporal);
}

/**
 * Whether the engine answers for real, within two seconds: an id that no workflow has is asked of the history service, which
 * `cluster health` says is serving even when it is dead (tried).
 */
export async function moteurRepond(client: Client): Promise<boolean> {
  try {
    await client.connection.withDeadline(Date.now() + 2_000, () => client.workflow.getHandle('jalon-sante').describe());
    return true;
  } catch (erreur) {
    // A missing namespace is another error: the engine is then still starting.
    return erreur instanceof WorkflowNotFoundError;
  }
}
