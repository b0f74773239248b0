import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { ErreurReglage, lireReglages, type Reglages } from '../../commun/reglages';
import { installerDossierReglements } from '../../commun/reglements';
import { ouvrirSillage, SANS_COLLECTEUR } from '../../commun/sillage/ouvrir';
import { libellesEtats } from '../../domain/dossier/etats';
import type { Etat } from '../../domain/dossier/resultat';
import { listerComptes, type Registre, resume } from '../../registre';
import { panneDe } from '../affichage/pannes';
import { depsRendezVous } from '../usages/rendez-vous/suite';
import { Arrets } from './arrets';
import { dossierBoite, listerMessages, type MessageBoite } from './boite';
import { jetonDemonstration, lienPremierAdministrateur, ouvrirComptesExemple } from './demonstration';
import { direReprises } from './dire-reprises';
import { direEchec } from './echec-demarrage';
import { preparerExemples } from './formations-exemples';
import { prendreDossier } from './instance';
import { ligne, monterPile } from './pile';
import { assurerOrganisationExemple, attendreCalme, ouvrirPortefeuille } from './portefeuille';
import { avecProgression } from './progression';
import { planifierExemples } from './rendez-vous-exemples';
import { demarrerMesures } from './serveur-mesures';
import { demarrerWeb } from './serveur-web';
import { ecouterSignaux } from './signaux';
import { surveiller } from './surveiller';
import { demarrerWorker } from './worker-enfant';

const dire = (phrase: string): void => console.log(phrase);
/** The list of the first letters stays readable; the mailbox shows them all. */
const MONTRES = 12;
const RONDE_MS = 2_000;
/** For the step that a stop cut to end by itself, once all that it asks is gone. */
const SUITE_MS = 5_000;

async function main(): Promise<void> {
  // First: whoever would be refused is not asked for the settings of production beforehand.
  refuserProduction(process.env.JALON_PROFIL);
  const reglages = lireReglages();
  installerDossierReglements(reglages.reglements);
  for (const avertissement of reglages.avertissements) dire(`Attention : ${avertissement}`);
  const arret = new AbortController();
  const arrets = new Arrets();
  ecouterSignaux(arret, arrets);
  const vie = vivre(reglages, arrets, arret.signal);
  let finie = false;
  try {
    // Whichever step is under way, and whatever it waits for: the stop does not wait for it.
    await Promise.race([vie, new Promise<void>((fini) => arret.signal.addEventListener('abort', () => fini()))]);
  } catch (erreur) {
    // Stopped while starting: an ordinary stop.
    if (!arret.signal.aborted) throw erreur;
  } finally {
    if (arret.signal.aborted) dire('\nArrêt…');
    await arrets.tous(dire);
    // The step under way ends, now that what it asked is gone; what it opened meanwhile is closed as well.
    finie = await Promise.race([vie.then(oui, oui), attendre(SUITE_MS, false, { ref: false })]);
    await arrets.tous(dire);
  }
  dire('Jalon est arrêté.');
  if (!finie) process.exit();
}

const oui = (): boolean => true;

/** Brings everything up, then says each letter that leaves, until it is stopped. */
async function vivre(reglages: Reglages, arrets: Arrets, arret: AbortSignal): Promise<void> {
  const debut = Date.now();
  const adresse = `http://127.0.0.1:${reglages.port}`;
  arrets.ajouter('Dossier', await prendreDossier(reglages.donnees, adresse));
  dire('Jalon démarre…');
  arrets.ajouter('Traces', await ouvrirSillage(reglages, 'web', (raison) => dire(`${SANS_COLLECTEUR} : ${raison}`)));
  const pile = await monterPile(reglages, arrets, dire, arret);
  arret.throwIfAborted();
  const worker = process.argv.includes('--sans-worker') ? null : await monterWorker(reglages, arrets, arret);
  const workerRepond = worker && (() => worker.partie() !== null);
  await arrets.monter(
    'Serveur web',
    surveiller({
      nom: 'Le serveur web',
      entretemps: 'les parcours continuent',
      demarrer: () => demarrerWeb(reglages, pile, workerRepond, signalerPage),
      dire,
      arret,
    }),
  );
  const mesures = await demarrerMesures(reglages, pile);
  if (mesures !== null) {
    arrets.ajouter('Mesures', () => mesures.arreter());
    dire(ligne('Mesures', `http://${reglages.metriquesWeb}/metrics`));
  }
  const boite = reglages.embarques.boite ? `, boîte aux lettres : ${adresse}/boite` : '';
  dire(ligne('Outil', adresse, `exploitation : ${adresse}/exploitation${boite}`));
  arret.throwIfAborted();
  await peupler(reglages, pile, arret);
  await direEntree(reglages, pile.registre, adresse);
  arret.throwIfAborted();
  dire(`\nPrêt en ${Math.round((Date.now() - debut) / 1000)} s. Ctrl-C arrête tout ; rien n’est perdu.`);
  await suivreBoite(reglages, arret);
}

async function monterWorker(reglages: Reglages, arrets: Arrets, arret: AbortSignal) {
  const worker = await arrets.monter(
    'Worker',
    avecProgression('Démarrage du worker', () =>
      surveiller({
        nom: 'Le worker',
        entretemps: 'les parcours attendent',
        demarrer: (signal) => demarrerWorker(reglages, signal),
        dire,
        arret,
      }),
    ),
  );
  dire(ligne('Worker', 'processus à part', `journal ${join(reglages.donnees, 'worker.log')}`));
  return worker;
}

/** What fails around is one sentence; a bug of ours, its whole stack. */
const signalerPage = (erreur: unknown): void => console.error(panneDe(erreur)?.phrase ?? erreur);

/** What is embedded is for one machine, and the demonstration has accounts without a password. */
function refuserProduction(profil: string | undefined): void {
  if (profil?.trim() === 'production') {
    throw new ErreurReglage(
      'JALON_PROFIL vaut « production » : « npm start » sert à essayer Jalon sur une machine. Lancez le worker (node ' +
        'client/local/lancer.mjs worker/demarrer.ts) et l’outil web (npm run web), ou revenez au profil « local ».',
    );
  }
}

type Pile = Awaited<ReturnType<typeof monterPile>>;

/** Opens the fictional portfolio in an empty embedded register; in any other, takes up what a crash left half-way. */
async function peupler(reglages: Reglages, pile: Pile, signal: AbortSignal): Promise<void> {
  const { registre, temporal } = pile;
  if (!reglages.embarques.registre) return;
  const avant = await resume(registre);
  await assurerOrganisationExemple(registre);
  if (avant.dossiers.total > 0) {
    dire(`\n${avant.dossiers.total} parcours retrouvés, ${avant.courriers.total} courriers déjà partis ou préparés.`);
    await direReprises(temporal, dire);
    return;
  }
  const { ouverts, refus } = await ouvrirPortefeuille(pile, reglages, new Date());
  await attendreCalme(registre, signal);
  const { envoi, sursisMinutes } = reglages;
  const rendezVous = await planifierExemples(depsRendezVous({ registre, temporal, envoi, sursisMinutes }), new Date());
  const formations = await preparerExemples(registre, new Date());
  dire(
    `\nPortefeuille ouvert : ${ouverts} parcours (exemples/portefeuille.csv), ${rendezVous} rendez-vous, ${formations} formations`,
  );
  for (const phrase of refus) dire(`  refusé, ${phrase}`);
  await direEtapes(registre);
  direCourriers(await messages(reglages));
}

/** How to sign in: the demonstration's accounts, the first administrator; elsewhere, how to open an account. */
async function direEntree({ embarques, donnees }: Reglages, registre: Registre, adresse: string): Promise<void> {
  if (embarques.registre) {
    await ouvrirComptesExemple(registre, new Date());
    const lien = await lienPremierAdministrateur(registre, new Date());
    dire(`\nEntrer, un compte par rôle : ${adresse}/entree/demonstration/${jetonDemonstration(donnees)}`);
    if (lien !== null) dire(`Premier administrateur, une seule fois : ${adresse}${lien}`);
    return;
  }
  const comptes = await listerComptes(registre);
  if (comptes.every(({ desactiveLe }) => desactiveLe !== null))
    dire('\nPersonne ne peut encore entrer : « npm run jalon -- comptes creer » ouvre le premier compte.');
}

async function direEtapes(registre: Registre): Promise<void> {
  const { dossiers } = await resume(registre);
  for (const [etat, nombre] of Object.entries(dossiers.parEtat)) {
    dire(`  ${String(nombre).padStart(4)}  ${libellesEtats[etat as Etat]}`);
  }
}

const messages = (reglages: Reglages): Promise<MessageBoite[]> =>
  reglages.embarques.boite ? listerMessages(dossierBoite(reglages)) : Promise.resolve([]);

function direCourriers(partis: MessageBoite[]): void {
  if (partis.length === 0) return;
  dire(`\nCourriers partis : ${partis.length}`);
  for (const m of partis.slice(0, MONTRES)) dire(`  ${m.subject}  →  ${m.to}`);
  if (partis.length > MONTRES) dire(`  … et ${partis.length - MONTRES} autres, dans la boîte aux lettres.`);
}

/** Says each letter that leaves, until Jalon is stopped. */
async function suivreBoite(reglages: Reglages, signal: AbortSignal): Promise<void> {
  const connus = new Set((await messages(reglages)).map((m) => m.id));
  while (!signal.aborted) {
    await attendre(RONDE_MS, undefined, { signal }).catch(() => undefined);
    for (const m of (await messages(reglages)).filter(({ id }) => !connus.has(id))) {
      connus.add(m.id);
      dire(`Courrier parti : ${m.subject}  →  ${m.to}`);
    }
  }
}

main().catch((erreur: Error) => {
  console.error(direEchec(erreur));
  process.exitCode = 1;
});
