import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A dependency folder takes minutes on a slow line; a lock older than that has lost its owner. */
const VERROU_MAX_MS = 30 * 60_000;
/** Silence up to here: most installations are already there, and two seconds need no explanation. */
const SILENCE_MS = 2_000;
/** npm says what is wrong first, then how to use it. */
const LIGNES_MAX = 30;

/**
 * Makes `node_modules` what `package-lock.json` says, once even when several processes start together, and never when it is so
 * already: `npm ci` empties the folder first, under whoever runs from it.
 * @returns false when it could not; the reason was said
 */
export async function installer(racine) {
  if (estInstalle(racine)) return true;
  const verrou = join(racine, '.cache', 'installation');
  try {
    let annonce = false;
    while (!prendre(verrou)) {
      if (!annonce) dire('Une autre commande installe les dépendances : on l’attend…');
      annonce = true;
      await new Promise((suite) => setTimeout(suite, 200));
    }
  } catch (erreur) {
    dire(`Les dépendances ne sont pas installées, et ce dossier ne peut pas être écrit (${erreur.code}) : ${racine}`);
    return false;
  }
  try {
    return estInstalle(racine) || (await npmCi(racine, (pid) => writeFileSync(join(verrou, 'pid'), String(pid))));
  } finally {
    liberer(verrou);
  }
}

/**
 * Compares what npm says that it installed with what is wanted, package by package: never dates, which a copy or a clone changes.
 * What belongs to other platforms may be absent; under NODE_ENV=production, the tools of the checks too: the image leaves them out.
 */
function estInstalle(racine) {
  const lire = (...chemin) => JSON.parse(readFileSync(join(racine, ...chemin), 'utf8')).packages;
  try {
    const voulus = lire('package-lock.json');
    const poses = lire('node_modules', '.package-lock.json');
    const production = process.env.NODE_ENV === 'production';
    const superflu = ({ optional, dev, devOptional }) => optional || devOptional || (dev && production);
    return Object.entries(voulus).every(([nom, voulu]) => {
      const pose = poses[nom];
      if (nom === '' || !pose) return nom === '' || superflu(voulu) === true;
      return pose.version === voulu.version && pose.integrity === voulu.integrity;
    });
  } catch {
    // No record, or half of one: npm writes it last.
    return false;
  }
}

/** The lock is a folder with its owner inside, put in place by one rename: never seen without owner. */
function prendre(verrou) {
  const brouillon = `${verrou}.${process.pid}`;
  rmSync(brouillon, { recursive: true, force: true });
  mkdirSync(brouillon, { recursive: true });
  writeFileSync(join(brouillon, 'pid'), String(process.pid));
  try {
    renameSync(brouillon, verrou);
    return true;
  } catch {
    rmSync(brouillon, { recursive: true, force: true });
  }
  if (abandonne(verrou)) {
    try {
      renameSync(verrou, `${brouillon}.mort`);
      rmSync(`${brouillon}.mort`, { recursive: true, force: true });
    } catch {
      // Another process cleared it first.
    }
  }
  return false;
}

/** Away in one rename, then emptied: another command that looks meanwhile finds no lock, never half of one. */
function liberer(verrou) {
  try {
    renameSync(verrou, `${verrou}.${process.pid}.rendu`);
  } catch {
    // Already taken from us: too old, or cleared with its folder.
  }
  rmSync(`${verrou}.${process.pid}.rendu`, { recursive: true, force: true });
}

function abandonne(verrou) {
  try {
    const pid = Number(readFileSync(join(verrou, 'pid'), 'utf8'));
    if (Date.now() - statSync(verrou).mtimeMs > VERROU_MAX_MS) return true;
    process.kill(pid, 0);
    return false;
  } catch (erreur) {
    return erreur.code === 'ESRCH';
  }
}

/** @param tenir told npm's own process, which holds the lock from then on: it goes on when the command that started it is killed */
function npmCi(racine, tenir) {
  const debut = Date.now();
  const secondes = () => Math.round((Date.now() - debut) / 1000);
  // npm tells its children where it is; without it (node called directly) the PATH answers.
  const npm = process.env.npm_execpath;
  const [programme, tete] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // Tools of the checks included even under NODE_ENV=production, and errors shown even under `npm run --silent`.
  const suite = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32' && programme === 'npm';
  const enfant = spawn(programme, [...tete, ...suite], {
    cwd: racine,
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (enfant.pid !== undefined) tenir(enfant.pid);
  let sortie = '';
  for (const flux of [enfant.stdout, enfant.stderr])
    flux.on('data', (bout) => (sortie = (sortie + bout).slice(-20_000)));
  const relais = (signal) => enfant.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, relais);
  let barre;
  const premiere = setTimeout(() => {
    const montrer = () => avancer(`Installation des dépendances… ${secondes()} s`);
    montrer();
    barre = setInterval(montrer, 1_000);
  }, SILENCE_MS);
  return new Promise((rendre) => {
    const finir = (code, raison) => {
      clearInterval(barre);
      clearTimeout(premiere);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, relais);
      if (code === 0) {
        if (secondes() >= SILENCE_MS / 1000) dire(`${retour}Dépendances installées en ${secondes()} s.`);
      } else {
        dire(`${retour}${sortie.trim().split('\n').slice(0, LIGNES_MAX).join('\n')}\n`);
        dire(
          `L’installation des dépendances a échoué (npm ci${raison}) : vérifiez l’accès au registre npm, puis recommencez.`,
        );
      }
      rendre(code === 0);
    };
    enfant.on('error', (erreur) => finir(1, ` : ${erreur.message}`));
    enfant.on('close', (code, signal) => finir(code ?? 1, signal ? ` : ${signal}` : ''));
  });
}

/** On standard error: the output of a command belongs to who reads it. */
const dire = (texte) => process.stderr.write(`${texte}\n`);
const retour = process.stderr.isTTY ? '\r\x1b[K' : '';
let annoncee = false;
function avancer(texte) {
  if (process.stderr.isTTY) process.stderr.write(`${retour}${texte}`);
  else if (!annoncee) dire(texte);
  annoncee = true;
}
