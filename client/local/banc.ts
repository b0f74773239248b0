import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { convertisseur } from '../../commun/data-converter';
import { lireReglages, type Reglages } from '../../commun/reglages';
import { lireTrousseau, type Trousseau } from '../../commun/trousseau';
import type { Surcharge } from '../../domain/dossier/parametres';
import type { Registre } from '../../registre';
import { bundleDesWorkflows } from '../../worker/bundle';
import type { Workers } from '../../worker/creer';
import { lancerWorkersDuBanc } from './banc-workers';
import { econduire } from './ecouter';
import { portLibre } from './ports';
import { demarrerBoite } from './serveur-boite';
import { demarrerTemps, type TempsSimule } from './temps-simule';
import { etape } from './veille';

export interface OptionsBanc {
  registre: Registre;
  /** Day and hour at which the simulated clock starts. */
  depart: Date;
  reglages?: Partial<Pick<Reglages, 'cacheParcours'>>;
  /** Minutes during which a letter born of an act is held; none by default. */
  sursisMinutes?: number;
  /** Workers of another process, in place of those of this one. */
  workers?: (place: PlaceDuBanc) => Promise<Workers>;
}

/** What whoever brings its workers elsewhere has to know. */
export interface PlaceDuBanc {
  temps: TempsSimule;
  smtp: string;
  poste: string;
  sms: string;
  sursisMinutes: number;
}

/** Everything a journey needs, on a clock that skips: same workflow, same worker code, a real register and a real SMTP server. */
export interface Banc {
  client: Client;
  registre: Registre;
  /** Folder of the messages received, one `.eml` each. */
  boite: string;
  /** Folders of the post and of the text messages. */
  poste: string;
  sms: string;
  /** Stops the SMTP server, or starts it again on its port. */
  couperSmtp(): Promise<void>;
  retablirSmtp(): Promise<void>;
  /** Stops the workers and starts others, with parameters laid over the règlements. */
  relancerWorkers(surcharge?: Surcharge): Promise<void>;
  maintenant(): Promise<Date>;
  /** Lets the simulated clock run until an instant, and what it brought be done. */
  avancer(jusqua: Date): Promise<void>;
  /** Lets what a message brought be done. */
  calme(): Promise<void>;
  fermer(): Promise<void>;
}

/** The key of the bench: known, so that a recorded history can be replayed. No real person ever enters a bench. */
export const trousseauDuBanc = (): Trousseau => lireTrousseau(`banc:${Buffer.alloc(32, 7).toString('base64')}`);

/** Brings the bench up. The register is the caller's, and stays open. */
export async function monterBanc({
  registre,
  depart,
  reglages = {},
  sursisMinutes = 0,
  workers: enfants,
}: OptionsBanc): Promise<Banc> {
  const lus = { ...lireReglages(), ...reglages };
  const trousseau = trousseauDuBanc();
  const sorties = mkdtempSync(join(tmpdir(), 'jalon-sorties-'));
  const [boite, poste, sms] = [join(sorties, 'boite'), join(sorties, 'poste'), join(sorties, 'sms')];
  const [temps, workflowBundle, premierSmtp] = await Promise.all([
    demarrerTemps(lus, convertisseur(trousseau), depart),
    etape('préparer les workflows', bundleDesWorkflows(lus.cache)),
    etape('ouvrir la boîte aux lettres', demarrerBoite({ dossier: boite, port: await portLibre() })),
  ]);
  let smtp = premierSmtp;
  let rendreLePort: () => Promise<void> = async () => undefined;
  const place = { temps, smtp: smtp.url, poste, sms, sursisMinutes, reglages: lus };
  const lancer = (surcharge?: Surcharge) =>
    enfants === undefined
      ? lancerWorkersDuBanc({ ...place, registre, trousseau, workflowBundle }, surcharge)
      : enfants(place);
  let workers = await etape('lancer les workers', lancer());
  const arreterWorkers = async () => {
    workers.arreter();
    await etape('arrêter les workers', workers.fin);
  };
  return {
    client: temps.client,
    registre,
    boite,
    poste,
    sms,
    async couperSmtp() {
      await smtp.arreter();
      rendreLePort = await econduire(smtp.port);
    },
    async retablirSmtp() {
      await rendreLePort();
      rendreLePort = async () => undefined;
      smtp = await demarrerBoite({ dossier: boite, port: smtp.port });
    },
    async relancerWorkers(surcharge) {
      await arreterWorkers();
      workers = await etape('lancer les workers', lancer(surcharge));
    },
    maintenant: temps.maintenant,
    avancer: temps.avancer,
    calme: temps.calme,
    async fermer() {
      await arreterWorkers();
      await smtp.arreter();
      await rendreLePort();
      await temps.arreter();
      rmSync(sorties, { recursive: true, force: true });
    },
  };
}
