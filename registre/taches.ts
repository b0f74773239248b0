import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import { causeDeTache } from '../domain/parcours/cause-de-tache';
import { conditionDossiers, type FiltreDossiers } from './liste';
import type { Base, Registre, Transaction } from './ouvrir';
import { dossiers, type StatutTache, taches } from './schema';

export type Tache = typeof taches.$inferSelect;

/** Who closes a task that lost its object. */
const JALON = 'jalon';

export interface TacheDeposee {
  /** Idempotence key: the same one twice is one task, even once it is done. */
  cle: string;
  numero: Numero;
  type: string;
  /** French, for the counsellor: what to do. */
  libelle: string;
  echeance: DateCivile | null;
  /** How many times it was brought, which `libelle` says. */
  nombre?: number;
}

/**
 * Leaves a task to the counsellor; returns false when it was already there. One that Jalon closed because it had lost its object is
 * open again; one that a person did stays done, unless it was brought more times since: its sentence then says how many. It stands for those of the same cause, which are closed.
 */
export async function deposerTache(registre: Registre, tache: TacheDeposee, maintenant: Date): Promise<boolean> {
  const { rows: deposees } = await registre.db.execute(depot([tache], maintenant));
  if (deposees.length > 0) await cloreMemeCause(registre, tache, maintenant);
  return deposees.length > 0;
}

/**
 * The statement that deposits tasks, each under a key of its own; it gives the keys of those that it changed.
 * @param si what must be so, or it does nothing
 */
function depot(deposees: readonly TacheDeposee[], maintenant: Date, si = sql`true`): SQL {
  const de = (lire: (tache: TacheDeposee) => unknown) => sql.param(deposees.map(lire));
  const comptees = deposees.filter(({ nombre }) => nombre !== undefined).map(({ cle }) => cle);
  return sql`
    insert into taches (cle, numero, type, libelle, echeance, statut, cree_le)
    select v.*, 'A_FAIRE', ${maintenant.toISOString()}::timestamptz
    from unnest(${de((t) => t.cle)}::text[], ${de((t) => t.numero)}::text[], ${de((t) => t.type)}::text[],
      ${de((t) => t.libelle)}::text[], ${de((t) => t.echeance)}::date[]) as v where ${si}
    on conflict (cle) do update set statut = 'A_FAIRE', faite_le = null, faite_par = null, motif = null,
      libelle = excluded.libelle, echeance = excluded.echeance, reportee_au = null, reportee_par = null, reportee_motif = null
    where (taches.statut = 'FAITE' and taches.faite_par = ${JALON})
      or (taches.cle = any(${sql.param(comptees)}::text[]) and taches.libelle <> excluded.libelle)
    returning cle`;
}

async function cloreMemeCause(
  registre: Registre,
  { cle, numero }: Pick<TacheDeposee, 'cle' | 'numero'>,
  maintenant: Date,
): Promise<void> {
  const cause = causeDeTache(cle);
  if (cause !== null) await cloreCauses(registre, numero, [cause], maintenant, cle);
}

/** Closes the open tasks of some causes, which are over. @param sauf key of the one that stands for the others */
export async function cloreCauses(
  registre: Registre,
  numero: Numero,
  causes: readonly string[],
  maintenant: Date,
  sauf?: string,
): Promise<void> {
  const ouvertes = causes.length === 0 ? [] : await listerTaches(registre, { numero, statut: 'A_FAIRE' });
  const depassees = ouvertes
    .map(({ cle }) => cle)
    .filter((cle) => cle !== sauf && causes.includes(causeDeTache(cle) ?? ''));
  await cloreTaches(registre, depassees, maintenant);
}

export interface FiltreTaches {
  numero?: Numero;
  statut?: StatutTache;
  /** Only those of these dossiers. */
  dossiers?: FiltreDossiers;
}

/**
 * What a filter of dossiers asks of the table `taches`; undefined when it asks nothing. A counsellor's are those of her dossiers that
 * nobody else was given, and those that she was given.
 */
export function tachesDe({ db }: Pick<Registre, 'db'>, filtre: FiltreDossiers): SQL | undefined {
  const parmi = (criteres: FiltreDossiers): SQL | undefined => {
    const voulus = conditionDossiers(criteres);
    return voulus && inArray(taches.numero, db.select({ numero: dossiers.numero }).from(dossiers).where(voulus));
  };
  const { referent, ...reste } = filtre;
  if (!referent) return parmi(filtre);
  const confiees = eq(taches.confieeA, referent);
  const vues = or(and(parmi(filtre), or(isNull(taches.confieeA), confiees)), and(confiees, parmi(reste)));
  // Found by the index of their dossiers: the other condition alone is asked of every task that there is.
  const sesDossiers = db.select({ numero: dossiers.numero }).from(dossiers).where(conditionDossiers(filtre));
  const autres = db.select({ numero: taches.numero }).from(taches).where(confiees);
  return and(inArray(taches.numero, sesDossiers.union(autres)), vues);
}

function condition(
  { db }: Pick<Registre, 'db'>,
  { numero, statut, dossiers: filtre = {} }: FiltreTaches,
): SQL | undefined {
  const termes: (SQL | undefined)[] = [tachesDe({ db }, filtre)];
  if (numero) termes.push(eq(taches.numero, numero));
  if (statut) termes.push(eq(taches.statut, statut));
  return and(...termes);
}

/** A portfolio may have more than anyone reads at once. */
const TACHES_MAX = 1_000;

/** Tasks of one dossier, or of all; the nearest échéance first, those without one last. */
export async function listerTaches(
  registre: Registre,
  { limite = TACHES_MAX, decalage = 0, ...filtre }: FiltreTaches & { limite?: number; decalage?: number } = {},
): Promise<Tache[]> {
  return registre.db
    .select()
    .from(taches)
    .where(condition(registre, filtre))
    .orderBy(asc(taches.echeance), asc(taches.id))
    .limit(limite)
    .offset(decalage);
}

/** How many there are, whatever a list shows of them. */
export const compterTaches = (registre: Registre, filtre: FiltreTaches = {}): Promise<number> =>
  registre.db.$count(taches, condition(registre, filtre));

/** A task by its key; null when none has it. */
export async function lireTache(registre: Registre, cle: string): Promise<Tache | null> {
  const [tache] = await registre.db.select().from(taches).where(eq(taches.cle, cle));
  return tache ?? null;
}

/**
 * Marks a task done; the first one to do so stays its author. Returns false when it is unknown.
 * @param motif why, when what it asked for was not recorded
 */
export async function terminerTache(
  registre: Registre,
  cle: string,
  auteur: string,
  maintenant: Date,
  motif: string | null = null,
): Promise<boolean> {
  await registre.db
    .update(taches)
    .set({ statut: 'FAITE', faiteLe: maintenant, faitePar: auteur, motif })
    .where(and(eq(taches.cle, cle), eq(taches.statut, 'A_FAIRE')));
  const [tache] = await registre.db.select({ id: taches.id }).from(taches).where(eq(taches.cle, cle));
  return tache !== undefined;
}

/** Puts an open task off until a day; returns false when none has this key. */
export async function reporterTache(
  { db }: Registre,
  { cle, au, motif, par }: { cle: string; au: DateCivile; motif: string; par: string },
): Promise<boolean> {
  const reportees = await db
    .update(taches)
    .set({ reporteeAu: au, reporteePar: par, reporteeMotif: motif })
    .where(and(eq(taches.cle, cle), eq(taches.statut, 'A_FAIRE')))
    .returning({ id: taches.id });
  return reportees.length > 0;
}

/** Gives an open task to a counsellor, or back to the dossier's own; returns false when none has this key. */
export async function confierTache({ db }: Registre, cle: string, confieeA: string | null): Promise<boolean> {
  const confiees = await db
    .update(taches)
    .set({ confieeA })
    .where(and(eq(taches.cle, cle), eq(taches.statut, 'A_FAIRE')))
    .returning({ id: taches.id });
  return confiees.length > 0;
}

/** The types of the tasks that a pass follows: those, or all but those. */
export type TypesSuivis = { parmi: readonly string[] } | { sauf: readonly string[] };

/** The statement that closes the open tasks that answer a condition: what they asked for was done, or stopped being asked. */
export const cloture = (numero: Numero, lesquelles: SQL, le: Date): SQL => sql`
    update taches set statut = 'FAITE', faite_le = ${le.toISOString()}::timestamptz, faite_par = ${JALON}
    where numero = ${numero} and statut = 'A_FAIRE' and ${lesquelles}`;

/** What a pass says of the tasks of a dossier. */
export interface TachesDuPoint {
  /** To be deposited, each as {@link deposerTache} does. */
  dues: readonly TacheDeposee[];
  /** Keys of others that are brought, and may be left as they are. */
  vivantes: readonly string[];
  /** The types of which those that are not brought are closed. */
  suivies: TypesSuivis;
}

/**
 * The two parts of a statement that hold the tasks of a dossier to what a pass says: `closes`, what it does not bring any more, and
 * `deposees`, the keys of what it brings anew.
 * @param si what must be so, or they do nothing
 */
export function partiesDesTaches(
  numero: Numero,
  { dues, vivantes, suivies }: TachesDuPoint,
  maintenant: Date,
  si = sql`true`,
): SQL {
  const neuves = dues.filter(({ cle }, rang) => dues.findIndex((autre) => autre.cle === cle) === rang);
  const cles = sql.param([...neuves.map(({ cle }) => cle), ...vivantes]);
  const types =
    'parmi' in suivies
      ? sql`type = any(${sql.param([...suivies.parmi])}::text[])`
      : sql`type <> all(${sql.param([...suivies.sauf])}::text[])`;
  const quiTombent = sql`${types} and cle <> all(${cles}::text[]) and ${si}`;
  return sql`closes as (${cloture(numero, quiTombent, maintenant)}), deposees as (${depot(neuves, maintenant, si)})`;
}

/** Deposits what a pass brings and closes what it does not bring any more, in one question. */
export async function tenirTaches(
  registre: Registre,
  numero: Numero,
  point: TachesDuPoint,
  maintenant: Date,
): Promise<void> {
  const parties = partiesDesTaches(numero, point, maintenant);
  const { rows } = await registre.db.execute<{ cle: string }>(sql`with ${parties} select cle from deposees`);
  const deposees = rows.map(({ cle }) => cle);
  await cloreMemesCauses(registre, numero, deposees, maintenant);
}

/** What was just deposited stands for the tasks of the same cause. */
export async function cloreMemesCauses(
  registre: Registre,
  numero: Numero,
  deposees: readonly string[],
  maintenant: Date,
): Promise<void> {
  for (const cle of deposees) await cloreMemeCause(registre, { cle, numero }, maintenant);
}

/** Closes the open tasks of these keys: they lost their object. */
export async function cloreTaches(
  { db }: { db: Base | Transaction },
  cles: readonly string[],
  maintenant: Date,
): Promise<void> {
  if (cles.length === 0) return;
  await db
    .update(taches)
    .set({ statut: 'FAITE', faiteLe: maintenant, faitePar: JALON })
    .where(and(eq(taches.statut, 'A_FAIRE'), inArray(taches.cle, [...cles])));
}
