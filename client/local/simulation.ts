import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { migrer, ouvrirRegistre } from '../../registre';
import { Arrets } from './arrets';
import { type Banc, monterBanc } from './banc';
import { portLibre } from './ports';
import { demarrerPostgres } from './postgres';

/** A whole Jalon of its own for the time of one simulation. */
export interface Simulation extends Banc {
  /** Lets time run until a workflow, its later runs included, is over. */
  allerAuBout(workflowId: string): Promise<void>;
}

/** A year takes three seconds: after sixty, time no longer passes. */
const PATIENCE_MS = 60_000;

const panne = async (ms: number): Promise<never> => {
  await attendre(ms, undefined, { ref: false });
  throw new Error('La simulation n’avance plus : le parcours n’est pas arrivé à son terme.');
};

/**
 * Lends a bench with an empty PostgreSQL in a temporary folder, its clock at `depart`, then clears all of it, whatever happens.
 */
export async function dansUneSimulation<T>(depart: Date, travail: (s: Simulation) => Promise<T>): Promise<T> {
  const arrets = new Arrets();
  try {
    const dossier = await mkdtemp(join(tmpdir(), 'jalon-simulation-'));
    arrets.ajouter('dossier', () => rm(dossier, { recursive: true, force: true }));
    // Under root, PostgreSQL runs as another account, which must get through.
    await chmod(dossier, 0o711);
    const postgres = await demarrerPostgres({ dossier, port: await portLibre(), durable: false });
    arrets.ajouter('PostgreSQL', postgres.arreter);
    await migrer(postgres.url);
    const registre = ouvrirRegistre(postgres.url);
    arrets.ajouter('registre', registre.fermer);
    const banc = await monterBanc({ registre, depart });
    arrets.ajouter('banc', banc.fermer);
    const allerAuBout = (id: string): Promise<void> =>
      Promise.race([banc.client.workflow.getHandle(id).result(), panne(PATIENCE_MS)]);
    return await travail({ ...banc, allerAuBout });
  } finally {
    await arrets.tous(() => undefined);
  }
}
