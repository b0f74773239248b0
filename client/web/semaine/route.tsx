import { type Context, Hono } from 'hono';
import { bornesSemaine } from '../../../domain/flotte/semaine';
import { compterDossiers, lireSemaine } from '../../../registre';
import { feuilleter } from '../commun/feuilleter';
import type { DependancesWeb } from '../dependances';
import { demander } from '../liste/demande';
import { filtree, REFERENTS_MAX } from '../liste/filtres';
import { LIGNES_MAX, PageSemaine } from './page';
import { PageReste } from './reste';

const PAR_PAGE = 50;

/** `/`: the week of a portfolio; `/taches`: all that one of its moments holds, page after page. */
export function routesSemaine(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const ouvrir = async (c: Context) => {
    const { aujourdhui, ...demande } = await demander(deps, c);
    const commun = { aujourdhui, maintenant: deps.maintenant(), boite: deps.boite !== null };
    return { ...demande, bornes: bornesSemaine(aujourdhui), commun };
  };

  routes.get('/', async (c) => {
    const { collegues, demande, filtre, bornes, commun } = await ouvrir(c);
    // A whole region is nobody's week.
    const aChoisir = !filtree(demande) && collegues.length > REFERENTS_MAX;
    const [semaine, dossiers, enAlerte] = await Promise.all([
      aChoisir ? null : lireSemaine(deps.registre, { dossiers: filtre, bornes, limite: LIGNES_MAX }),
      aChoisir ? null : compterDossiers(deps.registre, filtre),
      aChoisir ? null : compterDossiers(deps.registre, { ...filtre, enAlerte: true }),
    ]);
    const lue = semaine === null ? null : { ...semaine, dossiers: dossiers!, enAlerte: enAlerte! };
    const faite = c.req.query('tache') === 'faite';
    return c.html(<PageSemaine {...commun} {...{ demande, referents: collegues, faite }} semaine={lue} />);
  });

  routes.get('/taches', async (c) => {
    const { demande, filtre, bornes, commun } = await ouvrir(c);
    const moment = demande.quand ?? 'EN_RETARD';
    const feuille = await feuilleter(demande.page, PAR_PAGE, async (decalage) => {
      const page = { moment, limite: PAR_PAGE, decalage };
      const { choses, totaux } = await lireSemaine(deps.registre, { dossiers: filtre, bornes, ...page });
      return { lignes: choses, total: totaux[moment] };
    });
    const montree = { ...demande, page: feuille.page };
    return c.html(<PageReste {...commun} {...{ moment, feuille }} demande={montree} parPage={PAR_PAGE} />);
  });
  return routes;
}
