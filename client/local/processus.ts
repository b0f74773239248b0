import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as attendre } from 'node:timers/promises';
import { executer } from './executer';

export function estVivant(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !estZombie(pid);
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** An orphan that nobody collects (a container without init) still answers to its pid. */
function estZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Command line of a process, empty when it has none to show. */
export async function commande(pid: number): Promise<string> {
  // A slim container has no ps.
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync(proc)) return readFileSync(proc, 'utf8').replaceAll('\0', ' ').trim();
  const { statut, sortie } = await executer('ps', ['-ww', '-p', String(pid), '-o', 'args='], { delaiMs: 5_000 });
  return statut === 0 ? sortie : '';
}

const RONDE_MS = 500;

/** Tells once that a process which is no child of ours has ended. */
export function surMortDe(pid: number, rappel: () => void): void {
  const ronde = setInterval(() => {
    if (estVivant(pid)) return;
    clearInterval(ronde);
    rappel();
  }, RONDE_MS);
  ronde.unref();
}

/** Asks a process to stop, then makes it stop. Returns once it is gone. */
export async function arreterPid(pid: number, delaiMs: number): Promise<void> {
  signaler(pid, 'SIGTERM');
  const limite = Date.now() + delaiMs;
  while (estVivant(pid) && Date.now() < limite) await attendre(50);
  if (!estVivant(pid)) return;
  signaler(pid, 'SIGKILL');
  while (estVivant(pid)) await attendre(20);
}

/** The same for a child: its end is reported by its event (a zombie still answers to its pid). */
export async function arreterEnfant(enfant: ChildProcess, delaiMs: number): Promise<void> {
  if (enfant.exitCode !== null || enfant.signalCode !== null) return;
  const fin = new Promise<void>((finir) => enfant.once('exit', () => finir()));
  enfant.kill('SIGTERM');
  const limite = setTimeout(() => enfant.kill('SIGKILL'), delaiMs);
  await fin;
  clearTimeout(limite);
}

/** A process that is gone needs no signal. */
export function signaler(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in between.
  }
}
