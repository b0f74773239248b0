import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Works in a folder of its own beside `destination` (same disk, so that a rename is atomic), cleared afterwards. */
export async function dansUnAtelier<T>(destination: string, travail: (atelier: string) => Promise<T>): Promise<T> {
  await mkdir(dirname(destination), { recursive: true });
  const atelier = await mkdtemp(join(dirname(destination), '.atelier-'));
  try {
    return await travail(atelier);
  } finally {
    await rm(atelier, { recursive: true, force: true });
  }
}

/** @throws Error when the file is not the pinned one */
export async function verifier(fichier: string, sha256: string): Promise<void> {
  const empreinte = createHash('sha256');
  await pipeline(createReadStream(fichier), empreinte);
  const lue = empreinte.digest('hex');
  if (lue !== sha256) throw new Error(`empreinte inattendue ${lue.slice(0, 12)}… au lieu de ${sha256.slice(0, 12)}…`);
}

/** Puts a verified program in place in one move: a reader sees it whole or not at all. */
export async function placer(fichier: string, destination: string): Promise<void> {
  await chmod(fichier, 0o755);
  await rename(fichier, destination);
}

/** Bytes written so far under a folder: the progress of a download that shows none. */
export async function poids(dossier: string): Promise<number> {
  const entrees = await readdir(dossier, { recursive: true }).catch(() => []);
  const tailles = await Promise.all(
    entrees.map((e) =>
      stat(join(dossier, e)).then(
        (s) => (s.isFile() ? s.size : 0),
        () => 0,
      ),
    ),
  );
  return tailles.reduce((a, b) => a + b, 0);
}
