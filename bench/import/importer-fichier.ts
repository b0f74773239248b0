import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { coeurEnfantsFinisMs } from '../coeurs';
import type { Place } from '../parcours/place';

/** What the command itself took. */
export interface Commande {
  secondes: number;
  /** Milliseconds of processor of its process, its start included. */
  coeurMs: number;
}

/** `jalon importer <fichier> --oui`, as someone types it, in a process of its own. @throws Error when a row is not opened */
export async function importerFichier({ env, reglages }: Place, nom: string, csv: string): Promise<Commande> {
  const fichier = join(reglages.donnees, `${nom}.csv`);
  writeFileSync(fichier, csv);
  const lancer = join(racine, 'client/local/lancer.mjs');
  const [debut, avant] = [Date.now(), coeurEnfantsFinisMs()];
  const jalon = spawn(process.execPath, [lancer, 'client/cli/main.ts', 'importer', fichier, '--oui'], {
    ...{ cwd: racine, env, stdio: ['ignore', 'ignore', 'pipe'] },
  });
  let dit = '';
  jalon.stderr?.on('data', (morceau: Buffer) => {
    dit = (dit + morceau).slice(-2_000);
  });
  const [statut] = (await once(jalon, 'close')) as [number | null];
  if (statut !== 0) throw new Error(`importer ${nom} : statut ${statut}\n${dit}`);
  return { secondes: (Date.now() - debut) / 1_000, coeurMs: coeurEnfantsFinisMs() - avant };
}
