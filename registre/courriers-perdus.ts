import { and, isNotNull, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { EtatParcours, MemoireCourrier } from '../domain/parcours/parcours';
import { tracer } from './audit';
import { type Registre, toutOuRien } from './ouvrir';
import { courriers } from './schema';

/** A letter that left, as its journey remembers it. */
export type CourrierRetenu = Pick<MemoireCourrier, 'code' | 'destinataire' | 'base' | 'date' | 'le'> & {
  cle: string;
  numero: Numero;
  statut: 'PARTI' | 'RECTIFIE';
};

/** Of the letters that these journeys remember as gone, those of which the register has no departure: it was brought back older. */
export async function courriersNonInscrits(
  registre: Registre,
  etats: readonly Pick<EtatParcours, 'numero' | 'courriers'>[],
): Promise<CourrierRetenu[]> {
  const partis = etats.flatMap(({ numero, courriers: memoires }) =>
    Object.entries(memoires).flatMap(([cle, { code, destinataire, base, date, le, statut }]): CourrierRetenu[] =>
      statut === 'PARTI' || statut === 'RECTIFIE' ? [{ cle, numero, code, destinataire, base, date, le, statut }] : [],
    ),
  );
  if (partis.length === 0) return [];
  const cles = sql.param(partis.map(({ cle }) => cle));
  const connus = await registre.db
    .select({ cle: courriers.cle })
    .from(courriers)
    .where(and(sql`${courriers.cle} = any(${cles}::text[])`, isNotNull(courriers.partiLe)));
  const inscrits = new Set(connus.map(({ cle }) => cle));
  return partis.filter(({ cle }) => !inscrits.has(cle));
}

/** Writes that a letter left, as its journey says: what it said is lost, and it is not sent again. */
export const restaurerCourrier = (registre: Registre, lettre: CourrierRetenu, maintenant: Date): Promise<void> =>
  toutOuRien(registre, async (tx) => {
    const { cle, numero, code, destinataire, base, date: datePrevue, statut } = lettre;
    const partiLe = new Date(lettre.le);
    await tx.db
      .insert(courriers)
      .values({
        cle,
        numero,
        code,
        destinataire,
        base,
        datePrevue,
        statut,
        creeLe: partiLe,
        majLe: maintenant,
        partiLe,
      })
      .onConflictDoUpdate({ target: courriers.cle, set: { statut, partiLe, majLe: maintenant } });
    const trace = { cle: `${cle}/RESTAURER`, numero, auteur: 'jalon', acte: 'RESTAURER_COURRIER', details: { cle } };
    await tracer(tx, trace, maintenant);
  });
