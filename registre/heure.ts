import { sql } from 'drizzle-orm';
import type { Registre } from './ouvrir';

/** What time it is for the register, now. */
export async function heureDuRegistre({ db }: Registre): Promise<Date> {
  const { rows } = await db.execute<{ heure: number }>(
    sql`select extract(epoch from clock_timestamp())::float8 as heure`,
  );
  return new Date(rows[0]!.heure * 1_000);
}
