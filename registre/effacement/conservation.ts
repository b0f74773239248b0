import { and, asc, eq, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { DateCivile } from '../../domain/calendrier/dates';
import { etatsFinals } from '../../domain/dossier/etats';
import type { Numero } from '../../domain/dossier/numero';
import type { LimitesConservation, RapportConservation } from '../../domain/flotte/conservation';
import type { Registre } from '../ouvrir';
import { dossiers, liensEntree, pointsDuMatin, sessions } from '../schema';
import { jeterContenus } from './effacer';

const ecoute = sql<DateCivile | null>`(${dossiers.situation} ->> 'ecouteJusquau')`;
const finis = etatsFinals.filter((etat) => etat !== 'OUVERT_PAR_ERREUR');

/** Journeys that were over before a day, those opened by mistake having a day of their own. */
const passes = ({ DOSSIERS, ERREURS }: Pick<LimitesConservation, 'DOSSIERS' | 'ERREURS'>): SQL =>
  or(
    and(inArray(dossiers.etat, finis), sql`${ecoute} < ${DOSSIERS}`),
    and(eq(dossiers.etat, 'OUVERT_PAR_ERREUR'), sql`${ecoute} < ${ERREURS}`),
  )!;

/** Some of the dossiers that are past their time, the oldest numbers first. */
export async function dossiersPasses(
  registre: Registre,
  limites: LimitesConservation,
  apres: Numero,
  combien: number,
): Promise<Numero[]> {
  const lignes = await registre.db
    .select({ numero: dossiers.numero })
    .from(dossiers)
    .where(and(sql`${dossiers.numero} > ${apres}`, passes(limites)))
    .orderBy(asc(dossiers.numero))
    .limit(combien);
  return lignes.map(({ numero }) => numero);
}

const pointsPasses = ({ POINTS }: Pick<LimitesConservation, 'POINTS'>) =>
  and(lt(pointsDuMatin.jour, POINTS), or(isNotNull(pointsDuMatin.texteSha256), isNotNull(pointsDuMatin.htmlSha256)));
const sessionsPassees = ({ ENTREES }: Pick<LimitesConservation, 'ENTREES'>) => lt(sessions.vueLe, new Date(ENTREES));
const liensPasses = ({ ENTREES }: Pick<LimitesConservation, 'ENTREES'>) => lt(liensEntree.expireLe, new Date(ENTREES));

/** How much is past its time, nothing being changed. Outboxes are not the register's. */
export async function compterPasses(
  registre: Registre,
  limites: LimitesConservation,
): Promise<Omit<RapportConservation, 'SORTIES'>> {
  const { db } = registre;
  const erreurs = sql<number>`count(*) filter (where ${dossiers.etat} = 'OUVERT_PAR_ERREUR')`.mapWith(Number);
  const total = sql<number>`count(*)`.mapWith(Number);
  const [[d], points, parSessions, parLiens] = await Promise.all([
    db.select({ total, erreurs }).from(dossiers).where(passes(limites)),
    db.$count(pointsDuMatin, pointsPasses(limites)),
    db.$count(sessions, sessionsPassees(limites)),
    db.$count(liensEntree, liensPasses(limites)),
  ]);
  const { total: tous, erreurs: parErreur } = d!;
  return { DOSSIERS: tous - parErreur, ERREURS: parErreur, POINTS: points, ENTREES: parSessions + parLiens };
}

/** Empties the digests and closes the doors that are past their time. @returns how many of each */
export async function jeterPasses(
  registre: Registre,
  limites: LimitesConservation,
): Promise<Pick<RapportConservation, 'POINTS' | 'ENTREES'>> {
  return registre.db.transaction(async (tx) => {
    const vides = await tx
      .select({ texte: pointsDuMatin.texteSha256, html: pointsDuMatin.htmlSha256 })
      .from(pointsDuMatin)
      .where(pointsPasses(limites))
      .for('update');
    await tx.update(pointsDuMatin).set({ texteSha256: null, htmlSha256: null }).where(pointsPasses(limites));
    await jeterContenus(
      tx,
      vides.flatMap(({ texte, html }) => [texte, html].filter((sha256) => sha256 !== null)),
    );
    const finies = await tx.delete(sessions).where(sessionsPassees(limites)).returning({ compte: sessions.compte });
    const expires = await tx.delete(liensEntree).where(liensPasses(limites)).returning({ compte: liensEntree.compte });
    return { POINTS: vides.length, ENTREES: finies.length + expires.length };
  });
}
