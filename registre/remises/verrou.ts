import { inArray, sql } from 'drizzle-orm';
import { comparer } from '../../domain/calendrier/dates';
import type { Transaction } from '../ouvrir';
import { courriers, type StatutInscrit } from '../schema';
import type { LettreVisee } from './lettre';

/** A letter as it is once held. */
export interface CourrierVerrouille {
  statut: StatutInscrit;
  /** One of its channels took it. */
  parti: boolean;
  /** Its row was missing. */
  neuf: boolean;
}

/**
 * Creates the missing rows and holds them all until the transaction ends, in the order of keys: two writers never wait for each other
 * in a ring. A row that is there is held by writing its key again; one that was just inserted has no `xmax`.
 * @param lettres each key once
 * @param statut of those that are created
 * @returns by key
 */
export async function verrouiller(
  tx: Transaction,
  lettres: readonly LettreVisee[],
  statut: StatutInscrit,
  maintenant: Date,
): Promise<Map<string, CourrierVerrouille>> {
  const rangees = lettres.toSorted((a, b) => comparer(a.cle, b.cle));
  const de = (lire: (lettre: LettreVisee) => unknown) => sql.param(rangees.map(lire));
  const le = maintenant.toISOString();
  const { rows } = await tx.execute<{ cle: string } & Record<string, unknown> & CourrierVerrouille>(sql`
    insert into courriers (cle, numero, code, destinataire, base, date_prevue, statut, cree_le, maj_le)
    select v.*, ${statut}::text, ${le}::timestamptz, ${le}::timestamptz
    from unnest(${de((l) => l.cle)}::text[], ${de((l) => l.numero)}::text[], ${de((l) => l.code)}::text[],
      ${de((l) => l.destinataire)}::text[], ${de((l) => l.base)}::text[], ${de((l) => l.datePrevue)}::date[]) as v
    on conflict (cle) do update set cle = excluded.cle
    returning cle, statut, parti_le is not null as parti, xmax = 0 as neuf`);
  return new Map(rows.map(({ cle, ...courrier }) => [cle, courrier]));
}

/** What a letter may be while an attempt reports, or while it waits for one. */
export const EN_COURS: readonly StatutInscrit[] = ['EN_REMISE', 'A_REPRENDRE', 'RETENU'];

/** What a letter may end as without a hand-off. */
export type StatutClos = 'PERIME' | 'EN_TACHE' | 'ANNULE' | 'RECTIFIE' | 'RETENU' | 'PARTI';

/**
 * What becomes of a letter that must end as `statut`, given what it is; null when nothing changes. What left entirely can only
 * become false, or true again. One that left by one channel of two is a letter that left.
 */
export function devenir(
  courrier: Pick<CourrierVerrouille, 'statut' | 'parti'>,
  statut: StatutClos,
): StatutInscrit | null {
  if (courrier.statut === statut) return null;
  const enCours = EN_COURS.includes(courrier.statut);
  if (statut === 'PARTI') return courrier.statut === 'RECTIFIE' || (enCours && courrier.parti) ? 'PARTI' : null;
  if (!courrier.parti || statut === 'RECTIFIE') return statut;
  if (!enCours) return null;
  if (statut === 'ANNULE') return 'RECTIFIE';
  return statut === 'RETENU' ? 'A_REPRENDRE' : 'PARTI';
}

/** Writes what letters became, one statement for each statut. */
export async function changerStatuts(
  tx: Transaction,
  devenus: ReadonlyMap<string, StatutInscrit>,
  maintenant: Date,
): Promise<void> {
  for (const statut of new Set(devenus.values())) {
    const cles = [...devenus].filter(([, devenu]) => devenu === statut).map(([cle]) => cle);
    await tx.update(courriers).set({ statut, majLe: maintenant }).where(inArray(courriers.cle, cles));
  }
}
