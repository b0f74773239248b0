import { dateLocale } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import { memoireMo } from '../coeurs';
import { ouvrirDormeurs } from '../parcours/ouvrir-dormeurs';
import { ouvrirGares, repriseAuCalme } from '../parcours/parcours-gares';
import type { Place } from '../parcours/place';
import { type Avancee, attendreStable, lireAvancee } from '../parcours/stable';
import type { Ouvriers } from './ouvriers';

/** Enough to see whether memory follows the number of journeys. */
export const TOURS = 4;
/** Of the floor in one turn: its bytes no longer change by then. */
const PLANCHER_MAX = 1_000;
const CALME_MS = 2_000;
/** Nobody of the floor wakes during the run. */
const MOIS_MS = 30 * 24 * 3_600_000;

/** What is seen once so many journeys are parked. */
export interface Point {
  /** Of Jalon, and of the floor. */
  parcours: number;
  dormeurs: number;
  /** Bytes at the engine that one journey of this turn added. */
  octets: { jalon: number; plancher: number };
  /** Bytes in the register that one added, its opening included. */
  octetsRegistre: number;
  /** Megabytes. */
  memoire: { jalon: number; plancher: number; moteur: number };
  /** Journeys opened each second, the last of them at rest. */
  parSeconde: number;
  /** Milliseconds until the engine answered again, with all these journeys on its disk. */
  moteurMs: number;
}

export interface Parc {
  points: Point[];
  /** Workflows of the floor. */
  ids: string[];
  numeros: Numero[];
}

/** Parks journeys of the floor and of Jalon in turn; the engine stops between two, so that its database says what it holds. */
export async function garerParTours(place: Place, { nu, jalon }: Ouvriers, combien: number): Promise<Parc> {
  const parTour = Math.ceil(combien / TOURS);
  const dormeurs = Math.min(parTour, PLANCHER_MAX);
  const [ids, numeros, points]: [string[], Numero[], Point[]] = [[], [], []];
  await garerDormeurs(place, 'chauffe', 1);
  await garerParcours(place, 'chauffe', 1);
  for (let tour = 1; tour <= TOURS; tour += 1) {
    const avant = await place.moteur.redemarrer();
    ids.push(...(await garerDormeurs(place, String(tour), dormeurs)));
    const milieu = await place.moteur.redemarrer();
    const registreAvant = await tailleRegistre(place);
    const { ouverts, secondes } = await garerParcours(place, String(tour), parTour);
    numeros.push(...ouverts);
    const apres = await place.moteur.redemarrer();
    const point: Point = {
      ...{ parcours: numeros.length, dormeurs: ids.length },
      octets: {
        jalon: (apres.octets - milieu.octets) / parTour,
        plancher: (milieu.octets - avant.octets) / dormeurs,
      },
      octetsRegistre: ((await tailleRegistre(place)) - registreAvant) / parTour,
      memoire: {
        jalon: memoireMo(jalon.enfant.pid!),
        plancher: memoireMo(nu.enfant.pid!),
        moteur: memoireMo(place.moteur.pid()),
      },
      parSeconde: parTour / secondes,
      moteurMs: apres.millisecondes,
    };
    points.push(point);
    console.log(
      `  ${String(point.parcours).padStart(7)}     worker ${Math.round(point.memoire.jalon)} Mo, ${Math.round(point.octets.jalon)} octets au moteur`,
    );
  }
  return { points, ids, numeros };
}

async function garerDormeurs(place: Place, nom: string, combien: number): Promise<string[]> {
  const ids = Array.from({ length: combien }, (_, i) => `parc-${nom}-${i}`);
  await ouvrirDormeurs(place, { ids, dormeur: { jusqua: Date.now() + MOIS_MS, geste: 'rien' } });
  return ids;
}

async function garerParcours(place: Place, nom: string, combien: number) {
  const maintenant = new Date();
  const noms = Array.from({ length: combien }, (_, i) => `parc-${nom}-${i}`);
  const repris = repriseAuCalme(dateLocale(maintenant, 'Europe/Paris'));
  const { ouverts: avant } = await lireAvancee(place);
  const debut = Date.now();
  const ouverts = await ouvrirGares(place, { noms, repris, maintenant });
  const tous = (apres: Avancee) => apres.ouverts - avant === combien;
  const { depuis } = await attendreStable(() => lireAvancee(place), tous, CALME_MS);
  return { ouverts, secondes: (depuis - debut) / 1_000 };
}

async function tailleRegistre({ registre }: Place): Promise<number> {
  const { rows } = await registre.pool.query<{ n: string }>('SELECT pg_database_size(current_database()) AS n');
  return Number(rows[0]!.n);
}
