import { setTimeout as attendre } from 'node:timers/promises';
import type { Place } from './place';

/** How often it is asked: rarely enough for the asking to cost nothing beside what is measured. */
const POULS_MS = 200;

/** A busy machine may do nothing for a while; after so long without a change, what is expected will not come. */
const PATIENCE_MS = 120_000;

/**
 * Waits until an answer is as expected, and no longer changes.
 * @param calmeMs for how long it must have stayed the same
 * @returns that answer, and the moment since which it is so
 * @throws Error when it stays otherwise
 */
export async function attendreStable<T>(
  question: () => Promise<T>,
  attendue: (reponse: T) => boolean,
  calmeMs: number,
): Promise<{ reponse: T; depuis: number }> {
  let [reponse, depuis] = [await question(), Date.now()];
  while (!attendue(reponse) || Date.now() - depuis < calmeMs) {
    if (Date.now() - depuis > PATIENCE_MS) throw new Error(`attendu en vain : ${JSON.stringify(reponse)}`);
    await attendre(POULS_MS);
    const suivante = await question();
    if (JSON.stringify(suivante) !== JSON.stringify(reponse)) [reponse, depuis] = [suivante, Date.now()];
  }
  return { reponse, depuis };
}

/** What journeys did so far, as the register has it. */
export interface Avancee {
  ouverts: number;
  /** Whose CSP ended at its term. */
  termines: number;
  /** Passes that changed something. */
  versions: number;
  lettres: number;
  envois: number;
  /** Letters that may have arrived twice, and are said to. */
  incertaines: number;
}

export async function lireAvancee({ registre }: Place): Promise<Avancee> {
  const { rows } = await registre.pool.query<Record<keyof Avancee, string>>(
    `SELECT (SELECT count(*) FROM dossiers WHERE statut = 'OUVERT') AS ouverts,
       (SELECT count(*) FROM dossiers WHERE etat = 'TERMINE') AS termines,
       (SELECT coalesce(sum(version), 0) FROM dossiers) AS versions,
       (SELECT count(*) FROM courriers WHERE parti_le IS NOT NULL) AS lettres,
       (SELECT count(*) FROM envois WHERE statut = 'PARTI') AS envois,
       (SELECT count(*) FROM courriers WHERE incertain) AS incertaines`,
  );
  return Object.fromEntries(Object.entries(rows[0]!).map(([nom, n]) => [nom, Number(n)])) as unknown as Avancee;
}
