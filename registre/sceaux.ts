import { asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Trace } from './audit';
import { empreinteDeTrace } from './empreinte-de-trace';
import type { Registre, Transaction } from './ouvrir';
import { audit, sceaux, tracesASceller } from './schema';

/** Any number that nothing else locks (see migrer.ts): one chain, one hand. */
const VERROU = 5_472_011_979;
/** A page of the trail: some megabytes in memory at most. */
const PAGE = 2_000;

/**
 * Seals the lines that no seal holds yet, in the order of their ids. A line committed late takes its place where the chain then is.
 * @returns how many were sealed; 0 too while another process seals
 */
export async function scellerAudit(registre: Registre): Promise<number> {
  let scellees = 0;
  for (;;) {
    const page = await registre.db.transaction(scellerUnePage);
    scellees += page;
    if (page < PAGE) return scellees;
  }
}

async function scellerUnePage(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ pris: boolean }>(sql`select pg_try_advisory_xact_lock(${VERROU}) as pris`);
  if (!rows[0]!.pris) return 0;
  const lignes = await tx
    .select({ trace: audit })
    .from(tracesASceller)
    .innerJoin(audit, eq(audit.id, tracesASceller.trace))
    .orderBy(asc(audit.id))
    .limit(PAGE);
  if (lignes.length === 0) return 0;
  const [tete] = await tx.select().from(sceaux).orderBy(desc(sceaux.rang)).limit(1);
  let { rang, empreinte } = tete ?? DEBUT;
  const poses = lignes.map(({ trace }) => {
    rang += 1;
    empreinte = empreinteDeTrace(empreinte, trace);
    return { rang, trace: trace.id, empreinte };
  });
  await tx.insert(sceaux).values(poses);
  const ids = poses.map(({ trace }) => trace);
  await tx.delete(tracesASceller).where(inArray(tracesASceller.trace, ids));
  return poses.length;
}

/** Before the first seal. */
const DEBUT = { rang: 0, empreinte: '' };

export interface FauteAudit {
  /** CHANGEE: the line, or what came before it, is not what was sealed. ABSENTE: its line or its seal is gone. HORS_CHAINE: never sealed, and no longer waiting to be. */
  faute: 'CHANGEE' | 'ABSENTE' | 'HORS_CHAINE';
  /** Place in the chain; null out of it. */
  rang: number | null;
  /** Id of the line, when it is known. */
  trace: number | null;
}

export interface VerificationAudit {
  scellees: number;
  /** Written since the last seal. */
  enAttente: number;
  /** Hash of the last seal, to be noted elsewhere: it holds all those before it. Null when there is none. */
  tete: string | null;
  /** Whether the hash that was given is that of a seal; null when none was given. */
  connue: boolean | null;
  fautes: FauteAudit[];
}

/**
 * Reads the whole trail again and computes its chain anew.
 * @param connue hash of a seal, noted earlier: only it tells a trail whose end was cut off
 */
export async function verifierAudit(registre: Registre, connue?: string): Promise<VerificationAudit> {
  const fautes: FauteAudit[] = [];
  let { rang, empreinte } = DEBUT;
  let scellees = 0;
  let vue = false;
  for await (const { sceau, trace } of parcourir(registre)) {
    for (rang += 1; rang < sceau.rang; rang++) fautes.push({ faute: 'ABSENTE', rang, trace: null });
    if (trace === null) fautes.push({ faute: 'ABSENTE', rang, trace: sceau.trace });
    else if (empreinteDeTrace(empreinte, trace) !== sceau.empreinte)
      fautes.push({ faute: 'CHANGEE', rang, trace: trace.id });
    // As it was sealed: one line changed is one fault, not one for each that follows.
    empreinte = sceau.empreinte;
    vue ||= empreinte === connue;
    scellees += 1;
  }
  const [horsChaine, [attente]] = await Promise.all([
    registre.db
      .select({ id: audit.id })
      .from(audit)
      .leftJoin(sceaux, eq(sceaux.trace, audit.id))
      .leftJoin(tracesASceller, eq(tracesASceller.trace, audit.id))
      .where(sql`${sceaux.rang} is null and ${tracesASceller.trace} is null`)
      .orderBy(asc(audit.id)),
    registre.db.select({ nombre: sql<number>`count(*)::int` }).from(tracesASceller),
  ]);
  fautes.push(...horsChaine.map(({ id }) => ({ faute: 'HORS_CHAINE' as const, rang: null, trace: id })));
  return {
    scellees,
    enAttente: attente!.nombre,
    tete: scellees === 0 ? null : empreinte,
    connue: connue === undefined ? null : vue,
    fautes,
  };
}

async function* parcourir(
  registre: Registre,
): AsyncGenerator<{ sceau: typeof sceaux.$inferSelect; trace: Trace | null }> {
  let depuis = 0;
  for (;;) {
    const page = await registre.db
      .select({ sceau: sceaux, trace: audit })
      .from(sceaux)
      .leftJoin(audit, eq(audit.id, sceaux.trace))
      .where(gt(sceaux.rang, depuis))
      .orderBy(asc(sceaux.rang))
      .limit(PAGE);
    yield* page;
    if (page.length < PAGE) return;
    depuis = page.at(-1)!.sceau.rang;
  }
}
