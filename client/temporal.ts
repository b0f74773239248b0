import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { convertisseur } from '../commun/data-converter';
import type { Reglages } from '../commun/reglages';
import { type Trousseau, trousseauDe } from '../commun/trousseau';
import { ouvrirConnexion } from './connexion';

/** Temporal does not answer; the message is a French sentence. */
export class ErreurMoteur extends Error {
  override readonly name = 'ErreurMoteur';
}

/**
 * A client of the engine, its payloads encrypted. To be closed by `client.connection.close()`.
 * @throws ErreurMoteur when the server does not answer within five seconds
 */
export async function connecter(
  reglages: Pick<Reglages, 'temporal' | 'cles' | 'donnees'>,
  trousseau: Trousseau = trousseauDe(reglages),
): Promise<Client> {
  const { adresse, espace } = reglages.temporal;
  try {
    const connection = await ouvrirConnexion(adresse);
    return new Client({ connection, namespace: espace, dataConverter: convertisseur(trousseau) });
  } catch (cause) {
    throw new ErreurMoteur(
      `Le moteur Temporal ne répond pas à ${adresse} : lancez « npm start », ou vérifiez JALON_TEMPORAL_ADRESSE.`,
      { cause },
    );
  }
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
