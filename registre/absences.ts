import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { type Absence, ferme } from '../domain/flotte/absences';
import { tracer } from './audit';
import type { Registre } from './ouvrir';
import { absencesReferents, referents } from './schema';

export type AbsenceInscrite = typeof absencesReferents.$inferSelect;

export type SuiteAbsence =
  | { suite: 'AJOUTEE'; id: number }
  | { suite: 'REFERENT_INCONNU'; inconnu: string }
  /** ABSENCE_EN_DOUBLE: she is already away on one of these days. ABSENCE_EN_BOUCLE: nobody would be left to read. */
  | { suite: 'ABSENCE_EN_DOUBLE' | 'ABSENCE_EN_BOUCLE' };

/** Records an absence; the table is held meanwhile, so that two of them cannot close a ring unseen. */
export async function ajouterAbsence(
  registre: Registre,
  absence: Absence,
  auteur: string,
  maintenant: Date,
): Promise<SuiteAbsence> {
  return registre.db.transaction(async (tx): Promise<SuiteAbsence> => {
    await tx.execute('lock table absences_referents in share row exclusive mode');
    const connus = await tx.select({ id: referents.id }).from(referents);
    const ids = new Set(connus.map((r) => r.id));
    const inconnu = [absence.referent, absence.remplacant].find((id) => !ids.has(id));
    if (inconnu !== undefined) return { suite: 'REFERENT_INCONNU', inconnu };
    const autres = await tx
      .select()
      .from(absencesReferents)
      .where(and(lte(absencesReferents.debut, absence.fin), gte(absencesReferents.fin, absence.debut)));
    if (autres.some((a) => a.referent === absence.referent)) return { suite: 'ABSENCE_EN_DOUBLE' };
    if (absence.referent === absence.remplacant || ferme(autres, absence)) return { suite: 'ABSENCE_EN_BOUCLE' };
    const [inscrite] = await tx.insert(absencesReferents).values(absence).returning({ id: absencesReferents.id });
    await tracer({ db: tx }, { numero: null, auteur, acte: 'AJOUTER_ABSENCE', details: { ...absence } }, maintenant);
    return { suite: 'AJOUTEE', id: inscrite!.id };
  });
}

/** Absences of the counsellors of an agency; of all of them when none is given. */
const deLAgence = ({ db }: Pick<Registre, 'db'>, agence: string | undefined) =>
  agence === undefined
    ? undefined
    : inArray(
        absencesReferents.referent,
        db.select({ id: referents.id }).from(referents).where(eq(referents.agence, agence)),
      );

/**
 * Takes an absence back; false when it is unknown.
 * @param agence when given, absences of another agency are unknown
 */
export async function retirerAbsence(
  registre: Registre,
  { id, agence }: { id: number; agence?: string | undefined },
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const visee = and(eq(absencesReferents.id, id), deLAgence(registre, agence));
    const [retiree] = await tx.delete(absencesReferents).where(visee).returning();
    if (!retiree) return false;
    await tracer({ db: tx }, { numero: null, auteur, acte: 'RETIRER_ABSENCE', details: { ...retiree } }, maintenant);
    return true;
  });
}

/** Absences that are not over on a day, the nearest first; of one agency when it is given. */
export async function absencesDepuis(
  registre: Registre,
  jour: DateCivile,
  agence?: string,
): Promise<AbsenceInscrite[]> {
  return registre.db
    .select()
    .from(absencesReferents)
    .where(and(gte(absencesReferents.fin, jour), deLAgence(registre, agence)))
    .orderBy(asc(absencesReferents.debut), asc(absencesReferents.id));
}
