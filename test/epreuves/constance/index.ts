import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { racine } from '../../../commun/racine';
import { arreter, commande, lies, parentDesSuites } from '../../harnais/balayage.cjs';
import { cheminChromium } from '../../outils/navigateur';
import { commitCourant, machine } from '../deroulement';
import { fautes, rediger, type Tour } from './rapport';
import { lireSortie } from './sortie';
import { INSTANTS, prevoir } from './tours';

/** A core kept busy, as long as who asked for it lives. */
const BOUCLE = 'for (const parent = process.ppid; process.ppid === parent; );';

/** Four times what a run may take. */
const LIMITE_MS = 32 * 60_000;

/**
 * `npm run epreuve -- constance [--tours N] [--sans-dates]`: so many whole runs in a row from a clean clone of the last commit (six by
 * default), then the unit tests at other dates. Logs in `var/constance/`, report in `docs/epreuves/AAAA-MM-JJ-constance.md`.
 * @throws when one run is not green
 */
export async function eprouverLaConstance(arguments_: string[]): Promise<void> {
  const options = {
    tours: { type: 'string', default: '6' },
    'sans-dates': { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: arguments_, options });
  const combien = Number(values.tours);
  if (!Number.isInteger(combien) || combien < 1) throw new Error('--tours attend un nombre entier, 1 au moins.');
  const instants = values['sans-dates'] ? [] : INSTANTS;
  if (cheminChromium === null) throw new Error('Chromium est absent : installez-le (apt-get install chromium).');
  if (instants.length > 0) exigerFaketime();
  const date = new Date().toISOString().slice(0, 10);
  const atelier = dossierOuvert(join(parentDesSuites(), 'jalon-'));
  // What it runs is in groups of its own, which a Ctrl-C does not reach.
  process.once('SIGINT', () => void arreter(() => lies(atelier)).finally(() => process.exit(130)));
  const journaux = join(racine, 'var', 'constance');
  mkdirSync(journaux, { recursive: true });
  const faire = (nom: string, quoi: string, ligne: string[], env: Record<string, string> = {}) =>
    lancer({ atelier, journal: join(journaux, `${nom}.log`), quoi, ligne, env });
  try {
    execFileSync('git', ['clone', '--quiet', racine, join(atelier, 'clone')]);
    const preparer = [
      'sh',
      '-c',
      'node client/local/lancer.mjs --preparer && node client/local/lancer.mjs client/local/preparer.ts',
    ];
    const preparation = await faire('preparation', 'préparation', preparer);
    if (preparation.statut !== 0) throw new Error(`Le clone n’a pas pu être préparé : voir ${journaux}`);
    const tours: Tour[] = [];
    for (const [rang, { quoi, boucles, env }] of prevoir(combien).entries()) {
      const occupees = Array.from({ length: boucles }, () => spawn(process.execPath, ['-e', BOUCLE]));
      tours.push(await faire(`tour-${rang + 1}`, quoi, ['npm', 'test'], { CI: 'true', ...env }));
      for (const boucle of occupees) boucle.kill('SIGKILL');
    }
    const dates: Tour[] = [];
    for (const instant of instants) {
      const unite = ['faketime', '-f', `@${instant}`, 'npx', 'jest', '--selectProjects', 'unite'];
      // The monotonic clock stays real: it measures how long things take.
      const env = { FAKETIME_DONT_FAKE_MONOTONIC: '1', TZ: 'Europe/Paris' };
      dates.push(await faire(`date-${instant.slice(0, 10)}`, instant, unite, env));
    }
    const rapport = `docs/epreuves/${date}-constance.md`;
    const tete = {
      date,
      commande: ['npm run epreuve -- constance', ...arguments_].join(' '),
      commit: commitCourant(),
      machine: machine(),
      preparationSecondes: preparation.secondes,
    };
    writeFileSync(join(racine, rapport), rediger(tours, dates, tete));
    console.log(`rapport : ${rapport}`);
    const toutes = [...tours, ...dates].flatMap(fautes);
    if (toutes.length > 0) throw new Error(`${toutes.join('\n')}\nvoir ${journaux}`);
  } finally {
    await arreter(() => lies(atelier));
    rmSync(atelier, { recursive: true, force: true });
  }
}

/** Under root, PostgreSQL runs as another account, which must get through. */
function dossierOuvert(prefixe: string): string {
  const dossier = mkdtempSync(prefixe);
  chmodSync(dossier, 0o711);
  return dossier;
}

function exigerFaketime(): void {
  try {
    execFileSync('faketime', ['--version'], { stdio: 'ignore' });
  } catch {
    throw new Error('faketime est absent : installez-le (apt-get install faketime), ou donnez --sans-dates.');
  }
}

interface Commande {
  atelier: string;
  journal: string;
  quoi: string;
  ligne: string[];
  env: Record<string, string>;
}

/** One command in the clone, with a temporary folder of its own, of which nothing must be left. */
async function lancer({ atelier, journal, quoi, ligne: [programme, ...arguments_], env }: Commande): Promise<Tour> {
  const clone = join(atelier, 'clone');
  const tampon = dossierOuvert(join(atelier, 't-'));
  const debut = Date.now();
  const sortie = openSync(journal, 'w');
  const enfant = spawn(programme!, arguments_, {
    ...{ cwd: clone, detached: true, stdio: ['ignore', sortie, sortie] },
    env: { ...process.env, ...env, TMPDIR: tampon },
  });
  closeSync(sortie);
  const limite = setTimeout(() => process.kill(-enfant.pid!, 'SIGKILL'), LIMITE_MS);
  const statut = await new Promise<number | null>((finir, rater) => enfant.once('exit', finir).once('error', rater));
  clearTimeout(limite);
  const secondes = Math.round((Date.now() - debut) / 1000);
  const processus = lies(atelier).map(commande);
  const restes = [...processus, ...readdirSync(tampon).filter((nom) => nom.startsWith('jalon-'))];
  await arreter(() => lies(atelier));
  const comptes = lireSortie(readFileSync(journal, 'utf8'));
  console.log(`${quoi} : ${secondes} s, ${comptes.passes} tests, statut ${statut}`);
  return { quoi, secondes, statut, restes, ...comptes };
}
