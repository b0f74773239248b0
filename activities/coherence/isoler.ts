import type { Numero } from '../../domain/dossier/numero';
import { deposerTache, ErreurRegistre, estAbsent, estMalformee, type Registre } from '../../registre';
import type { Constat } from './constat';

const LIBELLE =
  'Ce dossier ne peut plus être comparé à son parcours, dont personne ne verrait qu’il s’arrête : prévenir l’exploitant, qui en trouvera la raison dans le journal des workers.';

export interface Isolement {
  registre: Registre;
  /** Leaves a task too; otherwise nothing is changed. */
  reparer: boolean;
  maintenant: Date;
}

/**
 * What is found of one dossier. One that cannot be read is said, is someone's task, and is passed over: tried again for ever, it would keep
 * all the others from being looked at.
 * @throws what passes by itself, or concerns them all: the register or the engine away
 */
export async function isoler(
  { registre, reparer, maintenant }: Isolement,
  numero: Numero,
  examiner: () => Promise<readonly (Constat | null)[]>,
): Promise<Constat[]> {
  try {
    return (await examiner()).filter((constat) => constat !== null);
  } catch (erreur) {
    if (!(erreur instanceof Error) || estUnePanne(erreur)) throw erreur;
    if (reparer) {
      const tache = { cle: `${numero}/DOSSIER_ILLISIBLE`, numero, type: 'DOSSIER_ILLISIBLE', libelle: LIBELLE };
      await deposerTache(registre, { ...tache, echeance: null }, maintenant);
    }
    return [{ sorte: 'ILLISIBLE', numero, suite: 'A_VOIR', detail: erreur.message }];
  }
}

/** Of the register, all but what it refuses for its values; of the engine, whatever gRPC numbers; or a stop of the worker. */
const estUnePanne = (erreur: Error): boolean =>
  estAbsent(erreur) ||
  (erreur instanceof ErreurRegistre && !estMalformee(erreur)) ||
  erreur.name === 'ServiceError' ||
  erreur.name === 'CancelledFailure' ||
  typeof (erreur as { code?: unknown }).code === 'number';
