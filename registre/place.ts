import type { Registre } from './ouvrir';

/** PostgreSQL's own word for a disk without room. */
const PLEIN = '53100';
/** Five hundred kB, of which it holds 64 in memory: the rest goes through a file of its disk, gone with the answer. */
const UN_PEU = "set local work_mem = '64kB'; select count(*) from generate_series(1, 20000)";

/** Whether the register's disk is full: it then answers, and keeps nothing. Something is written there to know. */
export const disquePlein = ({ pool }: Registre): Promise<boolean> =>
  pool.query(UN_PEU).then(
    () => false,
    (erreur: Error & { code?: string }) => {
      if (erreur.code === PLEIN) return true;
      throw erreur;
    },
  );
