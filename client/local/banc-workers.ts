import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { type ActivitesCourriers, creerActivitesCourriers } from '../../activities';
import { creerPosteEnFichiers } from '../../activities/canaux/poste';
import { creerSmsEnFichiers } from '../../activities/canaux/sms';
import { creerActivitesFlotte } from '../../activities/flotte';
import { creerPostier } from '../../activities/postier';
import type { Reglages } from '../../commun/reglages';
import type { Trousseau } from '../../commun/trousseau';
import type { Surcharge } from '../../domain/dossier/parametres';
import type { Registre } from '../../registre';
import { activitesDesParcours } from '../../worker/activites-parcours';
import { creerWorkers, type DepsWorkers, type Workers } from '../../worker/creer';

export interface LieuDesWorkers {
  registre: Registre;
  temps: {
    client: Client;
    connection: NativeConnection;
    maintenant(): Promise<Date>;
    decaler<A extends object>(activites: A): A;
  };
  reglages: Reglages;
  trousseau: Trousseau;
  workflowBundle: DepsWorkers['workflowBundle'];
  /** Address of the mailbox. */
  smtp: string;
  /** Folders of the post and of the text messages. */
  poste: string;
  sms: string;
  sursisMinutes: number;
}

/** The workers of a bench: the code of production, told simulated time. */
export async function lancerWorkersDuBanc(lieu: LieuDesWorkers, surcharge?: Surcharge): Promise<Workers> {
  const { registre, temps, reglages, trousseau, workflowBundle, poste, sursisMinutes } = lieu;
  const postier = creerPostier({ url: lieu.smtp }, reglages.expediteur);
  const sms = creerSmsEnFichiers(lieu.sms);
  const { remettre } = creerActivitesCourriers({
    ...{ registre, postier, sms, poste: creerPosteEnFichiers(poste), domaine: 'jalon.example.org' },
    surcharge: surcharge ?? {},
    horloge: (demande) => new Date(demande.maintenant),
  });
  const courriers: ActivitesCourriers = {
    // Each attempt at its own hour, as in production: the server may let days pass before it tries again what failed, its clock being
    // let go before the timer of the next attempt is set.
    remettre: async (demande) => remettre({ ...demande, maintenant: (await temps.maintenant()).toISOString() }),
  };
  const flotte = creerActivitesFlotte({
    ...{ registre, postier, sms, domaine: 'jalon.example.org', envoi: 'fenetre', parSeconde: 1000, url: null },
    horloge: (demande) => new Date(demande.maintenant),
  });
  const { fin, arreter } = await creerWorkers({
    connection: temps.connection,
    // A simulated minute lasts no time: the real rate limit would only slow the bench down. That server knows of no versions.
    reglages: { ...reglages, courriersParSeconde: 1000, version: null, temporal: { espace: 'default' } },
    trousseau,
    workflowBundle,
    activites: {
      parcours: temps.decaler(
        activitesDesParcours({
          ...{ registre, temporal: temps.client, envoi: 'immediat', sursisMinutes, horloge: temps.maintenant },
          ...(surcharge ? { surcharge } : {}),
          lieux: {
            poste,
            sms: lieu.sms,
            effacements: join(poste, 'effacements.csv'),
            conservation: reglages.conservation,
          },
        }),
      ),
      courriers: temps.decaler(courriers),
      flotte: temps.decaler(flotte),
    },
  });
  return { arreter, fin: fin.finally(() => postier.fermer()) };
}
