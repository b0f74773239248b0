import { Hono } from 'hono';
import { contextStorage } from 'hono/context-storage';
import { HTTPException } from 'hono/http-exception';
import { panneDe } from '../affichage/pannes';
import { Refus } from '../usages/commun/refus';
import { routesBoite } from './boite/route';
import { routesCodec } from './codec';
import { dossierDe, erreurEnJson, estPourMachine, PageErreur, type StatutErreur } from './commun/erreur';
import { entetes, genreEtTaille, hotePermis, memeOrigine } from './commun/gardes';
import { methodesPermises } from './commun/methodes';
import { adresseLisible } from './commun/recevoir';
import { statique } from './commun/statique';
import { suivreDemande } from './commun/suivre-demande';
import { routesConfier } from './confier/route';
import { routesCoordonnees } from './coordonnees/route';
import type { DependancesWeb } from './dependances';
import { routesDossier } from './dossier/route';
import { routesAudit } from './dossier/route-audit';
import { routesCourriers } from './dossier/route-courriers';
import { routesDocuments } from './dossier/route-documents';
import { routesFormations } from './dossier/route-formations';
import { routesPieces } from './dossier/route-pieces';
import { routesPlan } from './dossier/route-plan';
import { routesSuivi } from './dossier/route-suivi';
import { routesEvenement } from './evenement/route';
import { routesRecherche } from './liste/rechercher';
import { routesListe } from './liste/route';
import { garde } from './porte/garde';
import { routesPorte } from './porte/route';
import { routesCompte } from './porte/route-compte';
import { routesIdentite } from './porte/route-identite';
import { routesRappels } from './rappels/route';
import { routesRendezVous } from './rendez-vous/route';
import { routesIssueRendezVous } from './rendez-vous/route-issue';
import { routesSante } from './sante/route';
import { routesSemaine } from './semaine/route';

const STATUTS: readonly number[] = [400, 403, 404, 410, 413, 414, 415, 429, 500, 503] satisfies StatutErreur[];

/** The web tool: plain pages for counsellors behind one door, and what a local run shows of itself. It opens nothing of its own. */
export function creerApplication(deps: DependancesWeb): Hono {
  const app = new Hono();
  const { porte } = deps;
  app.use(contextStorage(), hotePermis(porte), entetes(porte), memeOrigine(porte));
  app.use(genreEtTaille);
  app.use('*', async (c, next) => {
    await next();
    // Pages hold personal data: neither the browser's disk nor a proxy keeps them.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(garde(deps));
  app.use(adresseLisible);
  app.route('/', statique);
  app.route('/', routesPorte(deps));
  app.route('/', routesIdentite(deps));
  app.route('/', routesCompte(deps));
  app.route('/', routesSante(deps));
  app.use(suivreDemande);
  app.route('/', routesSemaine(deps));
  app.route('/', routesRecherche(deps));
  app.route('/', routesListe(deps));
  app.route('/', routesDossier(deps));
  app.route('/', routesDocuments(deps));
  app.route('/', routesAudit(deps));
  app.route('/', routesEvenement(deps));
  app.route('/', routesRendezVous(deps));
  app.route('/', routesIssueRendezVous(deps));
  app.route('/', routesPieces(deps));
  app.route('/', routesFormations(deps));
  app.route('/', routesPlan(deps));
  app.route('/', routesSuivi(deps));
  app.route('/', routesCourriers(deps));
  app.route('/', routesCoordonnees(deps));
  app.route('/', routesConfier(deps));
  app.route('/', routesRappels(deps));
  if (deps.boite !== null) app.route('/', routesBoite(deps.boite));
  if (deps.codec !== null) app.route('/', routesCodec(deps, deps.codec));

  const boite = deps.boite !== null;
  app.notFound((c) => {
    const permises = methodesPermises(app, c.req.path);
    if (permises.length === 0 || permises.includes(c.req.method)) {
      return c.html(<PageErreur statut={404} boite={boite} />, 404);
    }
    c.header('Allow', permises.join(', '));
    return c.html(<PageErreur statut={405} boite={boite} />, 405);
  });
  app.onError((erreur, c) => {
    const panne = panneDe(erreur);
    if (panne) {
      deps.signaler(erreur);
      return c.html(<PageErreur statut={503} boite={boite} phrase={panne.phrase} />, 503);
    }
    const statut = (
      erreur instanceof HTTPException && STATUTS.includes(erreur.status) ? erreur.status : 500
    ) as StatutErreur;
    const dossier = dossierDe(c.req.path);
    if (erreur instanceof Refus && estPourMachine(c.req.path)) return c.json(erreurEnJson(400, erreur.message), 400);
    if (erreur instanceof Refus)
      return c.html(<PageErreur statut={400} boite={boite} phrase={erreur.message} dossier={dossier} />, 400);
    if (statut === 500) deps.signaler(erreur);
    const phrase = statut === 500 ? undefined : erreur.message || undefined;
    if (estPourMachine(c.req.path)) return c.json(erreurEnJson(statut, phrase), statut);
    return c.html(
      <PageErreur
        statut={statut}
        boite={boite}
        phrase={phrase}
        // Where nothing is found, the dossier itself may not be.
        dossier={statut === 404 ? undefined : dossier}
      />,
      statut,
    );
  });
  return app;
}
