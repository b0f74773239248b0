import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { portLibre } from '../../../client/local/ports';
import { arreterEnfant } from '../../../client/local/processus';
import { type Compose, environnementDe, type Place } from '../../outils/compose';
import { attendreQue } from '../../outils/pile';

/** The four services of a cluster; the compose file runs them in one process. */
export const SERVICES = ['frontend', 'history', 'matching', 'worker'] as const;
export type Service = (typeof SERVICES)[number];

const MOTIFS = ['GRPC', 'MEMBERSHIP'] as const;

/** Where the parts stand on this machine, instead of in containers of their own. */
export interface Reperes {
  /** Port of the engine's PostgreSQL, on 127.0.0.1. */
  base: number;
  /** `FRONTEND_GRPC_PORT`…: two clusters, or a dev server, may run side by side. */
  ports: Record<string, string>;
  /** The file of dynamic configuration. */
  dynamique: string;
}

/** A free port for each that a cluster listens on. */
export async function portsDuMoteur(): Promise<Record<string, string>> {
  const noms = SERVICES.flatMap((service) => MOTIFS.map((motif) => `${service.toUpperCase()}_${motif}_PORT`));
  const ports: Record<string, string> = {};
  for (const nom of [...noms, 'FRONTEND_HTTP_PORT']) ports[nom] = String(await portLibre());
  return ports;
}

/**
 * The environment that `docker-compose.yml` gives the engine, moved to this machine: addresses and ports differ, nothing else. The server
 * makes its configuration out of it by the template that it carries, as in its image.
 */
export const environnementDuMoteur = (
  { services }: Compose,
  service: 'temporal' | 'temporal-schema',
  place: Place,
  { base, ports, dynamique }: Reperes,
): Record<string, string> => ({
  ...environnementDe(services[service]!, place),
  POSTGRES_SEEDS: '127.0.0.1',
  DB_PORT: String(base),
  BIND_ON_IP: '127.0.0.1',
  DYNAMIC_CONFIG_FILE_PATH: dynamique,
  ...ports,
});

/** A process of the cluster. */
export interface Processus {
  enfant: ChildProcess;
  arreter(): Promise<void>;
  /** kill −9, and waits for the end. */
  tuer(): Promise<void>;
}

/** Time for its shards to be given back. */
const ARRET_MS = 20_000;

/** Starts the server, every service in one process or one of them; what it says goes to `<journaux>/<name>.log`. */
export function demarrerMoteur(
  programmes: string,
  env: Record<string, string>,
  journaux: string,
  service: Service | null,
): Processus {
  const journal = openSync(join(journaux, `moteur-${service ?? 'entier'}.log`), 'a');
  const arguments_ = ['start', ...(service === null ? [] : [`--service=${service}`])];
  const enfant = spawn(join(programmes, 'temporal-server'), arguments_, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', journal, journal],
  });
  closeSync(journal);
  const mort = once(enfant, 'exit');
  return {
    enfant,
    arreter: () => arreterEnfant(enfant, ARRET_MS),
    async tuer() {
      enfant.kill('SIGKILL');
      await mort;
    },
  };
}

/** Waits until a port is listened on, as the health check of the compose file does; a process that ended before is said with its last words. */
export const attendreEcoute = (port: string, processus: readonly Processus[], journaux: string): Promise<true> =>
  attendreQue(
    `quelqu’un écoute sur ${port}`,
    async () => {
      const mort = processus.find(({ enfant }) => enfant.exitCode !== null);
      if (mort) throw new Error(`le moteur s’est arrêté : ${finDe(journaux, mort)}`);
      return ecoute(Number(port));
    },
    120_000,
  );

const finDe = (journaux: string, { enfant }: Processus): string => {
  const service = enfant.spawnargs.find((a) => a.startsWith('--service='))?.split('=')[1] ?? 'entier';
  return readFileSync(join(journaux, `moteur-${service}.log`), 'utf8')
    .trim()
    .split('\n')
    .slice(-2)
    .join('\n');
};

const ecoute = (port: number): Promise<true | false> =>
  new Promise((rendre) => {
    const prise = connect({ port, host: '127.0.0.1' });
    prise.once('connect', () => {
      prise.destroy();
      rendre(true);
    });
    prise.once('error', () => rendre(false));
  });
