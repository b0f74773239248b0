import { eq, getTableColumns, is, sql } from 'drizzle-orm';
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Numero } from '../../domain/dossier/numero';
import { type Contenu, lireContenu } from '../contenus';
import type { Registre } from '../ouvrir';
import * as schema from '../schema';

/** Rows by the name of their table; a table without any is not there. */
export type LignesDuDossier = Record<string, Record<string, unknown>[]>;

/** Everything that the register holds of a dossier. */
export interface DonneesDuDossier {
  lignes: LignesDuDossier;
  /** Bodies of the letters, by their hash. */
  contenus: Map<string, Contenu>;
}

/**
 * Every row of every table that names a dossier, by its number or by the key of one of its letters: a table that comes later is in it
 * without a word here. One transaction: all of one moment.
 */
export async function donneesDuDossier(registre: Registre, numero: Numero): Promise<DonneesDuDossier> {
  const lignes: LignesDuDossier = {};
  await registre.db.transaction(
    async (tx) => {
      for (const [nom, table] of Object.entries(schema)) {
        if (!is(table, PgTable)) continue;
        const { numero: sien, cle } = getTableColumns(table) as { numero?: PgColumn; cle?: PgColumn };
        if (sien === undefined && cle === undefined) continue;
        const condition = sien ? eq(sien, numero) : sql`split_part(${cle}, '/', 1) = ${numero}`;
        const trouvees = await tx.select().from(table).where(condition);
        if (trouvees.length > 0) lignes[nom] = trouvees;
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  return { lignes, contenus: await contenusDe(registre, lignes.envois ?? []) };
}

async function contenusDe(
  registre: Registre,
  envois: readonly Record<string, unknown>[],
): Promise<Map<string, Contenu>> {
  const nommes = envois.flatMap((envoi) =>
    Object.entries(envoi).flatMap(([colonne, valeur]) =>
      colonne.endsWith('Sha256') && typeof valeur === 'string' ? [valeur] : [],
    ),
  );
  const lus = new Map<string, Contenu>();
  for (const sha256 of new Set(nommes)) {
    const contenu = await lireContenu(registre, sha256);
    if (contenu !== null) lus.set(sha256, contenu);
  }
  return lus;
}
