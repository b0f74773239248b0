import { readdirSync, readFileSync } from 'node:fs';
import type { Registre } from '../registre';

/** What Linux counts processor time in. */
const TICS_PAR_SECONDE = 100;

interface Processus {
  parent: number;
  /** Milliseconds of processor, those of its finished children included. */
  coeurMs: number;
}

/** From the state of the process on: its name, before, may hold spaces. */
const champsDe = (pid: number | string): number[] =>
  readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);

function lire(pid: number | string): Processus | null {
  try {
    const champs = champsDe(pid);
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

/** Processor time of the children of this process that have ended; 0 where there is no /proc. */
export function coeurEnfantsFinisMs(): number {
  try {
    const champs = champsDe(process.pid);
    return ((champs[13]! + champs[14]!) * 1000) / TICS_PAR_SECONDE;
  } catch {
    return 0;
  }
}

/** Memory that a process holds, in megabytes; 0 where there is no /proc, or no such process. */
export function memoireMo(pid: number): number {
  try {
    const ko = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(ko ?? 0) / 1024;
  } catch {
    return 0;
  }
}
