import { organisationExemple } from '../client/saisie/organisation';
import { enregistrerOrganisation } from '../client/usages/enregistrer-organisation';
import { dateLocale } from '../domain/calendrier/fuseaux';
import { machine } from '../test/outils/flotte';
import { importerFichier } from './import/importer-fichier';
import { fichierInvente } from './import/lignes';
import type { Ouvrier } from './parcours/enfant';
import { lancerPlancher } from './parcours/lancer-plancher';
import { type Cout, mesurerRepos, mesurerVies, type Repos } from './parcours/mesurer';
import { ouvrirDormeurs } from './parcours/ouvrir-dormeurs';
import { monterPlace, type Place } from './parcours/place';
import { type Avancee, attendreStable, lireAvancee } from './parcours/stable';
import { dire, fr, garderResultat, type Serie, serie } from './resultats';

/**
 * `npm run bench -- import [lignes]`: what it takes to open a portfolio by `jalon importer`, typed as anybody would, beside the starts of the
 * least that a parked journey asks of Temporal (`parcours/plancher.ts`) on the same server in the same run. No letter is due to anybody, then
 * one to each: what a letter costs is the difference.
 */
const TOURS = 3;
const LIGNES_PAR_DEFAUT = 300;
const CHAUFFE = 20;
const REPOS_MS = 5_000;
/** Wide enough for a letter to come back. */
const CALME_MS = 2_000;
const CIBLES = { rapport: 0.8, commandeMs: 3, lettreMs: 15 };
/** Nobody of the floor wakes during the run. */
const MOIS_MS = 30 * 24 * 3_600_000;

interface Ouverture extends Cout {
  /** Milliseconds of processor of whoever asks, by row: the command, its start taken off; of the floor, its client. */
  demandeur: number;
  /** Rows a second: begun, then until the last has done all that it had to. */
  ouvertsParSeconde: number;
  enPlaceParSeconde: number;
  lettres: number;
  envois: number;
}

interface Tour {
  plancher: Ouverture;
  sansLettre: Ouverture;
  avecLettre: Ouverture;
}

interface Terrain {
  place: Place;
  nu: Ouvrier;
  jalon: Ouvrier;
  repos: { nu: Repos; jalon: Repos };
  /** Of the command that opens one row: milliseconds of processor. */
  demarrage: number;
}

const AUCUN: Repos = { worker: 0, moteur: 0, registre: 0, smtp: 0 };

const msCoeur = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

async function plancher({ place, nu, repos }: Terrain, nom: string, combien: number): Promise<Ouverture> {
  const ids = Array.from({ length: combien }, (_, i) => `import-${nom}-${i}`);
  const demandeur = msCoeur();
  let durees = { ouverts: 0, enPlace: 0 };
  const cout = await mesurerVies(place, nu, { repos: repos.nu, vies: combien }, async () => {
    durees = await ouvrirDormeurs(place, { ids, dormeur: { jusqua: Date.now() + MOIS_MS, geste: 'rien' } });
  });
  return {
    ...cout,
    demandeur: (msCoeur() - demandeur) / combien,
    ouvertsParSeconde: combien / durees.ouverts,
    enPlaceParSeconde: combien / durees.enPlace,
    ...{ lettres: 0, envois: 0 },
  };
}

async function importer(terrain: Terrain, prefixe: string, combien: number, lettre: boolean): Promise<Ouverture> {
  const { place, jalon, repos, demarrage } = terrain;
  const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
  const csv = fichierInvente({ combien, prefixe, aujourdhui, lettre });
  const avant = await lireAvancee(place);
  let [commande, apres, enPlace] = [{ secondes: 0, coeurMs: 0 }, avant, 0];
  const cout = await mesurerVies(place, jalon, { repos: repos.jalon, vies: combien }, async () => {
    const debut = Date.now();
    commande = await importerFichier(place, prefixe, csv);
    const attendue = ({ ouverts, lettres }: Avancee) =>
      ouverts - avant.ouverts === combien && (!lettre || lettres - avant.lettres >= combien);
    const { reponse, depuis } = await attendreStable(() => lireAvancee(place), attendue, CALME_MS);
    [apres, enPlace] = [reponse, (depuis - debut) / 1_000];
  });
  return {
    ...cout,
    demandeur: (commande.coeurMs - demarrage) / combien,
    ouvertsParSeconde: combien / commande.secondes,
    enPlaceParSeconde: combien / Math.max(enPlace, commande.secondes),
    lettres: (apres.lettres - avant.lettres) / combien,
    envois: (apres.envois - avant.envois) / combien,
  };
}

const unTour = async (terrain: Terrain, nom: string, combien: number): Promise<Tour> => ({
  plancher: await plancher(terrain, nom, combien),
  sansLettre: await importer(terrain, `s${nom}`, combien, false),
  avecLettre: await importer(terrain, `a${nom}`, combien, true),
});

async function mesurer(lignes: number): Promise<void> {
  // Letters leave at once, or most would wait for the hour of their window.
  const place = await monterPlace({
    ...{ JALON_ENVOI: 'immediat', JALON_RETENUE_MINUTES: '0', JALON_COURRIERS_PAR_SECONDE: '1000' },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void place.fermer().finally(() => process.exit(1)));
  try {
    await enregistrerOrganisation(place.registre, organisationExemple());
    const nu = await lancerPlancher(place);
    const jalon = await place.lancer('worker/demarrer.ts');
    console.log(`import        ${TOURS} tours entremêlés de ${fr(lignes)} lignes, ${machine()}, médiane (étendue)`);
    const froid: Terrain = { place, nu, jalon, repos: { nu: AUCUN, jalon: AUCUN }, demarrage: 0 };
    await unTour(froid, 'chauffe', CHAUFFE);
    const demarrage = (await importer(froid, 'seule', 1, false)).demandeur;
    const [reposNu, reposJalon] = (await mesurerRepos(place, [nu, jalon], REPOS_MS)) as [Repos, Repos];
    const terrain = { place, nu, jalon, repos: { nu: reposNu, jalon: reposJalon }, demarrage };
    const tours: Tour[] = [];
    for (let tour = 1; tour <= TOURS; tour += 1) tours.push(await unTour(terrain, String(tour), lignes));
    garderResultat('import', {
      ...{ versions: place.versions, lignes, demarrage, repos: terrain.repos },
      ...direTours(tours, demarrage),
      tours,
    });
  } finally {
    await place.fermer();
  }
}

function direTours(tours: readonly Tour[], demarrage: number) {
  const de = (lire: (t: Tour) => number): Serie => serie(tours.map(lire));
  for (const [nom, quoi] of [
    ['plancher, un parcours garé', 'plancher'],
    ['importer, aucune lettre due', 'sansLettre'],
    ['importer, une lettre due à chacun', 'avecLettre'],
  ] as const) {
    const part = (lire: (o: Ouverture) => number, decimales = 1) =>
      dire(
        de((t) => lire(t[quoi])),
        decimales,
      );
    console.log(nom);
    console.log(
      `  par seconde ${part((o) => o.ouvertsParSeconde)} ouverts, ${part((o) => o.enPlaceParSeconde)} jusqu’au dernier en place`,
    );
    console.log(
      `  cœur, ms    worker ${part((o) => o.coeurs.worker)}, moteur ${part((o) => o.coeurs.moteur)}, registre ${part((o) => o.coeurs.registre)}, SMTP ${part((o) => o.coeurs.smtp)}, qui demande ${part((o) => o.demandeur)}`,
    );
    if (quoi !== 'plancher')
      console.log(`  lettres     ${part((o) => o.lettres, 2)} par ligne, ${part((o) => o.envois, 2)} envois`);
  }
  const rapports = {
    ouverts: de((t) => t.sansLettre.ouvertsParSeconde / t.plancher.ouvertsParSeconde),
    enPlace: de((t) => t.sansLettre.enPlaceParSeconde / t.plancher.enPlaceParSeconde),
  };
  const uneLettre = (lire: (o: Ouverture) => number): Serie =>
    de((t) => (lire(t.avecLettre) - lire(t.sansLettre)) / t.avecLettre.lettres);
  const lettre = {
    worker: uneLettre((o) => o.coeurs.worker),
    moteur: uneLettre((o) => o.coeurs.moteur),
    registre: uneLettre((o) => o.coeurs.registre),
    smtp: uneLettre((o) => o.coeurs.smtp),
    total: uneLettre((o) => o.total - o.coeurs.smtp),
  };
  console.log(
    `rapport       ${dire(rapports.ouverts, 2)} des départs du plancher, ${dire(rapports.enPlace, 2)} jusqu’au dernier en place (cible : ${fr(CIBLES.rapport, 1)})`,
  );
  console.log(
    `commande      ${dire(de((t) => t.sansLettre.demandeur))} ms par ligne (cible : ${CIBLES.commandeMs}), et ${fr(demarrage)} ms pour démarrer`,
  );
  console.log(
    `une lettre    ${dire(lettre.total)} ms (cible : ${CIBLES.lettreMs}) : worker ${dire(lettre.worker)}, moteur ${dire(lettre.moteur)}, registre ${dire(lettre.registre)}`,
  );
  return { rapports, lettre };
}

mesurer(Number(process.argv[3] ?? LIGNES_PAR_DEFAUT)).catch((erreur) => {
  console.error(erreur);
  process.exitCode = 1;
});
