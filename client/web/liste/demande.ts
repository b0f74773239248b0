import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Etape } from '../../../domain/dossier/etats';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import { moments } from '../../../domain/flotte/semaine';
import { type FiltreDossiers, listerAgences, listerReferents } from '../../../registre';
import { etats } from '../../affichage/libelles';
import { Refus } from '../../usages/commun/refus';
import { demandeDeListe, pageDemandee, parmi, rechercheDemandee } from '../commun/demande-liste';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { compteDe } from '../porte/compte-courant';
import type { DemandeListe } from './filtres';

/** What narrows every list, as its form and its address name it. */
export const FILTRES = ['q', 'referent', 'etape', 'alerte'] as const;
type Demande = Partial<Record<(typeof FILTRES)[number] | 'quand' | 'page', string>>;

/**
 * What an address asks of a list, always of the reader's agency, with the counsellors that it may be narrowed to and the day that it is there.
 * @param autres what this list may be told besides what narrows it
 * @throws Refus for what the list does not know
 */
export async function demander(
  deps: Pick<DependancesWeb, 'registre' | 'maintenant'>,
  c: Context,
  autres: readonly string[],
) {
  const { agence } = compteDe(c);
  const demandee = demandeDeListe(c, [...FILTRES, ...autres]);
  const lue = lireDemande(demandee);
  const [referents, agences] = await Promise.all([listerReferents(deps.registre), listerAgences(deps.registre)]);
  const collegues = referents.filter((r) => r.agence === agence);
  const demande: DemandeListe = { ...lue, referent: referentDemande(c, demandee, collegues) };
  const filtre = { ...filtreDe(demande), agence: agence ?? '' };
  const residence = residenceDe(agence, agences);
  const aujourdhui = aujourdhuiA(deps, residence);
  return { referents, collegues, agences, demande, filtre, residence, aujourdhui };
}

/**
 * The zone of R2 whose clock and holidays a list lives by, one for all its lines: that of its agency. In the evening overseas, today is
 * not yet the mainland's tomorrow.
 */
export const residenceDe = (agence: string | null, agences: readonly Pick<Agence, 'id' | 'residence'>[]): string =>
  agences.find(({ id }) => id === agence)?.residence ?? 'metropole';

/** The dossiers that a list was narrowed to. */
const filtreDe = ({ etat, referent, recherche, enAlerte }: DemandeListe): FiltreDossiers => ({
  ...(etat ? { etat: etat as Etape } : {}),
  ...(referent ? { referent } : {}),
  ...(recherche ? { recherche } : {}),
  enAlerte,
});

const COOKIE_REFERENT = 'referent';
const UN_AN_S = 365 * 24 * 3600;

/**
 * The référent chosen, else the one chosen last time on this machine, else who is signed in, when dossiers are hers; choosing them all is
 * remembered too. A search that names none is among everyone's dossiers.
 * @throws Refus for one who is not of the agency
 */
function referentDemande(c: Context, { referent: choisi, q }: Demande, referents: readonly Referent[]): string {
  const connu = (voulu: string) => referents.some(({ id }) => id === voulu);
  const sien = connu(compteDe(c).id) ? compteDe(c).id : '';
  if (choisi === undefined) {
    if (q) return '';
    const dernier = getCookie(c, COOKIE_REFERENT);
    return dernier !== undefined && (dernier === '' || connu(dernier)) ? dernier : sien;
  }
  if (choisi !== '' && !connu(choisi)) throw Refus.de('FILTRE_INVALIDE:referent');
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  if (choisi === '' && sien === '') deleteCookie(c, COOKIE_REFERENT, options);
  else setCookie(c, COOKIE_REFERENT, choisi, { ...options, maxAge: UN_AN_S });
  return choisi;
}

const lireDemande = ({ q, etape, alerte, quand, page }: Demande): Omit<DemandeListe, 'referent'> => ({
  recherche: rechercheDemandee(q),
  etat: parmi('etape', etape, etats) ?? '',
  enAlerte: parmi('alerte', alerte, ['oui']) !== null,
  quand: parmi('quand', quand, moments),
  page: pageDemandee(page),
});
