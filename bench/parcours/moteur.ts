import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demarrerTemporal, type ServeurTemporal } from '../../client/local/serveur-temporal';
import type { Reglages } from '../../commun/reglages';
import { octetsOccupes } from './octets-sqlite';

/** The engine of a bench. */
export interface Moteur {
  pid(): number;
  /**
   * Stops it in order and starts it again on the same data.
   * @returns what its database holds while nothing runs, and how long it took to answer again
   */
  redemarrer(): Promise<{ octets: number; millisecondes: number }>;
  arreter(): Promise<void>;
}

/** The dev server's timers have a grain of a second, which is what a pause lasts. The floor has the same. */
const GRAIN_DES_MINUTERIES = 'history.timerProcessorMaxTimeShift="10ms"';

export async function monterMoteur(reglages: Reglages): Promise<Moteur> {
  const demarrer = () => demarrerTemporal(reglages, ['--dynamic-config-value', GRAIN_DES_MINUTERIES]);
  const base = join(reglages.donnees, 'temporal.db');
  let serveur: ServeurTemporal = await demarrer();
  return {
    pid: () => (JSON.parse(readFileSync(join(reglages.donnees, 'temporal.pid'), 'utf8')) as { pid: number }).pid,
    async redemarrer() {
      await serveur.arreter();
      const octets = octetsOccupes(entete(base)) + tailleDe(`${base}-wal`);
      const debut = Date.now();
      serveur = await demarrer();
      return { octets, millisecondes: Date.now() - debut };
    },
    arreter: () => serveur.arreter(),
  };
}

/** Of a file of SQLite. */
const ENTETE_OCTETS = 100;

function entete(fichier: string): Buffer {
  const lue = Buffer.alloc(ENTETE_OCTETS);
  const ouvert = openSync(fichier, 'r');
  readSync(ouvert, lue);
  closeSync(ouvert);
  return lue;
}

const tailleDe = (fichier: string): number => statSync(fichier, { throwIfNoEntry: false })?.size ?? 0;
