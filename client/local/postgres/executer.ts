import { execFile } from 'node:child_process';

/** The account PostgreSQL runs under, when it is not ours. */
export interface Compte {
  uid: number;
  gid: number;
}

export const estRoot = (): boolean => process.getuid?.() === 0;

export interface Sortie {
  code: number;
  texte: string;
}

/** Runs a program to its end and gives its status and what it wrote; throws only when it could not be run at all. */
export function executer(programme: string, args: string[], compte: Compte | null = null): Promise<Sortie> {
  return new Promise((resolve, reject) => {
    const options = {
      // Our own folder may be closed to that account; English messages are the ones we recognise.
      cwd: '/',
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C' },
      ...(compte ?? {}),
    };
    execFile(programme, args, options, (erreur, stdout, stderr) => {
      if (erreur && typeof erreur.code !== 'number') reject(erreur);
      else resolve({ code: Number(erreur?.code ?? 0), texte: `${stdout}${stderr}`.trim() });
    });
  });
}
