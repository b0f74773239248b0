import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { eq } from 'drizzle-orm';
import type { Registre, Transaction } from './ouvrir';
import { contenus, type TypeContenu } from './schema';

const compresser = promisify(brotliCompress);
const decompresser = promisify(brotliDecompress);
// Measured on C01 with its PDF of 37 kB: 5 takes 1.6 ms, 11 takes 79 ms to gain 6 % more.
const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export type ContenuPret = typeof contenus.$inferInsert;

/** Hashes and compresses, away from any transaction. */
export async function preparerContenu(type: TypeContenu, brut: string | Uint8Array): Promise<ContenuPret> {
  const entier = Buffer.from(brut);
  const comprime = await compresser(entier, OPTIONS);
  const gagne = comprime.length < entier.length;
  return {
    sha256: createHash('sha256').update(entier).digest('hex'),
    type,
    taille: entier.length,
    compression: gagne ? 'brotli' : 'aucune',
    octets: gagne ? comprime : entier,
  };
}

/** Stores each content once, in the order of hashes: two writers with the same contents never wait for each other in a ring. */
export async function deposerContenus(tx: Transaction, prets: ContenuPret[]): Promise<void> {
  const uniques = [...new Map(prets.map((p) => [p.sha256, p])).values()];
  uniques.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  if (uniques.length > 0) await tx.insert(contenus).values(uniques).onConflictDoNothing();
}

export interface Contenu {
  type: TypeContenu;
  octets: Buffer;
}

/** Gives back what was stored, byte for byte; null when the hash is unknown. Throws when the stored bytes were damaged. */
export async function lireContenu(registre: Registre, sha256: string): Promise<Contenu | null> {
  const [ligne] = await registre.db.select().from(contenus).where(eq(contenus.sha256, sha256));
  if (!ligne) return null;
  const octets = ligne.compression === 'brotli' ? await decompresser(ligne.octets) : ligne.octets;
  if (createHash('sha256').update(octets).digest('hex') !== sha256) {
    throw new Error(`contenu ${sha256.slice(0, 12)}… abîmé dans le registre`);
  }
  return { type: ligne.type, octets };
}
