import { chownSync, existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Compte, estRoot, executer } from './executer';

/** Where root puts what PostgreSQL's account must reach when the project's own folder is closed to it (a clone in /root). */
const REFUGE = '/var/lib/jalon';

/**
 * PostgreSQL refuses to run as root: another account must be found. The owner of existing data comes first, so that data
 * never changes hands; then the account `postgres` if the machine has one, then `nobody`, which every machine has.
 * @returns null when we are not root: PostgreSQL runs as we do.
 */
export async function choisirCompte(donnees: string): Promise<Compte | null> {
  if (!estRoot()) return null;
  if (existsSync(donnees)) {
    const { uid, gid } = statSync(donnees);
    if (uid !== 0) return { uid, gid };
  }
  for (const nom of ['postgres', 'nobody']) {
    const uid = await executer('id', ['-u', nom]);
    const gid = await executer('id', ['-g', nom]);
    if (uid.code === 0 && gid.code === 0) return { uid: Number(uid.texte), gid: Number(gid.texte) };
  }
  throw new Error(
    'PostgreSQL ne fonctionne pas sous root et cette machine n’a ni compte « postgres » ni compte « nobody ». ' +
      'Créez un compte « postgres » ou lancez Jalon sous un autre compte que root.',
  );
}

/** True when this account can enter a folder and read there (its parents included). */
export async function accessible(dossier: string, compte: Compte | null): Promise<boolean> {
  if (!compte) return true;
  const { code } = await executer('/bin/sh', ['-c', 'cd -- "$1" && test -r .', 'sh', dossier], compte);
  return code === 0;
}

/** A new empty folder that this account owns, in a place that it reaches. */
export function dossierRefuge(prefixe: string, compte: Compte): string {
  mkdirSync(REFUGE, { recursive: true, mode: 0o755 });
  const dossier = mkdtempSync(join(REFUGE, prefixe));
  chownSync(dossier, compte.uid, compte.gid);
  return dossier;
}

export function refugePartage(nom: string): string {
  return join(REFUGE, nom);
}
