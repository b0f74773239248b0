import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arrets } from '../../../client/local/arrets';
import { portLibre } from '../../../client/local/ports';
import { demarrerBoite } from '../../../client/local/serveur-boite';
import { demarrerWorker } from '../../../client/local/worker-enfant';
import { connecter } from '../../../client/temporal';
import { urlRegistre } from '../../../commun/registre-local';
import { lireReglages } from '../../../commun/reglages';
import { ouvrirRegistre } from '../../../registre';
import { type Compose, environnementDe, type Place } from '../../outils/compose';
import type { PileDeTest } from '../../outils/pile';
import { administrer } from '../../outils/serveur-registre';
import { attendreEcoute, demarrerMoteur, environnementDuMoteur, type Processus, portsDuMoteur } from '../grappe/moteur';
import { poserLesTables } from '../grappe/place';
import { argumentsDe, poserLesScripts, type Reperes, ServeurPostgres } from './postgres';

/** What a disaster does not take: copies, secrets, outboxes, the relay and its mailboxes; and where everything stands. */
export interface Dehors {
  dossier: string;
  boite: string;
  poste: string;
  /** The scripts, where the account of PostgreSQL reads them. */
  scripts: string;
  compose: Compose;
  place: Place;
  moteur: {
    env: Record<string, string>;
    programmes: string;
    base: number;
    ports: Record<string, string>;
    dynamique: string;
  };
  registre: Reperes;
  base: Reperes;
}

/** A machine, with what lives on it. */
export interface Machine {
  registre: ServeurPostgres;
  base: ServeurPostgres;
  /** The tables of the engine, as the compose file lays them. */
  preparer(): Promise<void>;
  demarrerMoteur(): Promise<void>;
  /** Starts a worker, and opens register and engine. */
  travailler(): Promise<Pick<PileDeTest, 'registre' | 'client'>>;
  /** Everything dies at once, and its disk with it. */
  detruire(): Promise<void>;
}

/** How long a letter born of a fact waits: time to lose all that was written before it leaves. */
export const SURSIS_MINUTES = 2;

/** @param outils folder of the programs of PostgreSQL. @param programmes of those of the engine */
export async function monterDehors(
  compose: Compose,
  outils: string,
  programmes: string,
  arrets: Arrets,
): Promise<Dehors> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-restauration-'));
  arrets.ajouter('Dossier', () => rmSync(dossier, { recursive: true, force: true }));
  const scripts = poserLesScripts(dossier);
  const secrets = join(dossier, 'secrets');
  mkdirSync(secrets, { mode: 0o700 });
  const boite = join(dossier, 'boite');
  const relais = await arrets.monter('Boîte', demarrerBoite({ dossier: boite, port: await portLibre() }));
  const [registre, base] = [randomBytes(12).toString('hex'), randomBytes(12).toString('hex')];
  const confidences = {
    jalon_cles: `k1:${randomBytes(32).toString('base64')}`,
    registre_mot_de_passe: registre,
    temporal_mot_de_passe: base,
    smtp_url: relais.url,
  };
  for (const [nom, contenu] of Object.entries(confidences)) writeFileSync(join(secrets, nom), `${contenu}\n`);
  const dynamique = join(dossier, 'dynamique.yaml');
  writeFileSync(dynamique, compose.configs.moteur_dynamique!.content);
  const place = { secrets, donnees: { JALON_EXPEDITEUR: 'Jalon <csp@agence.localhost>' } };
  const reperes = async (nom: string, service: string, motDePasse: string): Promise<Reperes> => ({
    ...{ programmes: outils, nom, motDePasse, port: await portLibre() },
    sauvegardes: join(dossier, 'sauvegardes', service),
    arguments: argumentsDe(compose.services[service]!, scripts),
  });
  const poste = join(dossier, 'poste');
  const dehors = {
    ...{ dossier, boite, poste, scripts, compose, place },
    registre: await reperes('jalon', 'registre', registre),
    base: await reperes('temporal', 'temporal-postgres', base),
  };
  const ports = await portsDuMoteur();
  const moteur = { programmes, base: dehors.base.port, ports, dynamique };
  const env = { ...environnementDuMoteur(compose, 'temporal', place, moteur), POSTGRES_PWD: base };
  // Children of this process, workers among them, are told by its environment.
  Object.assign(process.env, {
    ...environnementDe(compose.services.worker!, place),
    JALON_TEMPORAL_ADRESSE: `127.0.0.1:${ports.FRONTEND_GRPC_PORT}`,
    JALON_METRIQUES: `127.0.0.1:${await portLibre()}`,
    JALON_REGISTRE_URL: `postgresql://jalon@127.0.0.1:${dehors.registre.port}/jalon`,
    JALON_POSTE: poste,
    JALON_SMS: join(dossier, 'sms'),
    JALON_EFFACEMENTS: join(dossier, 'effacements.csv'),
    // Letters leave at once, at whatever hour the proof runs.
    JALON_ENVOI: 'immediat',
    JALON_RETENUE_MINUTES: String(SURSIS_MINUTES),
    JALON_ARRET_SECONDES: '5',
  });
  return { ...dehors, moteur: { ...moteur, env } };
}

/** @param nom of a machine that does not exist yet */
export async function monterMachine(dehors: Dehors, nom: string, arrets: Arrets): Promise<Machine> {
  const { compose, place, moteur } = dehors;
  const disque = join(dehors.dossier, nom);
  const jalon = join(disque, 'jalon');
  for (const dossier of [disque, jalon]) mkdirSync(dossier, { mode: 0o711 });
  process.env.JALON_DONNEES = jalon;
  const registre = await ServeurPostgres.sur(dehors.registre, join(disque, 'registre'));
  const base = await ServeurPostgres.sur(dehors.base, join(disque, 'moteur'));
  arrets.ajouter(`PostgreSQL de ${nom}`, () => Promise.all([registre.arreter(), base.arreter()]));
  let processus: Processus | undefined;
  arrets.ajouter(`Moteur de ${nom}`, () => processus?.arreter());
  const mourir: (() => Promise<unknown> | unknown)[] = [];
  return {
    registre,
    base,
    async preparer() {
      await administrer(registre.url.replace(/jalon$/, 'postgres'), 'CREATE DATABASE jalon');
      const { secrets } = place;
      await poserLesTables(compose, moteur.programmes, { place: { secrets }, reperes: moteur });
    },
    async demarrerMoteur() {
      processus = demarrerMoteur(moteur.programmes, moteur.env, disque, null);
      await attendreEcoute(moteur.ports.FRONTEND_GRPC_PORT!, [processus], disque);
    },
    async travailler() {
      const reglages = lireReglages();
      const worker = await arrets.monter(`Worker de ${nom}`, demarrerWorker(reglages));
      const ouvert = ouvrirRegistre(urlRegistre(reglages));
      const client = await connecter(reglages);
      const fermer = () => Promise.all([ouvert.fermer(), client.connection.close()]);
      arrets.ajouter(`Accès à ${nom}`, fermer);
      mourir.push(() => worker.couper?.(), fermer);
      return { registre: ouvert, client };
    },
    async detruire() {
      for (const tuer of mourir) await tuer();
      await processus?.tuer();
      await Promise.all([registre.tuer(), base.tuer()]);
      rmSync(disque, { recursive: true });
    },
  };
}
