import { and, asc, isNotNull, notInArray, sql } from 'drizzle-orm';
import { etatsFinals } from '../domain/dossier/etats';
import type { Numero } from '../domain/dossier/numero';
import type { Registre } from './ouvrir';
import { dossiers } from './schema';

export interface CourriersEnAttente {
  nombre: number;
  /** Since when the oldest is due. */
  depuis: Date | null;
}

/**
 * Letters due by an instant that their journey has not even begun; since their hour, or since the journey last wrote: one opened late has
 * letters of days past, and hands them over at once.
 */
const DUS_SANS_LIGNE = (instant: string) => sql`
  select d.numero, greatest((c ->> 'depart')::timestamptz, d.maj_le) as depuis
  from dossiers d, jsonb_array_elements(d.situation -> 'courriers') as c
  where c ->> 'statut' = 'A_VENIR' and c ->> 'depart' <= ${instant}::text
    and not exists (select from courriers k where k.cle = c ->> 'cle')`;

/** Letters due that have not left: not begun, under way, or to be tried again. Those that someone holds do not count. */
export async function courriersEnAttente(registre: Registre, maintenant: Date): Promise<CourriersEnAttente> {
  const { rows } = await registre.db.execute<{ nombre: number; depuis: number | null }>(sql`
    with dus as (${DUS_SANS_LIGNE(maintenant.toISOString())}),
      tous as (
        select cree_le as depuis from courriers where statut in ('EN_REMISE', 'A_REPRENDRE')
        union all select depuis from dus)
    select count(*)::int as nombre, extract(epoch from min(depuis))::float8 as depuis from tous`);
  const { nombre, depuis } = rows[0]!;
  return { nombre, depuis: depuis === null ? null : new Date(depuis * 1_000) };
}

/** Letters under way or to be tried again, counted by what their last attempt met. */
export interface NonPartis {
  statut: 'EN_REMISE' | 'A_REPRENDRE';
  /** Of the last attempt that did not succeed; null: it is being handed over. */
  erreur: string | null;
  nombre: number;
}

/** Why letters that were begun have not left by all of their channels, the most frequent reason first. */
export async function courriersNonPartis({ db }: Registre): Promise<NonPartis[]> {
  const { rows } = await db.execute<{ [C in keyof NonPartis]: NonPartis[C] }>(sql`
    select c.statut, e.erreur, count(*)::int as nombre from courriers c
    left join lateral (
      select erreur from envois where cle = c.cle and statut <> 'PARTI' order by rang desc limit 1) e on true
    where c.statut in ('EN_REMISE', 'A_REPRENDRE') group by 1, 2 order by 3 desc, 1, 2`);
  return rows;
}

/** A part of a list: how many are asked for, past how many. */
export interface Fenetre {
  limite: number;
  decalage: number;
}

/**
 * Journeys asleep since before that instant, the longest first: with a letter due and not begun, or a message announced and not taken in hand.
 * @returns how many there are in all, and those of the window
 */
export async function parcoursEnRetard(
  registre: Registre,
  avant: Date,
  { limite, decalage }: Fenetre,
): Promise<{ nombre: number; numeros: Numero[] }> {
  const { rows } = await registre.db.execute<{ nombre: number; numeros: Numero[] }>(sql`
    with endormis as (
      select numero, depuis from (${DUS_SANS_LIGNE(avant.toISOString())}) as dus
        where depuis <= ${avant.toISOString()}::timestamptz
      union all select numero, recu_le from messages_en_attente where recu_le <= ${avant.toISOString()}::timestamptz),
      parcours as (select numero::text, min(depuis) as depuis from endormis group by numero)
    select count(*)::int as nombre,
      coalesce((array_agg(numero order by depuis, numero))[${decalage + 1}::int:${decalage + limite}::int], '{}') as numeros
    from parcours`);
  return rows[0]!;
}

/** Dossiers whose journey lives and is not over, opened the longest ago. */
export async function plusAnciensVivants(registre: Registre, combien: number): Promise<Numero[]> {
  const lignes = await registre.db
    .select({ numero: dossiers.numero })
    .from(dossiers)
    .where(and(isNotNull(dossiers.situation), notInArray(dossiers.etat, [...etatsFinals])))
    .orderBy(asc(dossiers.creeLe), asc(dossiers.numero))
    .limit(combien);
  return lignes.map(({ numero }) => numero);
}
