import { and, asc, desc, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import { ligneeDuRegistre, seMefierDeLaCopie } from './copies';
import { type Registre, toutOuRien } from './ouvrir';
import { battement, dossiers, interruptions } from './schema';

export type Interruption = typeof interruptions.$inferSelect;

/** Beyond this silence of every worker, what binds waits for someone to have seen. */
export const INTERRUPTION_MS = 4 * 3_600_000;

/** The end of the next ouvré day is at most this far behind a return: Easter or Christmas beside a week-end, with a margin. */
const VEILLE_MAX_MS = 7 * 24 * 3_600_000;

/** What a sign of life ended. */
export interface Reveil {
  /** Hours of silence: recorded. */
  interruption: boolean;
  /** The register comes back from a copy: all letters are held. */
  copie: boolean;
}

/**
 * A worker says that it lives. The first one to speak after hours of silence, or in a register that comes back from a copy, records it in
 * the same transaction: however many workers start together, it is recorded once.
 */
export async function battre(registre: Registre, maintenant: Date): Promise<Reveil> {
  const lignee = await ligneeDuRegistre(registre);
  return toutOuRien(registre, async (tx) => {
    const [avant] = await tx.db.select().from(battement).for('update');
    const silence = avant === undefined ? 0 : maintenant.getTime() - avant.le.getTime();
    const interruption = silence > INTERRUPTION_MS;
    if (interruption) await tx.db.insert(interruptions).values({ debut: avant!.le, fin: maintenant });
    const connue = avant?.lignee ?? null;
    const copie = connue !== null && lignee !== null && connue !== lignee;
    if (copie) await seMefierDeLaCopie(tx, { avant: connue, lignee }, maintenant);
    await tx.db
      .insert(battement)
      .values({ seul: true, le: maintenant, lignee })
      .onConflictDoUpdate({
        target: battement.seul,
        set: {
          le: sql`greatest(${battement.le}, excluded.le)`,
          lignee: sql`coalesce(excluded.lignee, ${battement.lignee})`,
        },
      });
    return { interruption, copie };
  });
}

/** The question of the last return that what binds may still have to wait for. */
export const dernierRetour = ({ db }: Pick<Registre, 'db'>, maintenant: Date) =>
  db
    .select({ fin: interruptions.fin })
    .from(interruptions)
    .where(
      and(
        isNull(interruptions.libereeLe),
        lte(interruptions.fin, maintenant),
        gte(interruptions.fin, new Date(maintenant.getTime() - VEILLE_MAX_MS)),
      ),
    )
    .orderBy(desc(interruptions.fin))
    .limit(1);

/** When Jalon came back from its last interruption, if what binds may still have to wait for it; null otherwise. */
export async function retourInterruption(registre: Registre, maintenant: Date): Promise<Date | null> {
  const [derniere] = await dernierRetour(registre, maintenant);
  return derniere?.fin ?? null;
}

/** An operator saw what waited: it may leave. @returns how many interruptions were open */
export async function libererInterruptions(registre: Registre, auteur: string, maintenant: Date): Promise<number> {
  const liberees = await registre.db
    .update(interruptions)
    .set({ libereeLe: maintenant, libereePar: auteur })
    .where(and(isNull(interruptions.libereeLe), lte(interruptions.fin, maintenant)))
    .returning({ id: interruptions.id });
  return liberees.length;
}

/** The latest first. */
export const listerInterruptions = (registre: Registre, limite: number): Promise<Interruption[]> =>
  registre.db.select().from(interruptions).orderBy(desc(interruptions.fin)).limit(limite);

/** Dossiers with a letter whose day has come and whose departure is still to come: what waits after an interruption. */
export async function enAttenteDeVeille(registre: Registre, maintenant: Date): Promise<Numero[]> {
  const instant = maintenant.toISOString();
  const attend = sql`jsonb_path_exists(${dossiers.situation}, '$.courriers[*] ? (@.statut == "A_VENIR" && @.date <= $jour && @.depart > $instant)',
    jsonb_build_object('jour', ${instant.slice(0, 10)}::text, 'instant', ${instant}::text))`;
  const lignes = await registre.db
    .select({ numero: dossiers.numero })
    .from(dossiers)
    .where(attend)
    .orderBy(asc(dossiers.numero));
  return lignes.map(({ numero }) => numero);
}
