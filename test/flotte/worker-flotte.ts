import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { creerActivitesCourriers } from '../../activities';
import { creerPosteEnFichiers } from '../../activities/canaux/poste';
import { creerSmsEnFichiers } from '../../activities/canaux/sms';
import { creerActivitesFlotte } from '../../activities/flotte';
import { creerPostier } from '../../activities/postier';
import { convertisseur } from '../../commun/data-converter';
import { lireReglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';
import { ouvrirRegistre } from '../../registre';
import { activitesDesParcours } from '../../worker/activites-parcours';
import { bundleDesWorkflows } from '../../worker/bundle';
import { creerWorkers } from '../../worker/creer';

/**
 * The worker of a test, in a process that may be killed, whose activities live on another day: a tour is open some days of a month only.
 * Its clock runs at the real pace; `ESSAI_ECART_MS` is its distance to the real one.
 */
async function main(): Promise<void> {
  const reglages = lireReglages();
  const ecart = Number(process.env.ESSAI_ECART_MS);
  const [connection, workflowBundle] = await Promise.all([
    NativeConnection.connect({ address: reglages.temporal.adresse }),
    bundleDesWorkflows(reglages.cache),
  ]);
  const registre = ouvrirRegistre(reglages.registre.url!);
  const postier = creerPostier(reglages.smtp, reglages.expediteur);
  const sms = creerSmsEnFichiers(reglages.sms);
  const communs = { registre, postier, sms, domaine: 'jalon.example.org' };
  const { tourner, remettrePoints } = creerActivitesFlotte({
    ...communs,
    ...{ envoi: 'fenetre', parSeconde: 1_000, url: null },
    horloge: () => new Date(Date.now() + ecart),
  });
  const dataConverter = convertisseur(trousseauDe(reglages));
  const temporal = new Client({ connection, namespace: reglages.temporal.espace, dataConverter });
  const workers = await creerWorkers({
    connection,
    reglages,
    trousseau: trousseauDe(reglages),
    workflowBundle,
    activites: {
      parcours: activitesDesParcours({ registre, temporal, envoi: 'immediat', lieux: reglages }),
      courriers: creerActivitesCourriers({ ...communs, poste: creerPosteEnFichiers(reglages.poste) }),
      flotte: {
        remettrePoints,
        async tourner(demande) {
          const { prochain, ...reste } = await tourner(demande);
          const quand = prochain && new Date(Date.parse(prochain.quand) - ecart).toISOString();
          return { ...reste, prochain: prochain && { ...prochain, quand: quand! } };
        },
      },
    },
  });
  process.send?.('pret');
  await workers.fin;
}

void main();
