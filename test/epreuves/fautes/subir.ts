import { setTimeout as attendre } from 'node:timers/promises';
import { verifierCoherence } from '../../../client/usages/verifier-coherence';
import { courriersDuDossier } from '../../../registre';
import { attendreQue } from '../../outils/pile';
import { quelquesUnsALaFois } from '../../outils/quelques-uns';
import { fautesDeRafale, releverRafale } from '../../outils/rafale';
import { A_LA_FOIS, accepter, comparer, fautesDesParcours, ouvrirDesParcours } from '../grappe/parcours';
import type { Faute } from './faute';
import { guetter } from './guet';
import type { Scene } from './scene';

/** What a fault did, and what became of it. */
export interface Bilan {
  nom: string;
  quoi: string;
  /** Facts told while it lasted, by what their author was answered. */
  faits: { pris: number; enCours: number; refuses: number };
  /** From the fault to its end. */
  panne: number;
  /** What health said of it, or first where nothing had to be said, and after how many seconds; null: nothing. */
  alerte: { ligne: string; secondes: number } | null;
  /** All that health said meanwhile. */
  dits: string[];
  /** From its end until a new fact was taken in at once. */
  service: number;
  /** From its end until every fact counted and every letter had left. */
  ordre: number;
  lettres: number;
  incertains: number;
  /** Received twice. */
  doubles: number;
  fautes: string[];
}

/** Time for the facts told just before to be on their way when it strikes. */
const EN_VOL_MS = 150;
/** What a container takes to be started again. */
const RELANCE_MS = 5_000;
const ALERTE_MS = 150_000;
const REPRISE_MS = 5 * 60_000;
/** It says so ten seconds after it has started. */
const SIGNE_MS = 60_000;
/** An operator who looks mends what the Schedule would mend within ten minutes. */
const REPARATION_MS = 30_000;

/** Waits until the engine has heard that the worker lives: one that dies before is only missed by what it no longer asks for, a minute later. */
const attendreSigneDeVie = ({ lieu: { client } }: Scene): Promise<boolean> =>
  attendreQue(
    'le worker a dit qu’il vit',
    async () => {
      const { namespace } = client.options;
      return (await client.workflowService.listWorkers({ namespace, pageSize: 10 })).workersInfo.length > 0;
    },
    SIGNE_MS,
  );

type Dit = keyof Bilan['faits'];

/** A fact told as the tool tells it, and what its author reads. */
async function dire({ lieu }: Scene, numero: string): Promise<Dit> {
  try {
    const { statut } = await accepter(lieu, numero);
    return statut === 'EN_COURS' ? 'enCours' : statut === 'REFUSE' || statut === 'A_ACCEPTER' ? 'refuses' : 'pris';
  } catch {
    // A page that says that it cannot: nothing was recorded.
    return 'refuses';
  }
}

const direATous = (scene: Scene, numeros: readonly string[]): Promise<Dit[]> =>
  quelquesUnsALaFois(A_LA_FOIS, numeros, (numero) => dire(scene, numero));

/** As `dire`, again until it is recorded. */
const insister = (scene: Scene, numero: string, assez: readonly Dit[]): Promise<boolean> =>
  attendreQue(`un fait donné à ${numero}`, async () => assez.includes(await dire(scene, numero)), REPRISE_MS);

/** Journeys live through a fault: some facts are told just before, others while it lasts, one once it is over. */
export async function subir(scene: Scene, { nom, quoi, dit, provoquer }: Faute): Promise<Bilan> {
  const { lieu, grappe, parcours } = scene;
  const secondesDepuis = (instant: number) => Math.round((Date.now() - instant) / 1_000);
  const numeros = await ouvrirDesParcours(lieu, nom, parcours + 1);
  const temoin = numeros[0]!;
  const avant = numeros.slice(1, 1 + Math.ceil(parcours / 2));
  const pendant = numeros.slice(1 + Math.ceil(parcours / 2));
  await attendreSigneDeVie(scene);
  const enVol = direATous(scene, avant);
  await attendre(EN_VOL_MS);
  const debut = Date.now();
  const suite = await provoquer(scene);
  const guet = guetter();
  const [siens, donnes, attendue] = await Promise.all([
    enVol,
    direATous(scene, pendant),
    dit === null ? attendre(RELANCE_MS, null) : guet.attendre(dit, ALERTE_MS).catch(() => null),
  ]);
  const panne = secondesDepuis(debut);
  await suite.lever();
  const leve = Date.now();
  await guet.finir();
  const [premiere] = guet.dits;
  const dite = premiere === undefined ? null : { ligne: premiere[0], secondes: premiere[1] };
  const alerte = dit === null ? dite : attendue;
  await insister(scene, temoin, ['pris']);
  const service = secondesDepuis(leve);
  const refuses = [
    ...avant.filter((_, rang) => siens[rang] === 'refuses'),
    ...pendant.filter((_, rang) => donnes[rang] === 'refuses'),
  ];
  for (const numero of refuses) await insister(scene, numero, ['pris', 'enCours']);
  const reparation = reparer(scene);
  const { fautes, incertains } = await fautesDesParcours(lieu, numeros).finally(reparation.finir);
  const ordre = secondesDepuis(leve);
  const lettres = [];
  for (const numero of numeros) lettres.push(...(await courriersDuDossier(lieu.registre, numero)));
  const ids = new Set(lettres.flatMap(({ envois }) => envois.map(({ messageId }) => messageId)));
  const { boite } = grappe.decor;
  const releve = await releverRafale({ boite: boite.dossier, reglages: grappe.reglages() }, lettres);
  const recus = new Map([...releve.recus].filter(([id]) => ids.has(id)));
  fautes.push(...fautesDeRafale({ ...releve, recus }));
  if (dit !== null && attendue === null)
    fautes.push(`jalon sante ne dit pas ${dit} ; il dit : ${[...guet.dits.keys()].join(' / ') || 'rien'}`);
  await comparer(lieu, fautes);
  fautes.push(...((await suite.verifier?.()) ?? []));
  const compter = (quel: Dit) => [...siens, ...donnes].filter((reponse) => reponse === quel).length;
  return {
    ...{ nom, quoi, panne, alerte, service, ordre, incertains, fautes, lettres: lettres.length },
    dits: [...guet.dits.keys()],
    faits: { pris: compter('pris'), enCours: compter('enCours'), refuses: compter('refuses') },
    doubles: [...recus.values()].filter((fois) => fois > 1).length,
  };
}

/** `jalon coherence --reparer` from time to time, until it is told to end. */
function reparer({ lieu }: Scene): { finir(): Promise<void> } {
  const fin = new AbortController();
  const ronde = (async () => {
    while (!fin.signal.aborted) {
      await attendre(REPARATION_MS, undefined, { signal: fin.signal }).catch(() => undefined);
      if (!fin.signal.aborted) await verifierCoherence(lieu.client, true).catch(() => undefined);
    }
  })();
  return {
    async finir() {
      fin.abort();
      await ronde;
    },
  };
}
