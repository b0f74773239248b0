import { Client, WorkflowNotFoundError } from '@temporalio/client';
import { convertisseur } from '../commun/data-converter';
import type { Reglages } from '../commun/reglages';
import { type Trousseau, trousseauDe } from '../commun/trousseau';
import { ouvrirConnexion, preparerConnexion } from './connexion';

/** Temporal does not answer; the message is a French sentence. */
export class ErreurMoteur extends Error {
  override readonly name = 'ErreurMoteur';
}

type ReglagesMoteur = Pick<Reglages, 'temporal' | 'cles' | 'donnees'>;

/** What to say of an engine that does not answer. */
export const moteurMuet = ({ temporal }: Pick<Reglages, 'temporal'>): string =>
  `Le moteur Temporal ne répond pas à ${temporal.adresse} : lancez « npm start », ou vérifiez JALON_TEMPORAL_ADRESSE.`;

/** The same client whether the engine answers or not, for whoever is there to find out. To be closed by `client.connection.close()`. */
export const preparerClient = (reglages: ReglagesMoteur): Client =>
  new Client({
    connection: preparerConnexion(reglages.temporal.adresse),
    namespace: reglages.temporal.espace,
    dataConverter: convertisseur(trousseauDe(reglages)),
  });

/**
 * A client of the engine, its payloads encrypted. To be closed by `client.connection.close()`.
 * @throws ErreurMoteur when the server does not answer within five seconds
 */
export async function connecter(
  reglages: ReglagesMoteur,
  trousseau: Trousseau = trousseauDe(reglages),
): Promise<Client> {
  const { adresse, espace } = reglages.temporal;
  try {
    const connection = await ouvrirConnexion(adresse);
    return new Client({ connection, namespace: espace, dataConverter: convertisseur(trousseau) });
  } catch (cause) {
    throw new ErreurMoteur(moteurMuet(reglages), { cause });
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
