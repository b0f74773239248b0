import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import type { Etape } from '../../../domain/dossier/etats';
import { tropLong } from '../../../domain/dossier/limite';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import { type Moment, moments } from '../../../domain/flotte/semaine';
import { type FiltreDossiers, listerAgences, listerReferents } from '../../../registre';
import { etats } from '../../affichage/libelles';
import { parLaPorte } from '../commun/recevoir';
import { RECHERCHE_MAX } from '../commun/recherche';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { compteDe } from '../porte/compte-courant';
import type { DemandeListe } from './filtres';

/** What an address asks of a list, always of the reader's agency, with the counsellors that it may be narrowed to and the day that it is there. */
export async function demander(deps: Pick<DependancesWeb, 'registre' | 'maintenant'>, c: Context) {
  const { agence } = compteDe(c);
  const [referents, agences] = await Promise.all([listerReferents(deps.registre), listerAgences(deps.registre)]);
  const collegues = referents.filter((r) => r.agence === agence);
  const demande: DemandeListe = { ...lireDemande(parLaPorte(c.req.query())), referent: referentDemande(c, collegues) };
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
 */
function referentDemande(c: Context, referents: readonly Referent[]): string {
  const choisi = c.req.query('referent');
  const connu = (voulu: string) => referents.some(({ id }) => id === voulu);
  const sien = connu(compteDe(c).id) ? compteDe(c).id : '';
  if (choisi === undefined) {
    if (c.req.query('q')) return '';
    const dernier = getCookie(c, COOKIE_REFERENT);
    return dernier !== undefined && (dernier === '' || connu(dernier)) ? dernier : sien;
  }
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  if (choisi === '' && sien === '') deleteCookie(c, COOKIE_REFERENT, options);
  else if (choisi === '' || connu(choisi)) setCookie(c, COOKIE_REFERENT, choisi, { ...options, maxAge: UN_AN_S });
  return choisi;
}

function lireDemande(q: Record<string, string>): Omit<DemandeListe, 'referent'> {
  const page = Number(q.page);
  const recherche = q.q ?? '';
  const long = tropLong(recherche, RECHERCHE_MAX);
  if (long !== null) throw new HTTPException(400, { message: `La recherche est trop longue : ${long}.` });
  return {
    recherche,
    etat: etats.includes(q.etape as Etape) ? q.etape! : '',
    enAlerte: q.alerte === 'oui',
    quand: moments.includes(q.quand as Moment) ? (q.quand as Moment) : null,
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}
