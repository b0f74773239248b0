import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { racine } from '../../commun/racine';
import { VARIABLE_SERVEUR } from '../outils/serveur-registre';
import { commande, lies } from './balayage.cjs';

jest.setTimeout(180_000);

/** Of the run that this file is part of, whose registers are in it: the folder above its own. */
const SUITE = dirname(tmpdir());
const nommer = (processus: ReturnType<typeof lies>) => processus.map((un) => `${un.pid} ${commande(un)}`).sort();
/** A server has a process for each connection too, and other files of this run come and go on theirs. */
const registresOuverts = () =>
  nommer(lies(SUITE)).filter((un) => un.includes(`bin/postgres -D ${SUITE}/jalon-registre-`));

interface Fin {
  statut: number | null;
  dit: string;
  /** What it ran at its busiest. */
  lances: string[];
  /** From the last test to the end, in seconds. */
  attente: number;
}

/** A whole jest of its own, whose temporary folders are all in `dossier`. */
async function lancerSansFin(dossier: string): Promise<Fin> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([nom]) => !/^JEST_/.test(nom)));
  delete env[VARIABLE_SERVEUR];
  const plus = { TMPDIR: dossier, JALON_ESSAI_SANS_FIN: '1', JALON_ESSAI_PATIENCE_SECONDES: '3', FORCE_COLOR: '0' };
  const arguments_ = [join(racine, 'node_modules/jest/bin/jest.js'), '--selectProjects', 'ensemble'];
  const enfant = spawn(process.execPath, arguments_, { cwd: racine, env: { ...env, ...plus }, detached: true });
  let [dit, lances, finie] = ['', [] as string[], Date.now()];
  const lire = (bout: Buffer) => {
    dit += bout.toString();
    if (bout.includes('tout est démarré')) lances = nommer(lies(dossier));
    if (bout.includes('Ran all test suites')) finie = Date.now();
  };
  enfant.stdout.on('data', lire);
  enfant.stderr.on('data', lire);
  const [statut] = await once(enfant, 'close');
  return { statut, dit, lances, attente: (Date.now() - finie) / 1_000 };
}

let dossier: string;
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

it('un essai qui dépasse sa limite ne laisse ni processus ni dossier, et la suite se termine en disant ce qui la retient', async () => {
  // Beside the folder of this run: below it, Chromium's socket would have too long a name.
  dossier = mkdtempSync(join(dirname(dirname(tmpdir())), 's-'));
  chmodSync(dossier, 0o711);
  const registres = registresOuverts();
  const { statut, dit, lances, attente } = await lancerSansFin(dossier);
  expect(dit).toContain('Exceeded timeout of 1000 ms');
  expect(statut).toBe(1);
  for (const programme of ['start-dev', 'temporal-test-server', 'worker/demarrer.ts', 'postgres']) {
    expect(lances.join('\n')).toContain(programme);
  }
  expect(dit).toMatch(/sans-fin\.ts a laissé tourner, et c’est arrêté : .*worker\/demarrer\.ts/);
  expect(dit).toMatch(/La suite est finie mais ne se termine pas\. Ce qui la retient encore : .*TCP/);
  expect(attente).toBeLessThan(30);
  expect(nommer(lies(dossier))).toEqual([]);
  expect(readdirSync(dossier)).toEqual([]);
  // The one of this run, which the child's stood beside.
  expect(registresOuverts()).toEqual(registres);
});
