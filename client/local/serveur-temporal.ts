import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { assurerDossier } from '../../commun/assurer-dossier';
import { attributsPourServeur } from '../../commun/attributs';
import type { Reglages } from '../../commun/reglages';
import { ErreurMoteur, moteurRepond, preparerClient } from '../temporal';
import { trouverBinaire } from './binaires';
import { exigerPortLibre } from './ports';
import { arreterEnfant, arreterPid, commande, estVivant, signaler, surMortDe } from './processus';
import { avecProgression } from './progression';
import type { Partie } from './surveiller';

export interface ServeurTemporal extends Partie {
  adresse: string;
  /** The Temporal UI. */
  ui: string;
  /** True when a server left by a killed launcher was found at work with the same settings. */
  adopte: boolean;
  arreter(): Promise<void>;
}

/** Enough for SQLite to close; the server itself takes well under a second. */
const ARRET_MS = 8_000;
/** A cold start takes 2 s; a history of months on a slow disk, more. */
const DEMARRAGE_MS = 60_000;
const JOURNAL_MAX = 20 * 1024 * 1024;

/**
 * Starts Temporal's dev server on `<donnees>/temporal.db`. One left by a killed launcher is adopted when it was started with
 * the same arguments, else replaced. Returns once a real round trip succeeds.
 * @param plus more arguments of the server, such as `--dynamic-config-value k=v`
 * @param arret aborted when nobody wants it any more: what was begun is undone
 * @throws ErreurReglage (busy port), ErreurBinaire, ErreurMoteur: French sentences
 */
export async function demarrerTemporal(
  reglages: Reglages,
  plus: readonly string[] = [],
  arret?: AbortSignal,
): Promise<ServeurTemporal> {
  assurerDossier('JALON_DONNEES', reglages.donnees);
  const base = join(reglages.donnees, 'temporal.db');
  const temoin = join(reglages.donnees, 'temporal.pid');
  const { port, portUi } = reglages.temporal;
  const arguments_ = [...argumentsDe(reglages, base), ...plus];
  const ui = `http://127.0.0.1:${portUi}`;
  const adresse = `127.0.0.1:${port}`;

  const laisse = await chercherLaisse(temoin, base);
  if (laisse && laisse.arguments_ === arguments_.join(' ')) {
    const arreter = async () => {
      await arreterPid(laisse.pid, ARRET_MS);
      rmSync(temoin, { force: true });
    };
    if (await pret(reglages, () => !arret?.aborted && estVivant(laisse.pid)).catch(() => false)) {
      const couper = () => signaler(laisse.pid, 'SIGKILL');
      return { adresse, ui, adopte: true, surMort: (rappel) => surMortDe(laisse.pid, rappel), arreter, couper };
    }
  }
  if (laisse) await arreterPid(laisse.pid, ARRET_MS);
  arret?.throwIfAborted();

  await exigerPortLibre(port, 'JALON_TEMPORAL_PORT', 'le moteur Temporal');
  await exigerPortLibre(portUi, 'JALON_TEMPORAL_UI_PORT', 'l’interface de Temporal');
  const { chemin } = await trouverBinaire('temporal', reglages);
  arret?.throwIfAborted();
  const enfant = lancer(chemin, arguments_, join(reglages.donnees, 'temporal.log'));
  writeFileSync(temoin, JSON.stringify({ pid: enfant.pid, arguments_: arguments_.join(' ') }));
  const arreter = async () => {
    await arreterEnfant(enfant, ARRET_MS);
    rmSync(temoin, { force: true });
  };
  try {
    const encoreLa = () => enfant.exitCode === null && enfant.signalCode === null && enfant.pid !== undefined;
    const attendu = () => !arret?.aborted && encoreLa();
    if (await avecProgression('Démarrage du moteur Temporal', () => pret(reglages, attendu))) {
      return { adresse, ui, adopte: false, surMort: surFin(enfant), arreter, couper: () => enfant.kill('SIGKILL') };
    }
    arret?.throwIfAborted();
    const fin = lireFin(join(reglages.donnees, 'temporal.log'));
    throw new ErreurMoteur(`Le moteur Temporal n’a pas démarré ; la fin de son journal dit : ${fin}`);
  } catch (erreur) {
    await arreter();
    throw erreur;
  }
}

function argumentsDe(reglages: Reglages, base: string): string[] {
  const { port, portUi, espace } = reglages.temporal;
  return [
    ...['server', 'start-dev', '--db-filename', base],
    // The default journal of SQLite costs 1.7 times what WAL does (measured).
    ...['--sqlite-pragma', 'journal_mode=WAL'],
    ...['--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(portUi)],
    ...['--ui-codec-endpoint', `http://127.0.0.1:${reglages.port}/codec`, '--ui-disable-news-fetch'],
    ...(espace === 'default' ? [] : ['--namespace', espace]),
    ...attributsPourServeur.flatMap((a) => ['--search-attribute', a]),
    ...['--log-level', 'warn', '--log-format', 'json'],
  ];
}

/** In a group of its own: a Ctrl-C reaches the launcher alone, which stops things in order. */
function lancer(chemin: string, arguments_: string[], journal: string): ChildProcess {
  if ((statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > JOURNAL_MAX) renameSync(journal, `${journal}.1`);
  const sortie = openSync(journal, 'a', 0o600);
  // What it writes is its owner's alone; the server itself leaves its database readable by all.
  const masque = process.umask(0o077);
  const enfant = spawn(chemin, arguments_, { detached: true, stdio: ['ignore', sortie, sortie] });
  process.umask(masque);
  // Reported by the readiness check, which sees no pid.
  enfant.on('error', () => undefined);
  return enfant;
}

async function pret(reglages: Reglages, encoreLa: () => boolean): Promise<boolean> {
  const limite = Date.now() + DEMARRAGE_MS;
  while (encoreLa() && Date.now() < limite) {
    const client = preparerClient(reglages);
    const repond = await moteurRepond(client);
    await client.connection.close();
    if (repond) return true;
    await attendre(100);
  }
  return false;
}

interface Laisse {
  pid: number;
  arguments_: string;
}

/** A pid may have been given to another program since: the command line must name our database. */
async function chercherLaisse(temoin: string, base: string): Promise<Laisse | null> {
  try {
    const lu = JSON.parse(readFileSync(temoin, 'utf8')) as Laisse;
    return estVivant(lu.pid) && (await commande(lu.pid)).includes(base) ? lu : null;
  } catch {
    return null;
  }
}

const surFin =
  (enfant: ChildProcess): Partie['surMort'] =>
  (rappel) =>
    void enfant.once('exit', (code, signal) => rappel(signal ?? `statut ${code}`));

const lireFin = (fichier: string) => readFileSync(fichier, 'utf8').trim().split('\n').slice(-3).join(' ').slice(-600);
