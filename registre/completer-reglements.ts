import type { Client } from 'pg';

/** Enough for one round trip to be worth it, few enough for a lock on them to be short. */
const PAGE = 1_000;

/** Writes the règlement that lists are narrowed by where it is not: rows of before it was kept, or of a process of before. One page a statement. */
export async function completerReglements(client: Pick<Client, 'query'>, page = PAGE): Promise<void> {
  for (let apres: string | undefined = ''; apres !== undefined; ) {
    const { rows }: { rows: { numero: string }[] } = await client.query(
      `WITH page AS (SELECT numero FROM dossiers WHERE reglement IS NULL AND numero > $1 ORDER BY numero LIMIT ${page}),
         ecrits AS (UPDATE dossiers d SET reglement = situation #>> '{resultat,reglement}' FROM page WHERE d.numero = page.numero AND situation #>> '{resultat,reglement}' IS NOT NULL)
       SELECT max(numero) AS numero FROM page HAVING count(*) > 0`,
      [apres],
    );
    apres = rows[0]?.numero;
  }
}
