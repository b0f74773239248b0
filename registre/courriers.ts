import type { FeuVert } from '../domain/parcours/feu-vert';
import type { Registre, Transaction } from './ouvrir';
import { completerRemises, type IssueEnvoi } from './remises/completer';
import { contenusDeRemise } from './remises/contenus-de-remise';
import type { EnvoiPrepare, LettreVisee } from './remises/lettre';
import { type Preparation, preparerRemises } from './remises/preparer';
import { changerStatuts, devenir, type StatutClos, verrouiller } from './remises/verrou';
import type { StatutInscrit } from './schema';

export type { IssueEnvoi } from './remises/completer';
export type { EnvoiPrepare, LettreVisee } from './remises/lettre';
export type { Preparation } from './remises/preparer';

/** Asked in the transaction that writes the attempt, once the letter's row is locked: does it still leave? */
export type Juge = (tx: Transaction, lettre: LettreVisee, maintenant: Date) => Promise<FeuVert>;

/** Writes one letter and its attempt, and commits, before it is handed over. @see preparerRemises */
export async function preparerCourrier(
  registre: Registre,
  envoi: EnvoiPrepare,
  maintenant: Date,
  juger: Juge = async () => 'PART',
): Promise<Preparation> {
  const contenus = await contenusDeRemise(envoi, false);
  return registre.db.transaction(async (tx) => {
    const juge = () => juger(tx, envoi, maintenant);
    const [preparation] = await preparerRemises(tx, [{ envoi, contenus }], 'SEUL', juge, maintenant);
    return preparation!;
  });
}

/** Records what became of an attempt; true when it settles the letter, gone by all its channels. @see completerRemises */
export async function completerCourrier(
  registre: Registre,
  cle: string,
  issue: IssueEnvoi,
  maintenant: Date,
): Promise<boolean> {
  const { connus, partis } = await completerRemises(registre, [{ ...issue, cle }], maintenant);
  if (connus === 0) throw new Error(`courrier ${cle} : envoi ${issue.rang} inconnu du registre`);
  return partis.length > 0;
}

/**
 * Records that a letter will not leave (PERIME, EN_TACHE, ANNULE) or not now (RETENU), became false since it left (RECTIFIE), is
 * true again, or left by every channel that it could (PARTI). Returns the statut held after the call.
 */
export async function cloreCourrier(
  registre: Registre,
  lettre: LettreVisee,
  statut: StatutClos,
  maintenant: Date,
): Promise<StatutInscrit> {
  return registre.db.transaction(async (tx) => {
    const courrier = (await verrouiller(tx, [lettre], statut, maintenant)).get(lettre.cle)!;
    const devenu = devenir(courrier, statut);
    if (devenu !== null) await changerStatuts(tx, new Map([[lettre.cle, devenu]]), maintenant);
    return devenu ?? courrier.statut;
  });
}
