import type { Resume } from '../../../registre';
import type { ReleveSante } from './releve';
import { sontFiges } from './workers-vus';

/** A part of Jalon that is asked: true when it answers; false, or why in its own words, when it does not. */
export type Sonde = () => Promise<boolean | string>;

/** What was found: each part, the register in figures, what does not go on; null for what could not be asked. */
export interface Sante {
  etat: 'ok' | 'attention' | 'en panne';
  parties: Record<string, 'repond' | 'muet'>;
  /** Of a part that does not answer, why, where that is known. */
  raisons: Record<string, string>;
  registre: Resume | null;
  releve: ReleveSante | null;
}

export interface AExaminer {
  sondes: Record<string, Sonde>;
  resumer: () => Promise<Resume | null>;
  /** Null where there is no engine to ask. */
  relever: (() => Promise<ReleveSante | null>) | null;
}

/** A part that does not answer in that time is down for whoever waits. */
const SONDE_MS = 3_000;
/** What does not go on, of ten thousand journeys on a busy machine; in all, the answer comes within ten seconds. */
export const RELEVE_MS = 5_000;

/** Asks every part at once, each with its own patience, then what does not go on of those that answer. */
export async function examinerSante({ sondes, resumer, relever }: AExaminer): Promise<Sante> {
  const reponses = await Promise.all(
    Object.entries(sondes).map(async ([nom, sonde]) => [nom, await patienter(sonde, SONDE_MS, false)] as const),
  );
  const parties: Sante['parties'] = Object.fromEntries(
    reponses.map(([nom, reponse]) => [nom, reponse === true ? 'repond' : 'muet'] as const),
  );
  const raisons = Object.fromEntries(reponses.filter((r): r is [string, string] => typeof r[1] === 'string'));
  const relevable = relever !== null && parties.registre !== 'muet' && parties.moteur !== 'muet';
  const [registre, releve] = await Promise.all([
    parties.registre === 'muet' ? null : patienter(resumer, RELEVE_MS, null),
    relevable ? patienter(relever, RELEVE_MS, null) : null,
  ]);
  // A frozen process lives, and answers nothing.
  if (releve !== null && sontFiges(releve.workers)) parties.worker = 'muet';
  // What answers and yet tells nothing of what goes on is not well.
  const attention = relevable && (releve === null || releve.alertes.length > 0);
  const etat = Object.values(parties).includes('muet') ? 'en panne' : attention ? 'attention' : 'ok';
  return { etat, parties, raisons, registre, releve };
}

/** The answer, or `sinon` when it fails or keeps one waiting. */
export async function patienter<T, S>(demander: () => Promise<T>, delaiMs: number, sinon: S): Promise<T | S> {
  let minuterie: NodeJS.Timeout | undefined;
  const patience = new Promise<S>((resolve) => {
    minuterie = setTimeout(resolve, delaiMs, sinon);
  });
  const reponse = demander().catch(() => sinon);
  return Promise.race([reponse, patience]).finally(() => clearTimeout(minuterie));
}
