import { readdirSync, readFileSync } from 'node:fs';
import type { Registre } from '../registre';

/** What Linux counts processor time in. */
const TICS_PAR_SECONDE = 100;

interface Processus {
  parent: number;
  /** Milliseconds of processor, those of its finished children included. */
  coeurMs: number;
}

function lire(pid: number | string): Processus | null {
  try {
    const champs = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const tics = champs[11]! + champs[12]! + champs[13]! + champs[14]!;
    return { parent: champs[1]!, coeurMs: (tics * 1000) / TICS_PAR_SECONDE };
  } catch {
    return null;
  }
}

/** Processor time used so far by the PostgreSQL of a register, all its processes together; null where there is no /proc. */
export async function coeurPostgresMs(registre: Registre): Promise<number | null> {
  const { rows } = await registre.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const chef = lire(rows[0]!.pid)?.parent;
  if (chef === undefined) return null;
  return readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom))
    .map((nom) => (Number(nom) === chef ? lire(nom) : enfantDe(chef, nom)))
    .reduce((somme, p) => somme + (p?.coeurMs ?? 0), 0);
}

function enfantDe(chef: number, nom: string): Processus | null {
  const lu = lire(nom);
  return lu?.parent === chef ? lu : null;
}

/** Processor time used so far by a process, its threads together; 0 where there is no /proc, or no such process. */
export const coeurProcessusMs = (pid: number): number => lire(pid)?.coeurMs ?? 0;
