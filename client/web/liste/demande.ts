import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { ajouterJours, type DateCivile } from '../../../domain/calendrier/dates';
import type { Etape } from '../../../domain/dossier/etats';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import { reglementsConnus } from '../../../domain/droit/reglements';
import { moments } from '../../../domain/flotte/semaine';
import { courriersEnPeine, type FiltreDossiers, listerAgences, listerReferents, trisDossiers } from '../../../registre';
import { etats } from '../../affichage/libelles';
import { Refus } from '../../usages/commun/refus';
import { demandeDeListe, pageDemandee, parmi, rechercheDemandee } from '../commun/demande-liste';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { compteDe } from '../porte/compte-courant';
import { type DemandeListe, type EcheanceFiltree, echeancesFiltrees } from './filtres';
import { rechercheGardee } from './rechercher';

/** What narrows every list, as its form and its address name it: `recherche` is the token of a search, `q` its words. */
export const FILTRES = ['q', 'recherche', 'referent', 'etape', 'alerte'] as const;
/** What narrows the portfolio besides, and sorts it. */
export const FILTRES_PORTEFEUILLE = ['echeance', 'reglement', 'courrier', 'tri'] as const;
type Filtre = (typeof FILTRES)[number] | (typeof FILTRES_PORTEFEUILLE)[number];
type Demande = Partial<Record<Filtre | 'quand' | 'page', string>>;

type Deps = Pick<DependancesWeb, 'registre' | 'maintenant' | 'recherches'>;

/**
 * What an address asks of a list, always of the reader's agency, with the counsellors that it may be narrowed to and the day that it is there.
 * @param autres what this list may be told besides what narrows it
 * @throws Refus for what the list does not know
 */
export async function demander(deps: Deps, c: Context, autres: readonly string[]) {
  const demandee = demandeDeListe(c, [...FILTRES, ...autres]);
  return lireListe(deps, c, demandee, (collegues) => referentDemande(c, demandee, collegues));
}

/** The list that a form was on, as its address said it. @throws Refus for what the list does not know */
export const listeDite = (deps: Deps, c: Context, liste: URLSearchParams) =>
  lireListe(deps, c, Object.fromEntries(liste), (collegues) => referentConnu(liste.get('referent') ?? '', collegues));

async function lireListe(
  deps: Deps,
  c: Context,
  demandee: Demande,
  quelReferent: (collegues: readonly Referent[]) => string,
) {
  const { agence } = compteDe(c);
  const lue = lireDemande(deps, c, demandee);
  const [referents, agences] = await Promise.all([listerReferents(deps.registre), listerAgences(deps.registre)]);
  const collegues = referents.filter((r) => r.agence === agence);
  const demande: DemandeListe = { ...lue, referent: quelReferent(collegues) };
  const residence = residenceDe(agence, agences);
  const aujourdhui = aujourdhuiA(deps, residence);
  const filtre = { ...filtreDe(demande, aujourdhui), agence: agence ?? '' };
  return { referents, collegues, agences, demande, filtre, residence, aujourdhui };
}

/**
 * The zone of R2 whose clock and holidays a list lives by, one for all its lines: that of its agency. In the evening overseas, today is
 * not yet the mainland's tomorrow.
 */
export const residenceDe = (agence: string | null, agences: readonly Pick<Agence, 'id' | 'residence'>[]): string =>
  agences.find(({ id }) => id === agence)?.residence ?? 'metropole';

/** The dossiers that a list was narrowed to. */
const filtreDe = (
  { etat, referent, recherche, enAlerte, echeance, reglement, courrier, tri }: DemandeListe,
  aujourdhui: DateCivile,
): FiltreDossiers => ({
  ...(etat ? { etat: etat as Etape } : {}),
  ...(referent ? { referent } : {}),
  ...(recherche ? { recherche } : {}),
  ...(echeance ? { echeanceAuPlusTard: ajouterJours(aujourdhui, JOURS_ECHEANCE[echeance]) } : {}),
  ...(reglement ? { reglement } : {}),
  ...(courrier ? { courrier } : {}),
  ...{ enAlerte, tri },
});

/** The last day of each, counted from today. */
const JOURS_ECHEANCE: Record<EcheanceFiltree, number> = { EN_RETARD: -1, SEPT_JOURS: 7, TRENTE_JOURS: 30 };

const COOKIE_REFERENT = 'referent';
const UN_AN_S = 365 * 24 * 3600;

/**
 * The référent chosen, else the one chosen last time on this machine, else who is signed in, when dossiers are hers; choosing them all is
 * remembered too. A search that names none is among everyone's dossiers.
 * @throws Refus for one who is not of the agency
 */
function referentDemande(
  c: Context,
  { referent: choisi, q, recherche }: Demande,
  referents: readonly Referent[],
): string {
  const connu = (voulu: string) => referents.some(({ id }) => id === voulu);
  const sien = connu(compteDe(c).id) ? compteDe(c).id : '';
  if (choisi === undefined) {
    if (q || recherche) return '';
    const dernier = getCookie(c, COOKIE_REFERENT);
    return dernier !== undefined && (dernier === '' || connu(dernier)) ? dernier : sien;
  }
  referentConnu(choisi, referents);
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  if (choisi === '' && sien === '') deleteCookie(c, COOKIE_REFERENT, options);
  else setCookie(c, COOKIE_REFERENT, choisi, { ...options, maxAge: UN_AN_S });
  return choisi;
}

/** Everyone's dossiers, or those of a counsellor of the agency. @throws Refus for anybody else */
function referentConnu(choisi: string, referents: readonly Referent[]): string {
  if (choisi !== '' && !referents.some(({ id }) => id === choisi)) throw Refus.de('FILTRE_INVALIDE:referent');
  return choisi;
}

function lireDemande(
  deps: Pick<DependancesWeb, 'recherches'>,
  c: Context,
  { q, recherche: jeton = '', etape, alerte, quand, page, ...portefeuille }: Demande,
): Omit<DemandeListe, 'referent'> {
  const { echeance, reglement, courrier, tri } = portefeuille;
  const noms = reglementsConnus().map(({ nom }) => nom);
  return {
    recherche: jeton === '' ? rechercheDemandee(q) : rechercheGardee(deps, c, jeton),
    jeton,
    etat: parmi('etape', etape, etats) ?? '',
    enAlerte: parmi('alerte', alerte, ['oui']) !== null,
    echeance: parmi('echeance', echeance, echeancesFiltrees),
    reglement: parmi('reglement', reglement, noms) ?? '',
    courrier: parmi('courrier', courrier, courriersEnPeine),
    tri: parmi('tri', tri, trisDossiers) ?? 'ECHEANCE',
    quand: parmi('quand', quand, moments),
    page: pageDemandee(page),
  };
}
