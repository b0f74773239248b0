import { sql } from 'drizzle-orm';
import type { Tort } from '../../domain/catalogue/tort';
import type { Registre } from '../ouvrir';

export type IssueEnvoi =
  /** The channel took it; `reste`: another one of the same level still has to. */
  | { rang: number; statut: 'PARTI'; reponse: string; reste?: boolean }
  /** It surely did not leave; the letter waits for its next attempt. `tort`: the channel refuses us, whoever is written to. */
  | { rang: number; statut: 'ECHEC'; erreur: string; tort?: Tort | null }
  /** The channel refused this letter at this address for good. */
  | { rang: number; statut: 'REJETE'; erreur: string; tort?: Tort | null };

/** What became of the attempt of a letter. */
export type EnvoiAcheve = IssueEnvoi & { cle: string };

/**
 * Records what became of attempts, one or hundreds. What left stays left: a late ECHEC of another attempt changes nothing, and an
 * attempt believed uncertain that reports PARTI after all settles the letter, even held meanwhile. An ECHEC older than the attempt that
 * the envoi is at now, said again by a worker that never knew it was heard, is not said of that attempt: it may be leaving.
 * @returns how many of these attempts the register knows, and the keys of the letters that are gone by all their channels
 */
export async function completerRemises(
  registre: Registre,
  acheves: readonly EnvoiAcheve[],
  maintenant: Date,
): Promise<{ connus: number; partis: string[] }> {
  if (acheves.length === 0) return { connus: 0, partis: [] };
  const triees = [...acheves].sort((a, b) => (a.cle < b.cle ? -1 : 1));
  const de = (lire: (acheve: EnvoiAcheve) => unknown) => sql.param(triees.map(lire));
  const le = maintenant.toISOString();
  return registre.db.transaction(async (tx) => {
    await tx.execute(sql`select from courriers where cle = any(${de((i) => i.cle)}::text[]) order by cle for update`);
    const { rows } = await tx.execute<{ connus: number; partis: string[] }>(sql`
      with v as materialized (
        select v.*, e.statut as avant, e.tente_le
        from unnest(${de((i) => i.cle)}::text[], ${de((i) => i.rang)}::int[], ${de((i) => i.statut)}::text[],
          ${de((i) => (i.statut === 'PARTI' ? i.reponse : null))}::text[], ${de((i) => (i.statut === 'PARTI' ? null : i.erreur))}::text[],
          ${de((i) => (i.statut === 'PARTI' ? null : (i.tort ?? null)))}::text[],
          ${de((i) => i.statut === 'PARTI' && i.reste === true)}::boolean[]) as v (cle, rang, statut, reponse, erreur, tort, reste)
        join envois e using (cle, rang)),
      ouvertes as (select * from v where avant in ('EN_REMISE', 'INCERTAIN')
        and (statut <> 'ECHEC' or tente_le <= ${le}::timestamptz)),
      achevees as (
        update envois e set statut = o.statut, reponse = o.reponse, erreur = o.erreur, tort = o.tort, acheve_le = ${le}::timestamptz
        from ouvertes o where e.cle = o.cle and e.rang = o.rang),
      reglees as (
        update courriers c set maj_le = ${le}::timestamptz,
          statut = case when o.statut = 'PARTI' and not o.reste then 'PARTI' else 'A_REPRENDRE' end,
          parti_le = case when o.statut = 'PARTI' then coalesce(c.parti_le, ${le}::timestamptz) else c.parti_le end
        from ouvertes o where c.cle = o.cle and c.statut in ('EN_REMISE', 'A_REPRENDRE', 'RETENU')
          and (o.statut = 'PARTI' or o.avant = 'EN_REMISE')
        returning c.cle, c.statut)
      select count(*)::int as connus, array(select cle from reglees where statut = 'PARTI') as partis from v`);
    return rows[0]!;
  });
}
