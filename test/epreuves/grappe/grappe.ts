import { join } from 'node:path';
import { Arrets } from '../../../client/local/arrets';
import { demarrerWorker } from '../../../client/local/worker-enfant';
import { connecter } from '../../../client/temporal';
import { urlRegistre } from '../../../commun/registre-local';
import { lireReglages, type Reglages } from '../../../commun/reglages';
import { ouvrirRegistre } from '../../../registre';
import { lancer, type Sortie } from '../../cli/jalon';
import type { Compose } from '../../outils/compose';
import type { PileDeTest } from '../../outils/pile';
import {
  attendreEcoute,
  demarrerMoteur,
  environnementDuMoteur,
  type Processus,
  SERVICES,
  type Service,
} from './moteur';
import { type Decor, monterDecor, motDePasseDuMoteur, poserLesTables } from './place';
import { certifierLaGrappe } from './tls';

/** A whole cluster, with Jalon on it. */
export interface Grappe {
  decor: Decor;
  reglages(): Reglages;
  poserLesTables(): Promise<void>;
  demarrer(forme: 'UN' | 'QUATRE'): Promise<void>;
  arreter(): Promise<void>;
  /** kill −9. @param service null: the engine, where it is one process */
  tuer(service: Service | null): Promise<void>;
  relancer(service: Service | null): Promise<void>;
  /** Runs `jalon installer` as often as the compose file would. @returns how many times it took */
  installer(): Promise<number>;
  jalon(ligne: string[]): Promise<Sortie>;
  /** Starts a worker, and opens register and engine; what was open before is closed. */
  ouvrir(): Promise<Pick<PileDeTest, 'registre' | 'client'>>;
  /** From the next start on, the engine asks everyone for a certificate. @returns what the settings of its clients are then */
  chiffrer(): Record<string, string>;
  /** Why the engine does not take whoever comes with these settings; null when it does. */
  refus(env: Record<string, string>): Promise<string | null>;
}

/** As `on-failure:6` says in the compose file. */
const ESSAIS = 6;

/** @param programmes folder of the server and of its tools. @param avant what is done to its empty folder */
export async function monterGrappe(
  compose: Compose,
  programmes: string,
  arrets: Arrets,
  avant?: (dossier: string) => void,
): Promise<Grappe> {
  const decor = await monterDecor(compose, arrets, avant);
  const { dossier, reperes } = decor;
  // Children of this process, workers among them, are told by its environment.
  Object.assign(process.env, decor.reglages);
  const env = { ...environnementDuMoteur(compose, 'temporal', decor.place, reperes), ...motDePasseDuMoteur };
  const processus = new Map<Service | null, Processus>();
  const lancerMoteur = (service: Service | null) =>
    processus.set(service, demarrerMoteur(programmes, env, dossier, service));
  const arreter = async () => {
    await Promise.all([...processus.values()].map((p) => p.arreter()));
    processus.clear();
  };
  arrets.ajouter('Moteur', arreter);
  const ouverts = new Arrets();
  arrets.ajouter('Jalon', () => ouverts.tous(console.error));
  const reglages = () => lireReglages();
  const jalon = (ligne: string[]) => lancer(ligne);
  return {
    decor,
    reglages,
    jalon,
    poserLesTables: () => poserLesTables(compose, programmes, decor),
    async demarrer(forme) {
      for (const service of forme === 'UN' ? [null] : SERVICES) lancerMoteur(service);
      await attendreEcoute(reperes.ports.FRONTEND_GRPC_PORT!, [...processus.values()], dossier);
    },
    arreter,
    async tuer(service) {
      await processus.get(service)!.tuer();
    },
    async relancer(service) {
      lancerMoteur(service);
      const porte = `${(service ?? 'frontend').toUpperCase()}_GRPC_PORT`;
      await attendreEcoute(reperes.ports[porte]!, [processus.get(service)!], dossier);
    },
    async installer() {
      let dit = '';
      for (let essai = 1; essai <= ESSAIS; essai++) {
        const { statut, texte, erreurs } = await jalon(['installer']);
        if (statut === 0) return essai;
        dit = `${texte}\n${erreurs}`;
      }
      throw new Error(`jalon installer échoue ${ESSAIS} fois : ${dit}`);
    },
    async ouvrir() {
      await ouverts.tous(console.error);
      await ouverts.monter('Worker', demarrerWorker({ ...reglages(), donnees: join(dossier, 'jalon') }));
      const registre = ouvrirRegistre(urlRegistre(reglages()));
      ouverts.ajouter('Registre', () => registre.fermer());
      const client = await connecter(reglages());
      ouverts.ajouter('Client', () => client.connection.close());
      return { registre, client };
    },
    chiffrer() {
      const { moteur, client } = certifierLaGrappe(dossier);
      Object.assign(env, moteur);
      return client;
    },
    async refus(plus) {
      try {
        const client = await connecter(lireReglages({ ...process.env, ...plus }));
        await client.connection.close();
        return null;
      } catch (erreur) {
        return (erreur as Error).message;
      }
    },
  };
}
