import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { NativeConnection } from '@temporalio/worker';
import { attributs } from '../../commun/attributs';
import type { Reglages } from '../../commun/reglages';
import { trouverBinaire } from './binaires';
import { appelsEnVol } from './en-vol';
import { enquete } from './enquete';
import { calme, type Pouls, prendrePouls } from './pouls';
import { taireLeMoteur } from './taire-le-moteur';
import { unParUn } from './un-par-un';
import { DELAIS, type Delais, etape, repondre, veiller } from './veille';

/**
 * The one seam between Jalon and the time-skipping test server; server-side time skipping may take its place one day. The server's
 * clock starts today and only goes forward: a simulation lives at a constant distance from it, so that it may start at any day.
 */
export interface TempsSimule {
  client: Client;
  connection: NativeConnection;
  /** Where the server listens. */
  adresse: string;
  /** How far its clock is ahead of simulated time, in milliseconds. */
  avance: number;
  pouls: Pouls;
  /** Simulated time. */
  maintenant(): Promise<Date>;
  /** Lets time run until an instant, and what it brought be done. */
  avancer(jusqua: Date): Promise<void>;
  /** Lets what a message brought be done; returns after a few seconds anyway. */
  calme(): Promise<void>;
  /** Activities that are told simulated time and answer in it, for workflows that live in the server's; they tell its pulse. */
  decaler<A extends object>(activites: A): A;
  arreter(): Promise<void>;
}

/** `IndexedValueType` of the server's API, for the types we use. */
const typesIndexes = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** The same value, every instant in it moved; civil dates are no instants. */
function deplacer<T>(valeur: T, ms: number): T {
  return JSON.parse(JSON.stringify(valeur ?? null), (_cle, v) =>
    typeof v === 'string' && INSTANT.test(v) ? new Date(Date.parse(v) + ms).toISOString() : v,
  );
}

/** Activities that are told simulated time and answer in it, for workflows that live in the server's. @param avance as of `TempsSimule` */
export const decalerDe = <A extends object>(activites: A, avance: number): A =>
  Object.fromEntries(
    Object.entries(activites as Record<string, (demande: unknown) => Promise<unknown>>).map(([nom, agir]) => [
      nom,
      async (demande: unknown) => deplacer(await agir(deplacer(demande, -avance)), avance),
    ]),
  ) as A;

/** The server's clock may reach the instant asked while the last letters are being handed over. */
const CALME_MAX_MS = 20_000;

/**
 * Starts a server whose clock skips what nobody waits for. Its client opens one journey at a time, and a clock that stands still is
 * an error that says so.
 * @param depart simulated time at the start
 * @param delais how long a clock that stands still is borne
 * @throws ErreurBinaire when the test server cannot be had
 */
export async function demarrerTemps(
  reglages: Pick<Reglages, 'cache' | 'temporal'>,
  dataConverter: DataConverter,
  depart: Date,
  delais: Delais = DELAIS,
): Promise<TempsSimule> {
  const { chemin } = await trouverBinaire('temporal-test-server', reglages);
  taireLeMoteur();
  const pouls = prendrePouls();
  const enVol = appelsEnVol(() => env.connection);
  const env: TestWorkflowEnvironment = await etape(
    'démarrer le serveur du temps simulé',
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: chemin } },
      client: { dataConverter, interceptors: { workflow: [unParUn(pouls, enVol, () => maintenant())] } },
    }),
  );
  await etape(
    'déclarer les attributs de recherche',
    env.connection.operatorService.addSearchAttributes({
      namespace: 'default',
      searchAttributes: Object.fromEntries(
        Object.values(attributs).map(({ name, type }) => [name, typesIndexes[type as keyof typeof typesIndexes]]),
      ),
    }),
  );
  const avance = (await env.currentTimeMs()) - depart.getTime();
  const heure = () => enVol.suivre(async () => (await env.currentTimeMs()) - avance);
  const maintenant = async () => new Date(await repondre('dire l’heure', heure()));
  const veillee = <T>(quoi: string, appel: () => Promise<T>) =>
    veiller(quoi, enVol.suivre(appel), {
      ...{ heure, pouls, delais },
      enquete: () => enVol.suivre(() => enquete(env.connection)),
    });
  /** Waiting for a result lets time pass as well. */
  const { workflow } = env.client;
  const attendreFin = workflow.result.bind(workflow);
  workflow.result = (id, ...reste) =>
    veillee(`fin de ${id}`, () => attendreFin(id, ...reste)) as ReturnType<typeof workflow.result>;
  return {
    client: env.client,
    connection: env.nativeConnection,
    ...{ adresse: env.address, avance, pouls },
    maintenant,
    async avancer(jusqua) {
      const reste = jusqua.getTime() - (await maintenant()).getTime();
      if (reste > 0) await veillee(`vers le ${jusqua.toISOString()}`, () => env.sleep(reste));
      await calme(pouls, maintenant, CALME_MAX_MS);
    },
    calme: () => calme(pouls, maintenant, CALME_MAX_MS),
    decaler: (activites) => decalerDe(pouls.ecouter(activites), avance),
    arreter() {
      enVol.abandonner();
      return env.teardown();
    },
  };
}
