// The world of monde.cjs, with a temporary folder of its own for each test file: whatever the file started is stopped when it ends,
// passed, failed or timed out, and its folder goes.
const { chmodSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, relative } = require('node:path');
const { balayer, descendants } = require('./balayage.cjs');
const Monde = require('./monde.cjs');

/** Before the environment copies `process.env`; PostgreSQL's account must get through under root. */
function ouvrirDossier() {
  const avant = process.env.TMPDIR;
  const dossier = mkdtempSync(join(tmpdir(), 'f-'));
  chmodSync(dossier, 0o711);
  process.env.TMPDIR = dossier;
  return { avant, dossier };
}

const [PREMIER_PORT, PORTS_PAR_PROCESSUS, PROCESSUS_MAX] = [26_000, 250, 24];

/** Ports of this process of jest, apart from those of the others (client/local/ports.ts). */
function reserverPorts() {
  const rang = (Number(process.env.JEST_WORKER_ID ?? 1) - 1) % PROCESSUS_MAX;
  const premier = PREMIER_PORT + rang * PORTS_PAR_PROCESSUS;
  process.env.ESSAI_PORTS = `${premier}-${premier + PORTS_PAR_PROCESSUS - 1}`;
}

class Environnement extends Monde {
  constructor(config, contexte) {
    reserverPorts();
    const dossiers = ouvrirDossier();
    super(config, contexte);
    this.dossiers = dossiers;
    this.fichier = relative(config.globalConfig.rootDir, contexte.testPath);
    this.connus = new Set(descendants().map(({ pid }) => pid));
  }

  async teardown() {
    await super.teardown();
    const { avant, dossier } = this.dossiers;
    const noms = await balayer(dossier, () => descendants().filter(({ pid }) => !this.connus.has(pid)));
    for (const nom of noms) process.stderr.write(`${this.fichier} a laissé tourner, et c’est arrêté : ${nom}\n`);
    if (avant === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = avant;
  }
}

module.exports = Environnement;
