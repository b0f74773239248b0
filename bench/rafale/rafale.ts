import { once } from 'node:events';
import { setTimeout as attendre } from 'node:timers/promises';
import { ajouterJours } from '../../domain/calendrier/dates';
import { instantMinuit } from '../../domain/calendrier/fuseaux';
import type { Ouvrier } from '../parcours/enfant';
import { lancerPlancher } from '../parcours/lancer-plancher';
import { type Cout, mesurerVies, type Repos } from '../parcours/mesurer';
import { ouvrirDormeurs } from '../parcours/ouvrir-dormeurs';
import { DERNIER_JOUR, ouvrirGares, repriseAuTerme } from '../parcours/parcours-gares';
import type { Place } from '../parcours/place';
import type { Geste } from '../parcours/plancher';
import { attendreStable, lireAvancee } from '../parcours/stable';

/** So many échéances at one instant, of one kind. */
export interface Salve {
  nom: string;
  combien: number;
  repos: Repos;
  /** Milliseconds from now until they ring: enough for all to be parked. */
  dans: number;
  /** Kills the worker by −9 once half of them are done, and begins another. */
  tuer: boolean;
}

export interface Suite extends Cout {
  /** Seconds from the instant at which they ring until the last is done. */
  duree: number;
  /** Seconds that parking them took, all of them there. */
  miseEnPlace: number;
  /** Messages that the relay took, and those that it had taken before. */
  recus: number;
  doubles: number;
  /** Letters of Jalon that say that they may have arrived twice. */
  incertaines: number;
  /** When the worker was killed: seconds from its death, and from the next one's first breath, to the last done; what was left to do. */
  mort?: { depuisLaMort: number; depuisLeRetour: number; restait: number };
}

/** Midnight at which the CSP of the parked journeys ends. */
const MINUIT = instantMinuit(ajouterJours(DERNIER_JOUR, 1), 'Europe/Paris').getTime();
const POULS_MS = 100;
/** Wide enough for a letter to come back and be told. */
const CALME_MS = 1_500;

/** How many are done so far, and whether nothing at all is left to do. */
interface Compteur {
  faits(): Promise<number>;
  finis(): Promise<{ depuis: number }>;
}

/** The floor: each wakes, does nothing or sends a message, and ends. */
export async function rafaleDuPlancher(place: Place, salve: Salve & { geste: Geste }): Promise<Suite> {
  const { nom, combien, dans, geste } = salve;
  const prefixe = `rafale-${nom}-`;
  const ids = Array.from({ length: combien }, (_, i) => prefixe + i);
  const ouvrier = await lancerPlancher(place);
  const sonne = Date.now() + dans;
  const { enPlace } = await ouvrirDormeurs(place, { ids, dormeur: { jusqua: sonne, geste } });
  const requete = `WorkflowType = 'dormeur' AND ExecutionStatus = 'Completed' AND WorkflowId STARTS_WITH '${prefixe}'`;
  const faits = async () => (await place.clientNu.workflow.count(requete)).count;
  const compteur = { faits, finis: () => attendreStable(faits, (n) => n === combien, 0) };
  const relancer = () => lancerPlancher(place);
  return sonner(place, { ouvrier, relancer, compteur, salve, sonne, enPlace });
}

/** Journeys whose CSP ends at midnight. @param envoi `immediat`: the letter that says so leaves at once; `fenetre`: at its hour, later */
export async function rafaleDeJalon(place: Place, salve: Salve & { envoi: 'fenetre' | 'immediat' }): Promise<Suite> {
  const { nom, combien, dans, envoi } = salve;
  const lancer = (avance: number) =>
    place.lancer('bench/rafale/worker-decale.ts', { JALON_ENVOI: envoi, BENCH_AVANCE_MS: String(avance) });
  const ouvrier = await lancer(0);
  const sonne = Date.now() + dans;
  ouvrier.enfant.send(sonne - MINUIT);
  await once(ouvrier.enfant, 'message');
  const [avant, debut] = [await lireAvancee(place), Date.now()];
  const noms = Array.from({ length: combien }, (_, i) => `rafale-${nom}-${i}`);
  await ouvrirGares(place, { noms, repris: repriseAuTerme, maintenant: new Date() });
  const { depuis } = await attendreStable(
    () => lireAvancee(place),
    ({ ouverts }) => ouverts - avant.ouverts === combien,
    CALME_MS,
  );
  const faits = async () => {
    const { termines, lettres } = await lireAvancee(place);
    return envoi === 'immediat' ? lettres - avant.lettres : termines - avant.termines;
  };
  // The last write of the last journey, its letter told.
  const finis = async () => {
    while ((await faits()) < combien) await attendre(POULS_MS);
    return attendreStable(
      () => lireAvancee(place),
      () => true,
      CALME_MS,
    );
  };
  const suite = await sonner(place, {
    ...{ ouvrier, relancer: () => lancer(sonne - MINUIT), compteur: { faits, finis }, salve, sonne },
    enPlace: (depuis - debut) / 1_000,
  });
  return { ...suite, incertaines: (await lireAvancee(place)).incertaines - avant.incertaines };
}

interface AuDepart {
  ouvrier: Ouvrier;
  relancer(): Promise<Ouvrier>;
  compteur: Compteur;
  salve: Salve;
  /** Epoch, in milliseconds. */
  sonne: number;
  enPlace: number;
}

async function sonner(place: Place, { ouvrier, relancer, compteur, salve, sonne, enPlace }: AuDepart): Promise<Suite> {
  const { combien, repos, tuer } = salve;
  if (Date.now() > sonne)
    throw new Error('la machine est trop lente : tous n’étaient pas en place quand ils ont sonné');
  await attendre(sonne - Date.now() - POULS_MS);
  const courriels = await place.courriels();
  let [fini, mort, vivant]: [number, Suite['mort'], Ouvrier] = [0, undefined, ouvrier];
  const cout = await mesurerVies(place, ouvrier, { repos, vies: combien }, async () => {
    if (tuer) {
      let faits = 0;
      for (; faits < combien / 2; faits = await compteur.faits()) await attendre(POULS_MS);
      await ouvrier.arreter();
      const tue = Date.now();
      vivant = await relancer();
      const retour = Date.now();
      fini = (await compteur.finis()).depuis;
      const depuis = (quand: number) => (fini - quand) / 1_000;
      mort = { depuisLaMort: depuis(tue), depuisLeRetour: depuis(retour), restait: combien - faits };
    } else fini = (await compteur.finis()).depuis;
  });
  await vivant.arreter();
  const apres = await place.courriels();
  const recus = apres.recus - courriels.recus;
  return {
    ...cout,
    duree: (fini - sonne) / 1_000,
    miseEnPlace: enPlace,
    recus,
    doubles: recus - (apres.differents - courriels.differents),
    incertaines: 0,
    ...(mort === undefined ? {} : { mort }),
  };
}
