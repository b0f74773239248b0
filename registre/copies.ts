import { sql } from 'drizzle-orm';
import { tracer } from './audit';
import { bloquerCourriers } from './blocages';
import { ErreurRegistre } from './erreur';
import type { Registre } from './ouvrir';
import { numeros } from './schema';

/** Numbers given since the copy, which it has forgotten: more than a week of openings in the whole of France. */
const NUMEROS_PASSES = 10_000;
const MOTIF =
  'Le registre revient d’une copie, ou a changé de serveur : comparer ce qui attend avec ce qui est déjà parti (jalon courriers rapprocher), puis laisser repartir';
/** SQLSTATE insufficient_privilege, feature_not_supported. */
const PAS_PERMIS = ['42501', '0A000'];

/**
 * Which cluster of PostgreSQL, which of its lines of time and which of its databases this register is. Each recovery begins another line, a
 * dump is loaded into another database.
 * @returns null where the server does not let it be asked
 */
export async function ligneeDuRegistre({ db }: Registre): Promise<string | null> {
  try {
    const { rows } = await db.execute<{ lignee: string }>(sql`
      select concat_ws('/', s.system_identifier, left(pg_walfile_name(pg_current_wal_lsn()), 8), d.oid) as lignee
      from pg_control_system() as s, pg_database as d where d.datname = current_database()`);
    return rows[0]!.lignee;
  } catch (erreur) {
    if (erreur instanceof ErreurRegistre && PAS_PERMIS.includes(erreur.code ?? '')) return null;
    throw erreur;
  }
}

/**
 * Holds everything back: a register that comes back from a copy has forgotten letters that left, and would send them again. The numbers
 * that it may have given since are left unused: a letter of one person would be taken for that of another.
 */
export async function seMefierDeLaCopie(
  registre: Registre,
  details: { avant: string; lignee: string },
  maintenant: Date,
): Promise<void> {
  await bloquerCourriers(registre, { code: null, agence: null, motif: MOTIF, par: 'jalon' }, maintenant);
  await registre.db.update(numeros).set({ dernier: sql`${numeros.dernier} + ${NUMEROS_PASSES}` });
  await tracer(registre, { numero: null, auteur: 'jalon', acte: 'REGISTRE_RENDU', details }, maintenant);
}
