import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { racine } from '../../../commun/racine';
import { lireSortie } from '../constance/sortie';
import { processeurs, rendreCompte, teteDe } from '../deroulement';
import { type Noeud, obtenirNoeud } from './noeuds';
import { fautes, type Passage, rediger } from './rapport';

/** Those that `package.json` accepts and that are maintained, or were until lately. */
const MAJEURES = ['20', '22', '24', '26'];
/** Ten times what the checks take. */
const LIMITE_MS = 10 * 60_000;
const EXEMPLE = join('exemples', 'dossiers', 'annee-nominale.json');

/**
 * `npm run epreuve -- matrice [20 22 24 26]`: `npm run check`, then a whole year of one journey on the engine whose time jumps (worker,
 * native parts and PostgreSQL with it), on each major of Node. Logs in `var/matrice/`, report in `docs/epreuves/AAAA-MM-JJ-matrice.md`.
 * @throws Error when one of them is not fit
 */
export async function eprouverLaMatrice(majeures: string[]): Promise<void> {
  const journaux = join(racine, 'var', 'matrice');
  mkdirSync(journaux, { recursive: true });
  const passages: Passage[] = [];
  for (const majeure of majeures.length > 0 ? majeures : MAJEURES) {
    const noeud = await obtenirNoeud(join(racine, '.cache'), majeure);
    console.log(`Node ${noeud.version}…`);
    const journal = join(journaux, `${majeure}.log`);
    const debut = Date.now();
    const statut = await lancer(noeud, journal, ['npm', 'run', 'check']);
    const secondes = Math.round((Date.now() - debut) / 1_000);
    const comptes = lireSortie(readFileSync(journal, 'utf8'));
    const courriers = await simulerUneAnnee(noeud, join(journaux, `${majeure}-annee.log`));
    passages.push({ version: noeud.version, statut, secondes, ...comptes, courriers });
    console.log(`  statut ${statut}, ${comptes.passes} tests en ${secondes} s, ${courriers ?? 'aucun'} courriers`);
  }
  const commande = ['npm run epreuve -- matrice', ...majeures].join(' ');
  const tete = { ...teteDe(commande), machine: processeurs() };
  rendreCompte('matrice', tete, rediger(passages, tete), fautes(passages), `voir ${journaux}`);
}

/** @returns how many letters it sent; null when it did not end well */
async function simulerUneAnnee(noeud: Noeud, journal: string): Promise<number | null> {
  const sortie = mkdtempSync(join(tmpdir(), 'jalon-annee-'));
  try {
    const jalon = ['node', 'client/local/lancer.mjs', 'client/cli/main.ts'];
    const statut = await lancer(noeud, journal, [...jalon, 'simuler', EXEMPLE, '--sortie', sortie]);
    return statut === 0 ? new Set(readdirSync(sortie).map((nom) => nom.slice(0, nom.lastIndexOf('.')))).size : null;
  } finally {
    rmSync(sortie, { recursive: true });
  }
}

/** One command whose `node` is that one. @returns its status; null when it had to be stopped */
async function lancer({ bin }: Noeud, journal: string, [programme, ...arguments_]: string[]): Promise<number | null> {
  const sortie = openSync(journal, 'w');
  const enfant = spawn(programme!, arguments_, {
    ...{ cwd: racine, detached: true, stdio: ['ignore', sortie, sortie] },
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  closeSync(sortie);
  const limite = setTimeout(() => process.kill(-enfant.pid!, 'SIGKILL'), LIMITE_MS);
  const statut = await new Promise<number | null>((finir, rater) => enfant.once('exit', finir).once('error', rater));
  clearTimeout(limite);
  return statut;
}
