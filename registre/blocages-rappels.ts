import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { dateLocale, fuseau } from '../domain/calendrier/fuseaux';
import { entreeCatalogue } from '../domain/catalogue/catalogue';
import { lireCle } from '../domain/catalogue/cle-courrier';
import type { Numero } from '../domain/dossier/numero';
import { tracer } from './audit';
import type { Base, Registre, Transaction } from './ouvrir';
import { blocagesRappels, dossiers } from './schema';

export type BlocageRappels = typeof blocagesRappels.$inferSelect;

export interface RappelsBloques {
  numero: Numero;
  /** Last day without reminders. */
  jusquau: DateCivile;
  motif: string;
  /** Account: an id, never a name. */
  par: string;
}

const enCours = (maintenant: Date) =>
  and(isNull(blocagesRappels.leveeLe), gte(blocagesRappels.jusquau, dateLocale(maintenant, fuseau('metropole'))));

/** Stops every reminder to a person until a day; one already in force gives place to it. Returns false for an unknown dossier. */
export async function bloquerRappels(registre: Registre, s: RappelsBloques, maintenant: Date): Promise<boolean> {
  const { numero, jusquau, par } = s;
  return registre.db.transaction(async (tx) => {
    const [connu] = await tx
      .select({ numero: dossiers.numero })
      .from(dossiers)
      .where(eq(dossiers.numero, numero))
      .for('update');
    if (!connu) return false;
    await lever(tx, numero, par, maintenant);
    await tx.insert(blocagesRappels).values({ ...s, le: maintenant });
    const details = { jusquau };
    await tracer({ db: tx }, { numero, auteur: par, acte: 'BLOQUER_RAPPELS', details }, maintenant);
    return true;
  });
}

/** Lets the reminders of a person go again before their day; returns false when nothing blocked them. */
export async function debloquerRappels(
  registre: Registre,
  numero: Numero,
  par: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    if (!(await lever(tx, numero, par, maintenant))) return false;
    await tracer({ db: tx }, { numero, auteur: par, acte: 'DEBLOQUER_RAPPELS' }, maintenant);
    return true;
  });
}

async function lever(tx: Transaction, numero: Numero, par: string, maintenant: Date): Promise<boolean> {
  const levees = await tx
    .update(blocagesRappels)
    .set({ leveePar: par, leveeLe: maintenant })
    .where(and(eq(blocagesRappels.numero, numero), isNull(blocagesRappels.leveeLe)))
    .returning({ id: blocagesRappels.id });
  return levees.length > 0;
}

/** In force, the oldest first; of one person, at most one. */
export async function blocagesRappelsEnCours(
  registre: Registre,
  maintenant: Date,
  numero?: Numero,
): Promise<BlocageRappels[]> {
  return registre.db
    .select()
    .from(blocagesRappels)
    .where(and(enCours(maintenant), numero === undefined ? undefined : eq(blocagesRappels.numero, numero)))
    .orderBy(asc(blocagesRappels.le), asc(blocagesRappels.id));
}

/** Keys, among these, of reminders to a person whose reminders are blocked. */
export async function rappelsBloques(
  { db }: { db: Base | Transaction },
  cles: readonly string[],
  maintenant: Date,
): Promise<Set<string>> {
  const rappels = cles.flatMap((cle) => {
    const lue = lireCle(cle);
    return lue !== null && entreeCatalogue(lue.code).rappel ? [{ cle, numero: lue.numero }] : [];
  });
  if (rappels.length === 0) return new Set();
  const numeros = rappels.map((r) => r.numero);
  const lus = await db
    .select({ numero: blocagesRappels.numero })
    .from(blocagesRappels)
    .where(and(inArray(blocagesRappels.numero, numeros), enCours(maintenant)));
  const bloques = new Set(lus.map((l) => l.numero));
  return new Set(rappels.filter((r) => bloques.has(r.numero)).map((r) => r.cle));
}
