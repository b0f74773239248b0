import { portLibre } from '../client/local/ports';
import { dateLocale } from '../domain/calendrier/fuseaux';
import { entrerEnTantQue, type Signee } from '../test/outils/entrer';
import { machine } from '../test/outils/flotte';
import { type Attentes, consignerSurLeWeb } from './fait/consigner';
import { lancerOuvriers, remplacerOuvriers } from './parc/ouvriers';
import { signalerAuDormeur } from './parcours/faits';
import { ouvrirDormeurs } from './parcours/ouvrir-dormeurs';
import { ouvrirGares, repriseAuCalme } from './parcours/parcours-gares';
import { monterPlace, type Place } from './parcours/place';
import { attendreStable, lireAvancee } from './parcours/stable';
import { partDe, quantile } from './parcours/tours';
import { fr, garderResultat } from './resultats';

/**
 * `npm run bench -- fait [parcours]`: a fact recorded through the web tool, as a browser would, while so many journeys live: how long until
 * the page says what became of it, of a journey that no worker remembers and of one that it does. Beside it, a message to the floor
 * (`parcours/plancher.ts`) and its answer, on the same server in the same run.
 */
const PARCOURS_PAR_DEFAUT = 500;
/** Interleaved with those of the floor. */
const TOURS = 5;
/** A hundred in all make a p95 that two slow answers do not make; each bears on another journey. */
const FAITS_PAR_TOUR = 20;
const CALME_MS = 2_000;
const CIBLE_MS = 150;
const MOIS_MS = 30 * 24 * 3_600_000;

interface Mesures {
  plancher: { froid: number[]; chaud: number[] };
  jalon: { froid: Attentes[]; chaud: Attentes[] };
}

async function mesurer(parcours: number): Promise<void> {
  const port = await portLibre();
  const place = await monterPlace({ JALON_PORT: String(port) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void place.fermer().finally(() => process.exit(1)));
  try {
    console.log(`fait          ${fr(parcours)} parcours vivants, ${machine()}`);
    const ouvriers = await lancerOuvriers(place);
    const parTour = Math.min(FAITS_PAR_TOUR, Math.floor(parcours / (TOURS + 1)));
    const ids = Array.from({ length: (TOURS + 1) * parTour }, (_, i) => `fait-${i}`);
    await ouvrirDormeurs(place, { ids, dormeur: { jusqua: Date.now() + MOIS_MS, geste: 'rien' } });
    const numeros = await vivre(place, parcours);
    await remplacerOuvriers(place, ouvriers);
    await place.lancer('bench/fait/outil-web.ts');
    const origine = `http://127.0.0.1:${port}`;
    // A connection for each request: one kept open that the tool has just closed would fail, where a browser tries again.
    const distant = { fetch: (demande: Request) => fetch(demande, { headers: sansGarder(demande) }) };
    const app = await entrerEnTantQue(distant, place.registre, { role: 'CONSEILLER' }, () => new Date());
    const mesures = await parTours(place, { app, origine }, { ids, numeros, parTour });
    garderResultat('fait', {
      versions: place.versions,
      parcours,
      faits: mesures.jalon.froid.length,
      ...direFaits(mesures),
    });
  } finally {
    await place.fermer();
  }
}

function sansGarder({ headers }: Request): Headers {
  const entetes = new Headers(headers);
  entetes.set('connection', 'close');
  return entetes;
}

async function vivre(place: Place, combien: number) {
  const maintenant = new Date();
  const noms = Array.from({ length: combien }, (_, i) => `fait-${i}`);
  const numeros = await ouvrirGares(place, {
    ...{ noms, maintenant },
    repris: repriseAuCalme(dateLocale(maintenant, 'Europe/Paris')),
  });
  await attendreStable(
    () => lireAvancee(place),
    ({ ouverts }) => ouverts === combien,
    CALME_MS,
  );
  return numeros;
}

async function parTours(
  place: Place,
  outil: { app: Signee; origine: string },
  { ids, numeros, parTour }: { ids: string[]; numeros: Awaited<ReturnType<typeof vivre>>; parTour: number },
): Promise<Mesures> {
  const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
  const mesures: Mesures = { plancher: { froid: [], chaud: [] }, jalon: { froid: [], chaud: [] } };
  // The first turn is not counted: what a process does once is of no fact.
  for (let tour = 0; tour <= TOURS; tour += 1) {
    const compte = tour > 0;
    const dormeurs = partDe(ids, tour, parTour);
    const gares = partDe(numeros, tour, parTour);
    for (const [rang, quand] of (['froid', 'chaud'] as const).entries()) {
      for (const id of dormeurs) {
        const ms = await signalerAuDormeur(place, id, rang + 1);
        if (compte) mesures.plancher[quand].push(ms);
      }
      for (const numero of gares) {
        const attentes = await consignerSurLeWeb(outil, numero, { aujourdhui, fois: rang + 1 });
        if (compte) mesures.jalon[quand].push(attentes);
      }
    }
  }
  return mesures;
}

function direFaits({ plancher, jalon }: Mesures) {
  const centiles = (durees: readonly number[]) => ({ p50: quantile(durees, 0.5), p95: quantile(durees, 0.95) });
  const figures = {
    plancher: { froid: centiles(plancher.froid), chaud: centiles(plancher.chaud) },
    formulaire: centiles([...jalon.froid, ...jalon.chaud].map((a) => a.formulaire)),
    apercu: centiles([...jalon.froid, ...jalon.chaud].map((a) => a.apercu)),
    issue: { froid: centiles(jalon.froid.map((a) => a.issue)), chaud: centiles(jalon.chaud.map((a) => a.issue)) },
  };
  for (const [nom, { p50, p95 }] of [
    ['message au plancher, à froid', figures.plancher.froid],
    ['message au plancher, en mémoire', figures.plancher.chaud],
    ['formulaire', figures.formulaire],
    ['aperçu', figures.apercu],
    ['issue affichée, à froid', figures.issue.froid],
    ['issue affichée, en mémoire', figures.issue.chaud],
  ] as const)
    console.log(`  ${nom.padEnd(34)}médiane ${fr(p50)} ms, 95e centile ${fr(p95)}`);
  console.log(`  cible                             95e centile de l’issue : ${CIBLE_MS} ms`);
  return figures;
}

mesurer(Number(process.argv[3] ?? PARCOURS_PAR_DEFAUT)).catch((erreur) => {
  console.error(erreur);
  process.exitCode = 1;
});
