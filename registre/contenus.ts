import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from 'node:zlib';
import { eq, type SQL, sql } from 'drizzle-orm';
import { type Amorce, continuer, deposerAmorces, OPTIONS } from './amorces';
import type { Registre, Transaction } from './ouvrir';
import { amorces, contenus, type TypeContenu } from './schema';

const compresser = promisify(brotliCompress);
const decompresser = promisify(brotliDecompress);

export type ContenuPret = Omit<typeof contenus.$inferInsert, 'amorce'> & { amorce: Amorce | null };

/**
 * Hashes and compresses, away from any transaction.
 * @param amorce what contents of this kind have in common
 */
export async function preparerContenu(
  type: TypeContenu,
  brut: string | Uint8Array,
  amorce: Amorce | null = null,
): Promise<ContenuPret> {
  const entier = Buffer.from(brut);
  const suite = amorce && (await continuer(amorce, entier));
  return suite ? enContenu(type, entier, suite, amorce) : enContenu(type, entier, await compresser(entier, OPTIONS));
}

// Fleet mail, three contents of a few kB a letter: 0.02 ms each where 5 takes 0.05, for a quarter more bytes. Nothing is longer than
// the window, and a small one is sooner made.
const OPTIONS_VITE = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 } };

/** {@link preparerContenu} for the many small contents of a batch: cheaper, at once. */
export function preparerContenuVite(type: TypeContenu, brut: string | Uint8Array): ContenuPret {
  const entier = Buffer.from(brut);
  return enContenu(type, entier, brotliCompressSync(entier, OPTIONS_VITE));
}

function enContenu(type: TypeContenu, entier: Buffer, comprime: Buffer, amorce: Amorce | null = null): ContenuPret {
  const gagne = comprime.length < entier.length;
  return {
    sha256: createHash('sha256').update(entier).digest('hex'),
    type,
    taille: entier.length,
    compression: gagne ? 'brotli' : 'aucune',
    octets: gagne ? comprime : entier,
    amorce: gagne ? amorce : null,
  };
}

/** Stores what contents go on from: before {@link depotDesContenus}, which says of each where it is. */
export const deposerAmorcesDe = (tx: Transaction, prets: readonly ContenuPret[]): Promise<void> =>
  deposerAmorces(
    tx,
    prets.flatMap(({ amorce }) => amorce ?? []),
  );

/**
 * The statement that stores each content once, in the order of hashes: two writers with the same contents never wait for each other in a
 * ring. Six parameters, however many they are.
 */
export function depotDesContenus(prets: readonly ContenuPret[]): SQL {
  const uniques = [...new Map(prets.map((p) => [p.sha256, p])).values()];
  uniques.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const colonne = (lire: (p: ContenuPret) => unknown) => sql.param(uniques.map(lire));
  return sql`
    insert into contenus (sha256, type, taille, compression, octets, amorce)
    select v.sha256, v.type, v.taille, v.compression, v.octets, a.id
    from unnest(${colonne((p) => p.sha256)}::text[], ${colonne((p) => p.type)}::text[], ${colonne((p) => p.taille)}::int[],
      ${colonne((p) => p.compression)}::text[], ${colonne((p) => p.octets)}::bytea[],
      ${colonne((p) => p.amorce?.sha256 ?? null)}::text[]) as v (sha256, type, taille, compression, octets, amorce)
    left join amorces a on a.sha256 = v.amorce
    on conflict do nothing`;
}

export interface Contenu {
  type: TypeContenu;
  octets: Buffer;
}

/** Gives back what was stored, byte for byte; null when the hash is unknown. Throws when the stored bytes were damaged. */
export async function lireContenu(registre: Registre, sha256: string): Promise<Contenu | null> {
  const [ligne] = await registre.db
    .select({ contenu: contenus, amorce: amorces })
    .from(contenus)
    .leftJoin(amorces, eq(contenus.amorce, amorces.id))
    .where(eq(contenus.sha256, sha256));
  if (!ligne) return null;
  const octets = await deployerContenu(ligne.contenu, ligne.amorce);
  if (createHash('sha256').update(octets).digest('hex') !== sha256) {
    throw new Error(`contenu ${sha256.slice(0, 12)}… abîmé dans le registre`);
  }
  return { type: ligne.contenu.type, octets };
}

/** The bytes of a row, as they were stored. */
export async function deployerContenu(
  { compression, octets }: Pick<typeof contenus.$inferSelect, 'compression' | 'octets'>,
  amorce: Pick<Amorce, 'octets' | 'taille'> | null,
): Promise<Buffer> {
  if (compression === 'aucune') return octets;
  if (amorce === null) return decompresser(octets);
  return (await decompresser(Buffer.concat([amorce.octets, octets]))).subarray(amorce.taille);
}
