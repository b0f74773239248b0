import { type Context, Hono } from 'hono';
import { peut } from '../../../domain/comptes/politique';
import { absencesDepuis, compterDossiers, lireSemaine } from '../../../registre';
import { feuilleter } from '../commun/feuilleter';
import type { DependancesWeb } from '../dependances';
import { demander } from '../liste/demande';
import { filtree, REFERENTS_MAX } from '../liste/filtres';
import { compteDe } from '../porte/compte-courant';
import { suiteTacheDe } from '../tache/suites';
import { PageLaissees } from './laissees';
import { lireLaissees } from './lire-laissees';
import { lirePrevus } from './lire-prevus';
import { LIGNES_MAX, PageSemaine } from './page';
import { PageReste } from './reste';

const PAR_PAGE = 50;

/**
 * `/`: the week of a portfolio; `/taches`: all that one of its moments holds, page after page; `/taches/laissees`: what nobody saw to, for
 * who answers for the agency.
 */
export function routesSemaine(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const ouvrir = async (c: Context, autres: readonly string[]) => {
    const { aujourdhui, ...demande } = await demander(deps, c, autres);
    const commun = { aujourdhui, maintenant: deps.maintenant(), boite: deps.boite !== null };
    return { ...demande, commun };
  };

  routes.get('/', async (c) => {
    const { collegues, demande, filtre, residence, commun } = await ouvrir(c, ['tache']);
    // A whole region is nobody's week.
    const aChoisir = !filtree(demande) && collegues.length > REFERENTS_MAX;
    const [semaine, dossiers, enAlerte, revenu, retenu, laissees] = await Promise.all([
      aChoisir
        ? null
        : lireSemaine(deps.registre, { dossiers: filtre, maintenant: commun.maintenant, limite: LIGNES_MAX }),
      aChoisir ? null : compterDossiers(deps.registre, filtre),
      aChoisir ? null : compterDossiers(deps.registre, { ...filtre, enAlerte: true }),
      aChoisir ? null : compterDossiers(deps.registre, { ...filtre, courrier: 'REVENU' }),
      aChoisir ? null : compterDossiers(deps.registre, { ...filtre, courrier: 'RETENU' }),
      peut(compteDe(c).role, 'lire-taches-laissees')
        ? lireLaissees(deps.registre, { agence: filtre.agence }, { ...commun, residence }, { limite: 1, decalage: 0 })
        : null,
    ]);
    const courriers = { REVENU: revenu!, RETENU: retenu! };
    const comptes = { dossiers: dossiers!, enAlerte: enAlerte!, courriers, laissees: laissees?.total ?? 0 };
    const lue =
      semaine === null
        ? null
        : { ...semaine, ...comptes, prevus: await lirePrevus(deps.registre, semaine.choses, commun.maintenant) };
    const suite = suiteTacheDe(c.req.query('tache'));
    const absences = await absencesDepuis(deps.registre, commun.aujourdhui, filtre.agence);
    const remplacees = absences.filter(
      ({ remplacant, debut }) => remplacant === compteDe(c).id && debut <= commun.aujourdhui,
    );
    return c.html(<PageSemaine {...commun} {...{ demande, referents: collegues, suite, remplacees }} semaine={lue} />);
  });

  routes.get('/taches', async (c) => {
    const { demande, filtre, commun } = await ouvrir(c, ['quand', 'page']);
    const moment = demande.quand ?? 'EN_RETARD';
    const feuille = await feuilleter(demande.page, PAR_PAGE, async (decalage) => {
      const page = { moment, maintenant: commun.maintenant, limite: PAR_PAGE, decalage };
      const { choses, totaux } = await lireSemaine(deps.registre, { dossiers: filtre, ...page });
      return { lignes: choses, total: totaux[moment] };
    });
    const montree = { ...demande, page: feuille.page };
    const prevus = await lirePrevus(deps.registre, feuille.lignes, commun.maintenant);
    return c.html(<PageReste {...commun} {...{ moment, feuille, prevus }} demande={montree} parPage={PAR_PAGE} />);
  });

  routes.get('/taches/laissees', async (c) => {
    const ouverte = await ouvrir(c, ['page']);
    const { collegues, commun } = ouverte;
    // Everybody's, unless the address names someone: not the head's own portfolio alone.
    const demande = { ...ouverte.demande, referent: c.req.query('referent') ?? '' };
    const filtre = { ...ouverte.filtre, referent: demande.referent };
    const feuille = await feuilleter(demande.page, PAR_PAGE, (decalage) =>
      lireLaissees(deps.registre, filtre, { ...commun, residence: ouverte.residence }, { limite: PAR_PAGE, decalage }),
    );
    const montree = { ...demande, page: feuille.page };
    const prevus = await lirePrevus(deps.registre, feuille.lignes, commun.maintenant);
    return c.html(
      <PageLaissees {...commun} {...{ collegues, feuille, prevus }} demande={montree} parPage={PAR_PAGE} />,
    );
  });
  return routes;
}
