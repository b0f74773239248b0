import type { Client } from 'pg';
import type { Numero } from '../domain/dossier/numero';
import { type Identifies, texteCherche } from './recherche';

/** Enough for one round trip to be worth it, few enough to hold in a megabyte. */
const PAGE = 1_000;

/** Writes what dossiers are looked for by where it is not: rows of before it was kept, or of a process of before. One page a statement. */
export async function replierRecherches(client: Pick<Client, 'query'>): Promise<void> {
  for (;;) {
    const { rows } = await client.query<Identifies & { numero: Numero }>(
      'SELECT numero, identite, employeur FROM identites WHERE recherche IS NULL ORDER BY numero LIMIT $1',
      [PAGE],
    );
    if (rows.length === 0) return;
    await client.query(
      `UPDATE identites i SET recherche = v.recherche
       FROM unnest($1::text[], $2::text[]) v (numero, recherche) WHERE i.numero = v.numero AND i.recherche IS NULL`,
      [rows.map((r) => r.numero), rows.map((r) => texteCherche(r.numero, r))],
    );
  }
}
