import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { executer } from './executer';

/** A PostgreSQL server at work on a data folder. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** No system gives such a number to a process. */
const JAMAIS = 2_147_483_646;

/**
 * The server that works on this data folder, left by a launcher that was killed; null when there is none. A `postmaster.pid`
 * whose number now belongs to another program (after a reboot), or to a dead process nobody buried, would stop PostgreSQL for
 * ever: its number is replaced by one that never lives. The rest of the file stays, for PostgreSQL to make sure that no child
 * of the former server is left.
 */
export async function trouverPostmaster(donnees: string): Promise<Postmaster | null> {
  const fichier = join(donnees, 'postmaster.pid');
  let lignes: string[];
  try {
    lignes = readFileSync(fichier, 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lignes[0]);
  const port = Number(lignes[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !estConnu(pid)) return null;
  if (!estDefunt(pid) && (await travailleSur(pid, donnees))) return { pid, port };
  if (existsSync(fichier)) writeFileSync(fichier, [String(JAMAIS), ...lignes.slice(1)].join('\n'));
  return null;
}

function estConnu(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Dead but not yet waited for by its parent (Linux); elsewhere such a process has no name, which `travailleSur` sees. */
function estDefunt(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

/** PostgreSQL makes its data folder its working directory; where that cannot be read, the program's name decides. */
async function travailleSur(pid: number, donnees: string): Promise<boolean> {
  try {
    return realpathSync(readlinkSync(`/proc/${pid}/cwd`)) === realpathSync(donnees);
  } catch {
    const nom = await nomDuProgramme(pid);
    // When nothing can be known, believe it is one: two servers on the same data would destroy them.
    return nom === null || nom.includes('postgres');
  }
}

async function nomDuProgramme(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'win32') {
      return (await executer('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'])).texte;
    }
    const { code, texte } = await executer('ps', ['-p', String(pid), '-o', 'comm=']);
    return code === 0 ? basename(texte) : null;
  } catch {
    return null;
  }
}
