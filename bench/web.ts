import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { portLibre } from '../client/local/ports';
import { demarrerPostgres } from '../client/local/postgres';
import { Cadence } from '../client/usages/commun/cadence';
import { creerApplication } from '../client/web/application';
import { Brouillons, RECHERCHES_GARDEES } from '../client/web/commun/brouillons';
import { creerPorte } from '../client/web/porte/creer-porte';
import { creerCoffre } from '../commun/coffre';
import { lireTrousseau } from '../commun/trousseau';
import { dateCivile } from '../domain/calendrier/dates';
import type { Role } from '../domain/comptes/roles';
import { faitsDuPoint, migrer, ouvrirRegistre, type Registre } from '../registre';
import { entrerEnTantQue, type Signee } from '../test/outils/entrer';
import { machine } from '../test/outils/flotte';
import { administrer, adresseBase } from '../test/outils/serveur-registre';
import { type Invente, JOUR, peuplerPays } from './pays';
import { garderResultat } from './resultats';
import { type PageMesuree, pages } from './web/pages';

/**
 * `npm run bench -- web [fois]`: the pages that a counsellor waits for, over 150,000 dossiers and, turn by turn in the same run, over 1,500: what
 * a page costs by itself, and what the number of dossiers adds to it. Server time, without network nor browser.
 */
const GRAND = 150_000;
/** Nobody signs in with a code there. */
const CLES = `essai:${Buffer.alloc(32, 7).toString('base64')}`;
const PETIT = 1_500;
/** Enough for a p95 that two slow answers do not make. */
const FOIS = Number(process.argv[3] ?? 60);
const CIBLE_MS = 100;
/** By day, one day everywhere; in the evening it is tomorrow already in La Réunion, and each line is counted by the clock of its person. */
const MIDI = new Date(`${JOUR}T09:00:00Z`);
const SOIR = new Date(`${JOUR}T21:00:00Z`);
let maintenant = MIDI;

interface Terrain {
  registre: Registre;
  /** As someone of an agency, signed in. */
  entrer(agence: string, role: Role): Promise<Signee>;
  gens: Invente[];
}

async function mesurer(): Promise<void> {
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-bench-'));
  const postgres = await demarrerPostgres({ dossier: join(dossier, 'registre'), port: await portLibre() });
  const terrains: Terrain[] = [];
  try {
    for (const combien of [PETIT, GRAND]) terrains.push(await preparer(postgres.url, combien));
    const [petit, grand] = terrains as [Terrain, Terrain];
    const entete = ['', `${fr(PETIT)} p50`, 'p95', `${fr(GRAND)} p50`, 'p95', 'rapport', 'ko'];
    dire(`web           ${fr(GRAND)} dossiers, ${machine()}, PostgreSQL durable ; ms ; cible p95 : ${CIBLE_MS}`);
    dire(ligne(entete));
    const mesures: Record<string, Comparee> = {};
    const mesurerPage = async (nom: string, faire: Geste, qui: Role = 'CONSEILLER'): Promise<void> => {
      const comparee = await comparer(petit, grand, faire, qui);
      mesures[nom] = comparee;
      const { petit: p, grand: g, octets } = comparee;
      const nombres = [p.p50, p.p95, g.p50, g.p95, g.p50 / p.p50, octets / 1_000].map((n) => n.toFixed(1));
      dire(ligne([nom, ...nombres]));
    };
    const demanderPage = (nom: string, { question, role }: PageMesuree) =>
      mesurerPage(nom, (t, i) => demander(t, i, question(i), role), role);
    for (const [nom, page] of Object.entries(pages)) await demanderPage(nom, page);
    maintenant = SOIR;
    for (const [nom, page] of Object.entries(pages)) if (page.duSoir) await demanderPage(`${nom}, le soir`, page);
    maintenant = MIDI;
    await mesurerPage('point du matin', lirePoint);
    garderResultat('web', { dossiers: { petit: PETIT, grand: GRAND }, fois: FOIS, pages: mesures });
  } finally {
    for (const { registre } of terrains) await registre.fermer();
    await postgres.arreter();
    rmSync(dossier, { recursive: true, force: true });
  }
}

async function preparer(serveur: string, combien: number): Promise<Terrain> {
  const nom = `pays_${combien}`;
  await administrer(serveur, `CREATE DATABASE ${nom}`);
  const url = adresseBase(serveur, nom);
  await migrer(url);
  const registre = ouvrirRegistre(url);
  const gens = await peuplerPays(registre, combien);
  await registre.pool.query('vacuum analyze');
  const communs = { registre, prevenir: async () => undefined, relancer: async () => undefined };
  const app = creerApplication({
    registre,
    actes: { ...communs, envoi: 'immediat', envoyer: async () => 'EN_COURS' },
    courriers: communs,
    confier: { registre, reveiller: async () => true },
    sondes: {},
    ...{ relever: null, listerBloques: null, boite: null, codec: null, interfaceMoteur: null },
    // A bench searches faster than anybody types.
    porte: {
      ...creerPorte({ coffre: creerCoffre(lireTrousseau(CLES)) }),
      recherches: new Cadence({ max: Number.POSITIVE_INFINITY, fenetreMs: 1 }),
    },
    brouillons: new Brouillons(() => maintenant),
    recherches: new Brouillons(() => maintenant, RECHERCHES_GARDEES),
    maintenant: () => maintenant,
    signaler(erreur) {
      throw erreur;
    },
  });
  const entres = new Map<string, Promise<Signee>>();
  const entrer = (agence: string, role: Role): Promise<Signee> => {
    const id = `${role.toLowerCase()}-${agence}`;
    const deja = entres.get(id) ?? entrerEnTantQue(app, registre, { role, id, agence }, () => maintenant);
    entres.set(id, deja);
    return deja;
  };
  return { registre, entrer, gens };
}

/** @returns the bytes of the page */
type Geste = (terrain: Terrain, i: Invente) => Promise<number>;

/** Milliseconds over the small register and over the great one. */
interface Comparee {
  petit: Quantiles;
  grand: Quantiles;
  /** Of the heaviest page, without the style sheets, which a browser keeps. */
  octets: number;
}

interface Quantiles {
  p50: number;
  p95: number;
}

/** The two registers in turn, each time for someone else. */
async function comparer(petit: Terrain, grand: Terrain, faire: Geste, role: Role): Promise<Comparee> {
  let octets = 0;
  const mesures: [Terrain, number[]][] = [
    [petit, []],
    [grand, []],
  ];
  for (let fois = 0; fois < FOIS; fois++) {
    for (const [terrain, durees] of mesures) {
      const qui = terrain.gens[(fois * 7_919) % terrain.gens.length]!;
      await terrain.entrer(qui.agence, role);
      const debut = performance.now();
      const pese = await faire(terrain, qui);
      durees.push(performance.now() - debut);
      octets = Math.max(octets, pese);
    }
  }
  const [p, g] = mesures.map(([, durees]) => quantiles(durees.sort((a, b) => a - b))) as [Quantiles, Quantiles];
  return { petit: p, grand: g, octets };
}

function quantiles(durees: readonly number[]): Quantiles {
  const quantile = (part: number) => durees[Math.floor((durees.length - 1) * part)]!;
  return { p50: quantile(0.5), p95: quantile(0.95) };
}

async function demander({ entrer }: Terrain, { agence }: Invente, adresse: string, role: Role): Promise<number> {
  const reponse = await (await entrer(agence, role)).request(`http://127.0.0.1:3000${adresse}`);
  const html = await reponse.text();
  if (reponse.status !== 200) throw new Error(`${adresse} : ${reponse.status}\n${html.slice(0, 500)}`);
  // A filter may hold nobody; whoever is looked for is there.
  if (adresse.includes('q=') && html.includes('Aucun dossier ne répond'))
    throw new Error(`${adresse} ne trouve personne`);
  return Buffer.byteLength(html);
}

async function lirePoint({ registre }: Terrain, { referent }: Invente): Promise<number> {
  const jour = dateCivile(JOUR);
  await faitsDuPoint(registre, referent, { jour, fin: dateCivile('2025-09-29'), depuis: maintenant });
  return 0;
}

const ligne = ([nom, ...nombres]: string[]): string =>
  `  ${nom!.padEnd(34)}${nombres.map((n) => n.padStart(13)).join('')}`;
const dire = (texte: string): void => console.log(texte);
const fr = (n: number): string => n.toLocaleString('fr-FR');

void mesurer();
