import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A dependency folder takes minutes on a slow line; a lock older than that has lost its owner. */
const VERROU_MAX_MS = 30 * 60_000;
/** Silence up to here: most installations are already there, and two seconds need no explanation. */
const SILENCE_MS = 2_000;
/** npm says what is wrong first, then how to use it. */
const LIGNES_MAX = 30;

/**
 * Makes `node_modules` match `package-lock.json`, once even when several processes start together.
 * @returns false when it could not; the reason was said
 */
export async function installer(racine) {
  if (estInstalle(racine)) return true;
  const verrou = join(racine, '.cache', 'installation');
  let annonce = false;
  while (!prendre(verrou)) {
    if (!annonce) dire('Une autre commande installe les dépendances : on l’attend…');
    annonce = true;
    await new Promise((suite) => setTimeout(suite, 200));
    if (estInstalle(racine)) return true;
  }
  try {
    return estInstalle(racine) || (await npmInstall(racine));
  } finally {
    rmSync(verrou, { recursive: true, force: true });
  }
}

/** The lock's hash is stamped after a successful installation; npm's own record tells of one made by hand. */
function estInstalle(racine) {
  const lock = join(racine, 'package-lock.json');
  const sceau = join(racine, 'node_modules', '.jalon');
  const releve = join(racine, 'node_modules', '.package-lock.json');
  if (!existsSync(releve)) return false;
  const empreinte = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(sceau) && readFileSync(sceau, 'utf8') === empreinte) return true;
  if (statSync(releve).mtimeMs < statSync(lock).mtimeMs) return false;
  sceller(sceau, empreinte);
  return true;
}

function sceller(sceau, empreinte) {
  try {
    writeFileSync(sceau, empreinte);
  } catch {
    // A read-only image: the comparison of dates answers every time.
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

function npmInstall(racine) {
  const debut = Date.now();
  const secondes = () => Math.round((Date.now() - debut) / 1000);
  // npm tells its children where it is; without it (node called directly) the PATH answers.
  const npm = process.env.npm_execpath;
  const [programme, tete] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // Not `npm ci`: it refuses a lock that a machine of one platform wrote, where the native packages of the others are not
  // listed (npm/cli#9846). --no-save leaves package-lock.json as it is.
  // Tools of the checks included even under NODE_ENV=production, and errors shown even under `npm run --silent`.
  const suite = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const windows = process.platform === 'win32' && programme === 'npm';
  const enfant = spawn(programme, [...tete, ...suite], {
    cwd: racine,
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
        const lock = readFileSync(join(racine, 'package-lock.json'));
        sceller(join(racine, 'node_modules', '.jalon'), createHash('sha256').update(lock).digest('hex'));
      } else {
        dire(`${retour}${sortie.trim().split('\n').slice(0, LIGNES_MAX).join('\n')}\n`);
        dire(
          `L’installation des dépendances a échoué (npm install${raison}) : vérifiez l’accès au registre npm, puis recommencez.`,
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
