import { Client } from '@temporalio/client';
import { creerActivitesCourriers } from '../activities';
import { creerPosteEnFichiers } from '../activities/canaux/poste';
import { creerSmsEnFichiers } from '../activities/canaux/sms';
import { creerActivitesFlotte } from '../activities/flotte';
import { creerPostier } from '../activities/postier';
import { creerJournal, type Journal } from '../commun/journaux';
import { domaineDe } from '../commun/noms-des-remises';
import { optionsClient } from '../commun/options-client';
import { refuserDemonstration, refuserExemples } from '../commun/refus-production';
import { refusDuRegistre } from '../commun/refus-registre';
import { urlRegistre } from '../commun/registre-local';
import { ErreurReglage, lireReglages, type Reglages } from '../commun/reglages';
import { installerDossierReglements } from '../commun/reglements';
import { ouvrirSillage, SANS_COLLECTEUR } from '../commun/sillage/ouvrir';
import { trousseauDe } from '../commun/trousseau';
import { comptesDeDemonstration, estAbsent, migrer, ouvrirRegistre } from '../registre';
import { activitesDesParcours } from './activites-parcours';
import { bundleDesWorkflows } from './bundle';
import { creerWorkers } from './creer';
import { installerRuntime, joindreMoteur } from './moteur';
import { patienter } from './patienter';
import { assurerPlannings } from './plannings';
import { ecouterRebonds } from './rebonds';
import { guetterRefus } from './refus';
import { veiller } from './veille';

/** The worker process, until it is told to stop: SIGTERM, SIGINT, or the end of the launcher that started it. */
async function demarrer(reglages: Reglages, journal: Journal): Promise<void> {
  const production = reglages.profil === 'production';
  if (production) refuserExemples(reglages);
  const arret = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => arret.abort());
  // The channel exists when the launcher started us; it closes when the launcher dies, even by kill −9.
  if (process.channel) process.on('disconnect', () => arret.abort());

  installerRuntime(reglages, journal);
  installerDossierReglements(reglages.reglements);
  const url = urlRegistre(reglages);
  const moteur = joindreMoteur(reglages, { journal, signal: arret.signal });
  // Under a lock: whichever process starts first brings the tables up to date.
  const [workflowBundle, connection] = await Promise.all([
    bundleDesWorkflows(reglages.cache),
    moteur,
    patienter('le registre ne répond pas encore, le worker l’attend', () => migrer(url), {
      journal,
      signal: arret.signal,
      passe: estAbsent,
    }),
  ]).catch(async (erreur) => {
    arret.abort();
    // Left open, it would keep a process that has nothing more to do.
    await moteur.then(
      (connexion) => connexion.close(),
      () => undefined,
    );
    throw erreur;
  });
  const registre = ouvrirRegistre(url, {
    surConnexionPerdue: (erreur) => journal.warn({ err: erreur }, 'connexion au registre perdue'),
  });
  const postier = creerPostier(reglages.smtp, reglages.expediteur, reglages.retours);
  const { envoi, sursisMinutes } = reglages;
  const arrets: (() => void)[] = [];
  try {
    if (production) refuserDemonstration(await comptesDeDemonstration(registre));
    arrets.push(await veiller(registre, journal), guetterRefus(registre, journal));
    const domaine = domaineDe(reglages.expediteur);
    const trousseau = trousseauDe(reglages);
    const { espace } = reglages.temporal;
    const temporal = new Client({ connection, ...optionsClient(espace, trousseau) });
    const sms = creerSmsEnFichiers(reglages.sms);
    const activites = {
      parcours: activitesDesParcours({
        ...{ registre, temporal, envoi, sursisMinutes, lieux: reglages },
        alertes: {
          refus: (refus) => journal.error({ ...refus }, 'le registre ne peut pas garder un message, qui est refusé'),
          // Under the key `nom` the log says nothing: it is that of people.
          messages: ({ nom: signal, ...reste }) =>
            journal.error({ signal, ...reste }, 'message d’un nom inconnu, refusé'),
          inacheves: (constat) => journal.warn({ ...constat }, 'le registre et le moteur ne s’accordent pas'),
        },
      }),
      courriers: creerActivitesCourriers({
        registre,
        postier,
        sms,
        poste: creerPosteEnFichiers(reglages.poste),
        domaine,
      }),
      flotte: creerActivitesFlotte({
        registre,
        postier,
        sms,
        domaine,
        envoi,
        parSeconde: reglages.flotteParSeconde,
        url: reglages.url,
      }),
    };
    await assurerPlannings(connection, espace, trousseau);
    const workers = await creerWorkers({
      ...{ connection, reglages, trousseau, activites, workflowBundle },
      surEchec: (echec) => journal.error({ ...echec }, 'une tâche de workflow échoue, et sera rejouée'),
    });
    arret.signal.addEventListener('abort', () => workers.arreter());
    if (arret.signal.aborted) workers.arreter();
    if (reglages.portRebonds !== null) {
      const { portRebonds: port } = reglages;
      // In production the relay is another machine; on one's own, nobody else has to write there.
      const hote = production ? '0.0.0.0' : '127.0.0.1';
      arrets.push(await ecouterRebonds({ registre, temporal, journal, port, hote }));
    }
    const { profil, version } = reglages;
    journal.info({ profil, envoi, ...(version === null ? {} : { version }) }, 'le worker est prêt');
    process.send?.('pret');
    await workers.fin;
  } finally {
    for (const arreter of arrets) arreter();
    postier.fermer();
    await registre.fermer();
    await connection.close();
  }
  journal.info('le worker est arrêté');
}

async function main(): Promise<void> {
  const reglages = lireReglages();
  const journal = creerJournal(reglages, 'worker');
  for (const avertissement of reglages.avertissements) journal.warn(avertissement);
  const fermerSillage = await ouvrirSillage(reglages, 'worker', (raison) => journal.warn({ raison }, SANS_COLLECTEUR));
  try {
    await demarrer(reglages, journal);
  } catch (erreur) {
    if ((erreur as Error).name === 'AbortError') return;
    if (erreur instanceof ErreurReglage) throw erreur;
    const refus = refusDuRegistre(erreur);
    if (refus === null) journal.fatal({ err: erreur }, 'le worker s’arrête sur une erreur');
    else journal.fatal({ err: erreur, code: refus.code }, refus.phrase);
    process.exitCode = 1;
  } finally {
    await fermerSillage();
  }
}

main().then(
  () => process.channel && process.disconnect(),
  (erreur: Error) => {
    console.error(erreur instanceof ErreurReglage ? erreur.message : erreur);
    process.exitCode = 1;
    if (process.channel) process.disconnect();
  },
);
