import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import {
  type ActivitesCourriers,
  type ActivitesParcours,
  creerActivitesCourriers,
  creerActivitesParcours,
} from '../../activities';
import { creerPosteEnFichiers } from '../../activities/canaux/poste';
import { creerSmsEnFichiers } from '../../activities/canaux/sms';
import { creerActivitesFlotte } from '../../activities/flotte';
import { creerPostier } from '../../activities/postier';
import { convertisseur } from '../../commun/data-converter';
import { domaineDe } from '../../commun/noms-des-remises';
import { lireReglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';
import { ouvrirRegistre } from '../../registre';
import { activitesDesParcours } from '../../worker/activites-parcours';
import { bundleDesWorkflows } from '../../worker/bundle';
import { creerWorkers } from '../../worker/creer';

/** Activities that live by a clock of the bench, where the workflows live by the engine's. */
export type MiseALHeure = (
  parcours: ActivitesParcours,
  courriers: ActivitesCourriers,
) => { parcours: ActivitesParcours; courriers: ActivitesCourriers };

/** Jalon's own worker in a process of its own, its activities told another time. */
export async function tenirWorker(mettreALHeure: MiseALHeure): Promise<void> {
  const reglages = lireReglages();
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const [connection, workflowBundle] = await Promise.all([
    NativeConnection.connect({ address: reglages.temporal.adresse }),
    bundleDesWorkflows(reglages.cache),
  ]);
  const { envoi, sursisMinutes } = reglages;
  const registre = ouvrirRegistre(reglages.registre.url!);
  const postier = creerPostier(reglages.smtp, reglages.expediteur);
  const sms = creerSmsEnFichiers(reglages.sms);
  const communs = { registre, postier, sms, domaine: domaineDe(reglages.expediteur) };
  const trousseau = trousseauDe(reglages);
  const temporal = new Client({
    connection,
    namespace: reglages.temporal.espace,
    dataConverter: convertisseur(trousseau),
  });
  const dite = ({ maintenant }: { maintenant: string }) => new Date(maintenant);
  const alHeure = mettreALHeure(
    creerActivitesParcours({ registre, envoi, sursisMinutes }),
    creerActivitesCourriers({ ...communs, poste: creerPosteEnFichiers(reglages.poste), horloge: dite }),
  );
  const workers = await creerWorkers({
    connection,
    // Pauses last a second, where letters have days: the rate of the queue would only put off what they cost.
    reglages: { ...reglages, courriersParSeconde: 1_000 },
    trousseau,
    workflowBundle,
    activites: {
      parcours: {
        ...activitesDesParcours({ registre, temporal, envoi, sursisMinutes, lieux: reglages }),
        ...alHeure.parcours,
      },
      courriers: alHeure.courriers,
      flotte: creerActivitesFlotte({ ...communs, envoi, parSeconde: reglages.flotteParSeconde, url: null }),
    },
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('pret');
  await workers.fin;
}
