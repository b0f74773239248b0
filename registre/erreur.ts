import { DrizzleQueryError } from 'drizzle-orm';
import { PgPreparedQuery } from 'drizzle-orm/pg-core';

/**
 * A query that PostgreSQL refused or left without answer. Says the statement and the cause, never the values: they name
 * people, and an error travels to logs and to Temporal.
 */
export class ErreurRegistre extends Error {
  override readonly name = 'ErreurRegistre';

  constructor(
    /** The statement, with `$1` where values go. */
    readonly requete: string,
    /** SQLSTATE of PostgreSQL, or the system's code (ECONNREFUSED); null when neither is known. */
    readonly code: string | null,
    raison: string,
  ) {
    super(`le registre n’a pas exécuté une requête : ${raison} [${code ?? 'sans code'}] ${requete.slice(0, 300)}`);
  }
}

/** SQLSTATE classes of what is wrong with the values themselves: data exception, integrity constraint violation. */
const CLASSES_MALFORMEES = /^2[23]/;

/** PostgreSQL will refuse these values however often they are tried: an outage has other codes. */
export const estMalformee = (erreur: unknown): boolean =>
  erreur instanceof ErreurRegistre && erreur.code !== null && CLASSES_MALFORMEES.test(erreur.code);

/** SQLSTATE of a server that starts, stops or has no connection left, and the system's codes of one that is not reached. */
const CODES_ABSENCE = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const CODES_RESEAU = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** What `pg` says in words alone. */
const MOTS_ABSENCE = /Connection terminated|timeout exceeded when trying to connect|timeout expired/;

/** The register is away, or went away in the middle: whoever waits will be answered. */
export function estAbsent(erreur: unknown): boolean {
  if (!(erreur instanceof Error)) return false;
  const { code, cause } = erreur as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && (CODES_ABSENCE.has(code) || CODES_RESEAU.has(code) || code.startsWith('08')))
    return true;
  return MOTS_ABSENCE.test(erreur.message) || estAbsent(cause);
}

type Execution = (requete: string, parametres: unknown[], executer: () => Promise<unknown>) => Promise<unknown>;

// drizzle writes a failed query's parameters into its error's message and offers no option against it
// (drizzle-team/drizzle-orm#5939): replaced where that error is born, so that no caller can forget to.
const prototype = PgPreparedQuery.prototype as unknown as { queryWithCache: Execution };
const dOrigine = prototype.queryWithCache;
prototype.queryWithCache = async function (this: unknown, requete, parametres, executer) {
  try {
    return await dOrigine.call(this, requete, parametres, executer);
  } catch (erreur) {
    throw erreur instanceof DrizzleQueryError ? sansValeurs(erreur) : erreur;
  }
};

function sansValeurs({ query, cause }: DrizzleQueryError): ErreurRegistre {
  // PostgreSQL's own `detail` quotes rows: only its one-line message is kept.
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  return new ErreurRegistre(query, code ?? null, message || 'sans réponse');
}
