import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import type { Etape } from '../../../domain/dossier/etats';
import { tropLong } from '../../../domain/dossier/limite';
import type { Referent } from '../../../domain/dossier/personnes';
import {
  compterDossiers,
  compterTaches,
  type FiltreDossiers,
  lirePersonnes,
  listerAgences,
  listerDossiers,
  listerReferents,
  listerTaches,
  prochainsRendezVous,
  type Registre,
  type Tache,
} from '../../../registre';
import { etats } from '../../affichage/libelles';
import { parLaPorte } from '../commun/recevoir';
import { RECHERCHE_MAX } from '../commun/recherche';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import type { DemandeListe } from './filtres';
import { nomDe, PageListe, type TacheDe } from './page';
import { PageTaches } from './taches';

/** What a screen shows without scrolling for ever, and what a phone loads quickly. */
const PAR_PAGE = 50;
const TACHES_MONTREES = 20;

/** `/`: who needs me this week, and why; `/dossiers`: those that are looked for; `/taches`: all that is to do for them. */
export function routesListe(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const demander = async (c: Context) => {
    const referents = await listerReferents(deps.registre);
    const demande = { ...lireDemande(parLaPorte(c.req.query())), referent: referentDemande(c, referents) };
    return { referents, demande, filtre: filtreDe(demande) };
  };

  routes.get('/taches', async (c) => {
    const { demande, filtre } = await demander(c);
    const aFaire = { statut: 'A_FAIRE', dossiers: filtre } as const;
    const decalage = (demande.page - 1) * PAR_PAGE;
    const [taches, total] = await Promise.all([
      listerTaches(deps.registre, { ...aFaire, limite: PAR_PAGE, decalage }),
      compterTaches(deps.registre, aFaire),
    ]);
    return c.html(
      <PageTaches
        demande={demande}
        taches={await nommer(deps.registre, taches)}
        total={total}
        parPage={PAR_PAGE}
        aujourdhui={aujourdhuiA(deps)}
        boite={deps.boite !== null}
      />,
    );
  });

  /** A page of dossiers, with what is to do for them or not. */
  const lister = async (c: Context, avecTaches: boolean) => {
    const [{ referents, demande, filtre }, agences] = await Promise.all([demander(c), listerAgences(deps.registre)]);
    const [lignes, total, aFaire] = await Promise.all([
      listerDossiers(deps.registre, { ...filtre, limite: PAR_PAGE, decalage: (demande.page - 1) * PAR_PAGE }),
      compterDossiers(deps.registre, filtre),
      avecTaches ? premieresTaches(deps.registre, filtre) : null,
    ]);
    const numeros = lignes.map(({ numero }) => numero);
    const rendezVous = await prochainsRendezVous(deps.registre, numeros, deps.maintenant());
    return c.html(
      <PageListe
        demande={demande}
        lignes={lignes}
        rendezVous={
          new Map([...rendezVous].map(([numero, r]) => [numero, dateLocale(new Date(r.debut), fuseau(r.residence))]))
        }
        total={total}
        parPage={PAR_PAGE}
        referents={referents}
        agences={agences}
        confies={confiesDe(c.req.query('confies'))}
        aFaire={aFaire}
        aujourdhui={aujourdhuiA(deps)}
        boite={deps.boite !== null}
      />,
    );
  };
  routes.get('/dossiers', (c) => lister(c, false));
  return routes.get('/', (c) => lister(c, true));
}

/** The nearest tasks to do, and how many there are. */
async function premieresTaches(registre: Registre, dossiers: FiltreDossiers) {
  const aFaire = { statut: 'A_FAIRE', dossiers } as const;
  const [taches, total] = await Promise.all([
    listerTaches(registre, { ...aFaire, limite: TACHES_MONTREES }),
    compterTaches(registre, aFaire),
  ]);
  return { taches: await nommer(registre, taches), total };
}

const confiesDe = (nombre: string | undefined): number | null =>
  nombre !== undefined && /^\d{1,4}$/.test(nombre) ? Number(nombre) : null;

/** The dossiers that a list was narrowed to. */
const filtreDe = ({ etat, agence, referent, recherche, enAlerte }: DemandeListe): FiltreDossiers => ({
  ...(etat ? { etat: etat as Etape } : {}),
  ...(agence ? { agence } : {}),
  ...(referent ? { referent } : {}),
  ...(recherche ? { recherche } : {}),
  enAlerte,
});

/** Says who each task is for. */
async function nommer(registre: Registre, taches: readonly Tache[]): Promise<TacheDe[]> {
  const numeros = [...new Set(taches.map((t) => t.numero))];
  const noms = new Map(
    await Promise.all(
      numeros.map(async (numero) => {
        const personnes = await lirePersonnes(registre, numero);
        return [numero, nomDe(personnes?.identite ?? { prenom: null, nom: null })] as const;
      }),
    ),
  );
  return taches.map((t) => ({ ...t, qui: noms.get(t.numero)! }));
}

const COOKIE_REFERENT = 'referent';
const UN_AN_S = 365 * 24 * 3600;

/**
 * The référent chosen, else the one chosen last time on this machine; choosing them all forgets it. A search that names none is among
 * everyone's dossiers.
 */
function referentDemande(c: Context, referents: readonly Referent[]): string {
  const choisi = c.req.query('referent');
  if (choisi === undefined) {
    if (c.req.query('q')) return '';
    const choisi = getCookie(c, COOKIE_REFERENT) ?? '';
    return referents.some(({ id }) => id === choisi) ? choisi : '';
  }
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  if (choisi === '') deleteCookie(c, COOKIE_REFERENT, options);
  else if (referents.some(({ id }) => id === choisi))
    setCookie(c, COOKIE_REFERENT, choisi, { ...options, maxAge: UN_AN_S });
  return choisi;
}

function lireDemande(q: Record<string, string>): Omit<DemandeListe, 'referent'> {
  const page = Number(q.page);
  const recherche = q.q ?? '';
  const long = tropLong(recherche, RECHERCHE_MAX);
  if (long !== null) throw new HTTPException(400, { message: `La recherche est trop longue : ${long}.` });
  return {
    recherche,
    agence: q.agence ?? '',
    etat: etats.includes(q.etape as Etape) ? q.etape! : '',
    enAlerte: q.alerte === 'oui',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}
