// A reporter that reports one thing: a run that would hang. It says what still holds it, stops it and fails.
const { relative } = require('node:path');
const { arreter, balayer, commande, descendants, dossierDeLaSuite, parentDesSuites } = require('./balayage.cjs');

/** After the last test and the stop of what the run shares, which takes a second or two. */
const PATIENCE_MS = Number(process.env.JALON_ESSAI_PATIENCE_SECONDES ?? 20) * 1_000;
/** No file takes two minutes beside two busy loops; its own tests have shorter limits, which should have ended it. */
const FICHIER_MS = 600_000;
const RONDE_MS = 10_000;

class Gardien {
  constructor(config) {
    this.racine = config.rootDir;
    this.parent = parentDesSuites();
    this.enCours = new Map();
  }

  onRunStart() {
    setInterval(() => this.ronde(), RONDE_MS).unref();
  }

  onTestFileStart({ path }) {
    this.enCours.set(path, Date.now());
  }

  onTestFileResult({ path }) {
    this.enCours.delete(path);
  }

  /** The timer holds nothing itself: it rings only when something else does. */
  onRunComplete() {
    setTimeout(() => this.finir('La suite est finie mais ne se termine pas'), PATIENCE_MS).unref();
  }

  ronde() {
    for (const [chemin, depuis] of this.enCours) {
      const minutes = Math.round((Date.now() - depuis) / 60_000);
      if (Date.now() - depuis > FICHIER_MS) {
        void this.finir(`${relative(this.racine, chemin)} ne se termine pas (${minutes} min)`);
      }
    }
  }

  async finir(phrase) {
    const ressources = new Map();
    for (const nom of process.getActiveResourcesInfo()) ressources.set(nom, (ressources.get(nom) ?? 0) + 1);
    const comptes = [...ressources].map(([nom, combien]) => `${nom} × ${combien}`).join(', ') || 'aucune';
    const enfants = descendants().map((un) => `  processus ${un.pid} : ${commande(un)}`);
    process.stderr.write(`\n${[`${phrase}. Ce qui la retient encore : ${comptes}`, ...enfants].join('\n')}\n`);
    setTimeout(() => process.exit(1), 8_000);
    await arreter(() => descendants());
    await balayer(dossierDeLaSuite(this.parent));
    process.exit(1);
  }
}

module.exports = Gardien;
