import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Arrets } from '../../../client/local/arrets';

/** What stands on a disk of its own: the register, the engine's database, the folder of the post. */
const DISQUES = ['registre', 'moteur', 'poste'] as const;
export type Disque = (typeof DISQUES)[number];

/** A PostgreSQL that was just created takes 60 MB, and its log grows by segments of 16. */
const TAILLE = '400m';

/** Only root mounts a disk, and only Linux has these. */
export const peutMonter = (): boolean => process.platform === 'linux' && process.getuid?.() === 0;

/** Small disks in memory, in a folder where nothing stands yet. */
export function monterDisques(dossier: string, arrets: Arrets): void {
  for (const nom of DISQUES) {
    const chemin = join(dossier, nom);
    mkdirSync(chemin, { mode: 0o711 });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${TAILLE},mode=0711`, 'tmpfs', chemin]);
    arrets.ajouter(`Disque ${nom}`, () => execFileSync('umount', ['--lazy', chemin]));
  }
}

const bouchon = (dossier: string, nom: Disque) => join(dossier, nom, 'bouchon');

/** Leaves not a byte. */
export function remplir(dossier: string, nom: Disque): void {
  const fichier = openSync(bouchon(dossier, nom), 'w');
  try {
    for (let taille = 1 << 22; taille >= 1; ) {
      try {
        writeSync(fichier, Buffer.alloc(taille));
      } catch (erreur) {
        if ((erreur as NodeJS.ErrnoException).code !== 'ENOSPC') throw erreur;
        taille >>= 1;
      }
    }
  } finally {
    closeSync(fichier);
  }
}

export const vider = (dossier: string, nom: Disque): void => rmSync(bouchon(dossier, nom), { force: true });
