// Finds and stops what a test file started, by its temporary folder: every child inherits TMPDIR, whatever group it made its own,
// and PostgreSQL, which empties its environment, works in its data folder. Plain CommonJS: jest loads it outside of its transforms.
// Linux only (CI, containers); elsewhere the tests' own closing is all there is.
const { readdirSync, readFileSync, readlinkSync, rmSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: attendre } = require('node:timers/promises');

/** What a Ctrl-C asks (PostgreSQL: a fast stop), then what cannot be refused. */
const POLI_MS = 4_000;

function lire(fichier) {
  try {
    return readFileSync(fichier, 'utf8');
  } catch {
    return '';
  }
}

/** Every process but the dead that nobody collected. */
function tous() {
  let noms = [];
  try {
    noms = readdirSync('/proc').filter((nom) => /^\d+$/.test(nom));
  } catch {
    // No /proc.
  }
  return noms.flatMap((nom) => {
    const [etat, parent, groupe] = lire(`/proc/${nom}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    if (!groupe || etat === 'Z' || etat === 'X') return [];
    return [{ pid: Number(nom), parent: Number(parent), groupe: Number(groupe) }];
  });
}

/** Command line, on one line. */
const commande = ({ pid }) => lire(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 160) || '(sans nom)';

function dossierDeTravail(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

const dans = (chemin, dossier) => chemin === dossier || chemin.startsWith(`${dossier}/`);

/** Those whose temporary folder or working folder is this one or below it; never ourselves nor who started us. */
function lies(dossier) {
  const processus = tous();
  const nous = ascendance(process.pid, processus);
  return processus.filter(({ pid }) => {
    if (nous.has(pid)) return false;
    const tmp = /(?:^|\0)TMPDIR=([^\0]*)/.exec(lire(`/proc/${pid}/environ`))?.[1] ?? '';
    return dans(tmp, dossier) || dans(dossierDeTravail(pid), dossier);
  });
}

function ascendance(pid, processus) {
  const parents = new Map(processus.map((p) => [p.pid, p.parent]));
  const vus = new Set();
  for (let un = pid; un && !vus.has(un); un = parents.get(un)) vus.add(un);
  return vus;
}

/** Children of this process, theirs, and so on. */
function descendants(pid = process.pid) {
  const processus = tous();
  const trouves = new Set([pid]);
  for (let avant = 0; avant !== trouves.size; ) {
    avant = trouves.size;
    for (const p of processus) if (trouves.has(p.parent)) trouves.add(p.pid);
  }
  return processus.filter((p) => p.pid !== pid && trouves.has(p.pid));
}

/** To the whole group where its leader is one of them or has gone; never to ours. */
function signaler(trouves, signal) {
  const vivants = tous();
  const notre = vivants.find(({ pid }) => pid === process.pid)?.groupe;
  for (const { pid, groupe } of trouves) {
    const aEux = trouves.some((p) => p.pid === groupe) || !vivants.some((p) => p.pid === groupe);
    try {
      process.kill(groupe !== notre && aEux ? -groupe : pid, signal);
    } catch {
      // Gone in between.
    }
  }
}

/**
 * Stops what `chercher` finds until it finds nothing more.
 * @returns the command of each process found
 */
async function arreter(chercher) {
  const noms = new Map();
  for (let debut = Date.now(), poli = true; ; ) {
    const trouves = chercher();
    if (trouves.length === 0) return [...noms.values()];
    const nouveaux = trouves.filter(({ pid }) => !noms.has(pid));
    for (const un of nouveaux) noms.set(un.pid, `${commande(un)} (processus ${un.pid})`);
    if (Date.now() - debut > POLI_MS) {
      poli = false;
      debut = Date.now();
      signaler(trouves, 'SIGKILL');
    } else if (poli && nouveaux.length > 0) signaler(nouveaux, 'SIGINT');
    await attendre(50);
  }
}

/** Stops what lives in a temporary folder, then takes the folder away. */
async function balayer(dossier, aussi = () => []) {
  const noms = await arreter(() => {
    const trouves = lies(dossier);
    const autres = aussi().filter(({ pid }) => !trouves.some((p) => p.pid === pid));
    return [...trouves, ...autres];
  });
  rmSync(dossier, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return noms;
}

// Short, as all names of these folders: Chromium's socket is below them, and the system takes 107 characters.
const PREFIXE = 'jalon-e-';
const dossierDeLaSuite = (parent) => join(parent, `${PREFIXE}${process.pid}`);

/** For a clone with its packages, and what its runs write. */
const PLACE_OCTETS = 4 * 2 ** 30;

/**
 * Where a run puts what it throws away: where TMPDIR says, else in memory where there is room for it and programs may start. Servers that
 * write to a disk what nobody reads again are a tenth of what a run costs.
 */
function parentDesSuites() {
  const memoire = '/dev/shm';
  const options = new RegExp(`^\\S+ ${memoire} tmpfs (\\S+) `, 'm').exec(lire('/proc/mounts'))?.[1];
  if (process.env.TMPDIR || options === undefined || options.split(',').includes('noexec')) return tmpdir();
  const { bavail, bsize } = statfsSync(memoire);
  return bavail * bsize >= PLACE_OCTETS ? memoire : tmpdir();
}

/** Clears what runs that were killed left in a folder. */
async function balayerLesMorts(parent) {
  const vivants = new Set(tous().map(({ pid }) => pid));
  for (const nom of readdirSync(parent).filter((un) => un.startsWith(PREFIXE))) {
    const pid = Number(nom.slice(PREFIXE.length));
    if (vivants.size > 0 && Number.isInteger(pid) && !vivants.has(pid)) await balayer(join(parent, nom));
  }
}

module.exports = { arreter, balayer, balayerLesMorts, commande, descendants, dossierDeLaSuite, lies, parentDesSuites };
