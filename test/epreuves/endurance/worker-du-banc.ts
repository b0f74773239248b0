import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { trousseauDuBanc } from '../../../client/local/banc';
import { lancerWorkersDuBanc } from '../../../client/local/banc-workers';
import { type Battement, prendrePouls } from '../../../client/local/pouls';
import { taireLeMoteur } from '../../../client/local/taire-le-moteur';
import { decalerDe } from '../../../client/local/temps-simule';
import { optionsClient } from '../../../commun/options-client';
import { lireReglages } from '../../../commun/reglages';
import { ouvrirRegistre } from '../../../registre';
import { bundleDesWorkflows } from '../../../worker/bundle';

/** What the workers of a bench are told, when they live in a process that may be killed. */
export interface PlaceDuWorker {
  adresse: string;
  avance: number;
  registre: string;
  smtp: string;
  poste: string;
  sms: string;
  sursisMinutes: number;
}

/** What such a process says: it is ready, an activity begins or ends, what time is it. */
export type DitDuWorker = 'pret' | { nom: string; de: Battement } | 'heure';

const dire = (dit: DitDuWorker) => process.send?.(dit);

/** Whoever holds the clock answers each in its turn. */
const questions: ((ms: number) => void)[] = [];
const maintenant = () =>
  new Promise<Date>((rendre) => {
    questions.push((ms) => rendre(new Date(ms)));
    dire('heure');
  });

async function travailler({ adresse, avance, registre: url, ...place }: PlaceDuWorker): Promise<void> {
  taireLeMoteur();
  process.on('message', (ms: number) => questions.shift()?.(ms));
  process.on('disconnect', () => process.exit());
  const pouls = prendrePouls((nom, de) => dire({ nom, de }));
  const trousseau = trousseauDuBanc();
  // Without a cache: the server whose time jumps never takes back the task that it left to the cache of a dead worker, and all waits for it.
  const reglages = { ...lireReglages(), cacheParcours: 0 };
  const connection = await NativeConnection.connect({ address: adresse });
  const client = new Client({
    connection: await Connection.connect({ address: adresse }),
    ...optionsClient('default', trousseau),
  });
  const decaler = <A extends object>(activites: A): A => decalerDe(pouls.ecouter(activites), avance);
  const workers = await lancerWorkersDuBanc({
    ...place,
    ...{ reglages, trousseau, workflowBundle: await bundleDesWorkflows(reglages.cache) },
    // Cut again and again by the proof.
    registre: ouvrirRegistre(url, { surConnexionPerdue: () => undefined }),
    temps: { client, connection, maintenant, decaler },
  });
  dire('pret');
  await workers.fin;
}

travailler(JSON.parse(process.argv[2]!) as PlaceDuWorker).catch((erreur: unknown) => {
  console.error(erreur);
  process.exit(1);
});
