import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Transaction } from './ouvrir';

const comprimer = promisify(brotliCompress);
// Measured on C01 with its PDF of 37 kB: 5 takes 1.6 ms, 11 takes 79 ms to gain 6 % more.
export const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * What contents of one kind have in common, stored once: the beginning of a Brotli stream (RFC 7932), which says a model of the kind. The
 * stream of a content goes on from there, and only says where it differs: the beginning, then what is kept of the content, are one stream
 * that any decoder reads, the model first.
 */
export interface Amorce {
  sha256: string;
  /** Size of the model, in bytes. */
  taille: number;
  octets: Buffer;
  modele: Buffer;
}

/** The beginning that contents like `modele` go on from. Everybody may read it for ever: the model names nobody. */
export async function preparerAmorce(modele: string | Uint8Array): Promise<Amorce> {
  const entier = Buffer.from(modele);
  const octets = await comprimer(entier, { ...OPTIONS, finishFlush: constants.BROTLI_OPERATION_FLUSH });
  const sha256 = createHash('sha256').update(octets).digest('hex');
  return { sha256, taille: entier.length, octets, modele: entier };
}

/** What a stream says after the beginning; null when this Brotli begins otherwise, as another version may. */
export async function continuer(amorce: Amorce, brut: Buffer): Promise<Buffer | null> {
  const flux = createBrotliCompress(OPTIONS);
  const lus: Buffer[] = [];
  const fini = new Promise((resolve, reject) => {
    flux.on('data', (morceau: Buffer) => lus.push(morceau));
    flux.on('end', resolve);
    flux.on('error', reject);
  });
  flux.write(amorce.modele);
  flux.flush();
  flux.end(brut);
  await fini;
  const entier = Buffer.concat(lus);
  const { length } = amorce.octets;
  return entier.subarray(0, length).equals(amorce.octets) ? entier.subarray(length) : null;
}

/** Stores the beginnings that are not there yet, in the order of hashes, as contents are. One question when all are. */
export async function deposerAmorces(tx: Transaction, amorces: readonly Amorce[]): Promise<void> {
  const uniques = new Map(amorces.map((a) => [a.sha256, a]));
  if (uniques.size === 0) return;
  const { rows } = await tx.execute<{ sha256: string }>(
    sql`select sha256 from amorces where sha256 = any(${sql.param([...uniques.keys()])}::text[])`,
  );
  for (const { sha256 } of rows) uniques.delete(sha256);
  const neuves = [...uniques.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  for (const { sha256, taille, octets } of neuves)
    await tx.execute(sql`
      insert into amorces (sha256, taille, octets) values (${sha256}, ${taille}, ${octets}) on conflict do nothing`);
}
