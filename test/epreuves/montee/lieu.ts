import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from '@temporalio/client';
import type { Arrets } from '../../../client/local/arrets';
import { arreterEnfant } from '../../../client/local/processus';
import { racine } from '../../../commun/racine';
import { lireReglages } from '../../../commun/reglages';
import type { Registre } from '../../../registre';
import { lireCompose } from '../../outils/compose';
import { monterPileDeTest } from '../../outils/pile';
import { lancerWorkerLibre } from '../../outils/worker-libre';
import { versionDuMoteur } from '../grappe/obtenir';
import { monterGrappePrete } from '../grappe/prete';
import type { Version } from './suivante';

const executer = promisify(execFile);

/** A register, an engine and a mailbox, on which workers of two releases stand. */
export interface Lieu {
  /** French, for the report. */
  moteur: string;
  registre: Registre;
  client: Client;
  boite: string;
  poste: string;
  /** One worker of a release, once it is ready. */
  lancerWorker(version: Version): Promise<ChildProcess>;
  /** `jalon …` of a release, its answer in JSON. */
  jalon<T>(version: Version, ligne: string[]): Promise<T>;
  /** Lines of the workers' logs that say so. */
  dits(phrase: string): number;
}

const PROGRAMMES = ['temporal-server', 'temporal-sql-tool'];

/** The real cluster where its programs are in the cache (`epreuve -- grappe` puts them there), else the dev server. */
export async function monterLieu(arrets: Arrets): Promise<Lieu> {
  const compose = lireCompose();
  const version = versionDuMoteur(compose);
  const programmes = join(racine, '.cache', 'grappe', version);
  if (!PROGRAMMES.every((nom) => existsSync(join(programmes, nom)))) return surLeServeurDeDeveloppement(arrets);
  const { reglages, registre, client } = await monterGrappePrete(compose, programmes, arrets, { enQuatre: true });
  return {
    ...{ moteur: `grappe Temporal ${version}, quatre processus`, registre, client },
    ...{ boite: join(reglages.donnees, '..', 'boite'), poste: reglages.poste },
    ...versions(arrets, reglages.donnees, {}),
  };
}

async function surLeServeurDeDeveloppement(arrets: Arrets): Promise<Lieu> {
  const pile = await monterPileDeTest();
  arrets.ajouter('Pile', () => pile.fermer());
  const { registre, client, boite, reglages, env } = pile;
  return {
    ...{ moteur: 'serveur de développement de Temporal', registre, client, boite, poste: reglages.poste },
    ...versions(arrets, reglages.donnees, env),
  };
}

function versions(
  arrets: Arrets,
  donnees: string,
  env: Record<string, string>,
): Pick<Lieu, 'lancerWorker' | 'jalon' | 'dits'> {
  const journal = join(donnees, 'workers.log');
  const lanceur = join('client', 'local', 'lancer.mjs');
  // Two on one machine: only one of them could listen.
  const sien = { JALON_METRIQUES: '', JALON_REBONDS_PORT: '' };
  const environnement = ({ nom }: Version) => ({ ...process.env, ...env, ...sien, JALON_VERSION: nom });
  return {
    async lancerWorker(version) {
      const enfant = lancerWorkerLibre({ env: environnement(version), journal, dossier: version.dossier });
      const { arretSecondes } = lireReglages(environnement(version));
      arrets.ajouter(`Worker ${version.nom}`, () => arreterEnfant(enfant, (arretSecondes + 7) * 1_000));
      const [dit] = await Promise.race([once(enfant, 'message'), once(enfant, 'exit').then(() => [null])]);
      if (dit === null)
        throw new Error(`le worker ${version.nom} s’est arrêté : ${readFileSync(journal, 'utf8').slice(-800)}`);
      return enfant;
    },
    async jalon(version, ligne) {
      const { stdout } = await executer(process.execPath, [lanceur, 'client/cli/main.ts', ...ligne], {
        cwd: version.dossier,
        // As on a machine of one's own: the accounts of production are not what is proved here.
        env: { ...environnement(version), JALON_PROFIL: 'local' },
        maxBuffer: 1 << 28,
      }).catch((erreur: { code?: number; stdout?: string }) => {
        // It says no, and why.
        if (erreur.code === 1 && erreur.stdout) return { stdout: erreur.stdout };
        throw erreur;
      });
      return JSON.parse(stdout);
    },
    dits: (phrase) => readFileSync(journal, 'utf8').split(phrase).length - 1,
  };
}
