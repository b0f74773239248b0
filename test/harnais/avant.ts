import { chmodSync, mkdirSync } from 'node:fs';
import { demarrerServeurRegistre, type ServeurRegistre, VARIABLE_SERVEUR } from '../outils/serveur-registre';
import { balayer, balayerLesMorts, dossierDeLaSuite, parentDesSuites } from './balayage.cjs';

/** What a run shares, from `avant` to `apres`. */
export interface Suite {
  arreter(): Promise<void>;
}

declare global {
  var suiteEnCours: Suite | undefined;
}

const SIGNAUX = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Before the first whole-system test: a temporary folder for the run, one PostgreSQL for all its files. */
export default async function avant(): Promise<void> {
  const parent = parentDesSuites();
  await balayerLesMorts(parent);
  const dossier = dossierDeLaSuite(parent);
  mkdirSync(dossier, { recursive: true });
  // Under root, PostgreSQL runs as another account, which must get through.
  chmodSync(dossier, 0o711);
  process.env.TMPDIR = dossier;
  const serveur: ServeurRegistre = await demarrerServeurRegistre();
  process.env[VARIABLE_SERVEUR] = serveur.url;
  const suite: Suite = {
    async arreter() {
      await serveur.arreter();
      const restes = await balayer(dossier);
      for (const nom of restes) process.stderr.write(`la suite a laissé tourner, et c’est arrêté : ${nom}\n`);
    },
  };
  globalThis.suiteEnCours = suite;
  for (const [signal, statut] of Object.entries(SIGNAUX)) {
    process.once(signal, () => void suite.arreter().finally(() => process.exit(statut)));
  }
}
