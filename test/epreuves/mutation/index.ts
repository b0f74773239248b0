import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { racine } from '../../../commun/racine';
import { machine } from '../deroulement';
import { compter, type Resultats, rapport, score } from './bilan';
import { type Etendue, PARTIES, RESULTATS, reglages } from './reglages';

const STRYKER = join(racine, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const SEUIL = 90;

/**
 * `npm run epreuve -- mutation [--statiques] [fichiers…]`: changes domain/ in a thousand small ways, one at a time, and sees
 * whether a unit test notices. Writes `docs/epreuves/AAAA-MM-JJ-mutation.md`; what did not change since the last run is not run again.
 * @throws Error under 90 %
 */
export async function eprouverParMutation(arguments_: string[]): Promise<void> {
  const statiques = arguments_.includes('--statiques');
  const fichiers = arguments_.filter((a) => a !== '--statiques');
  const debut = new Date();
  const resultats: Resultats = { files: {} };
  for (const partie of fichiers.length === 0 ? PARTIES : [fichiers]) {
    Object.assign(resultats.files, (await muter({ fichiers: partie, statiques })).files);
  }
  const date = debut.toISOString().slice(0, 10);
  const texte = rapport(resultats, {
    date,
    commande: ['npm run epreuve -- mutation', ...arguments_].join(' '),
    machine: machine(),
    duree: `${Math.ceil((Date.now() - debut.getTime()) / 60_000)} min (les mutants inchangés depuis la fois d’avant ne sont pas rejoués)`,
  });
  const chemin = join(racine, 'docs/epreuves', `${date}-mutation.md`);
  mkdirSync(dirname(chemin), { recursive: true });
  writeFileSync(chemin, texte);
  const obtenu = score(compter(Object.values(resultats.files).flatMap(({ mutants }) => mutants)));
  console.log(`${obtenu.toFixed(1)} % des mutants tués ; rapport : docs/epreuves/${date}-mutation.md`);
  if (obtenu < SEUIL) throw new Error(`Moins de ${SEUIL} % des mutants sont tués.`);
}

async function muter(etendue: Etendue): Promise<Resultats> {
  const fichierReglages = join(dirname(RESULTATS), 'stryker.json');
  mkdirSync(dirname(fichierReglages), { recursive: true });
  writeFileSync(fichierReglages, JSON.stringify(reglages(etendue)));
  const stryker = spawn(process.execPath, [STRYKER, 'run', fichierReglages], { cwd: racine, stdio: 'inherit' });
  // Half an hour of full load on a machine where people work; whoever gave less keeps it so.
  setPriority(stryker.pid!, Math.max(10, getPriority()));
  const [statut] = await once(stryker, 'exit');
  if (statut !== 0) throw new Error(`Stryker s’est arrêté avec le statut ${statut}.`);
  return JSON.parse(readFileSync(RESULTATS, 'utf8')) as Resultats;
}
