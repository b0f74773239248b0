import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lireDate } from '../../../domain/dates';
import {
  courriersDuDossier,
  type DossierInscrit,
  lireContenu,
  listerTaches,
  terminerTache,
  tracer,
} from '../../../registre';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { lireFormulaire } from '../formulaires/recevoir';
import { PageDossier } from '../pages/dossier';
import type { Suite } from '../pages/dossier/suite';
import { telecharger } from './boite';
import { trouverDossier } from './lire-dossier';

/** `/dossiers/:numero`: the dossier, the letters exactly as they left, its tasks. */
export function routesDossier(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero', async (c) => {
    const { inscrit, personnes, fuseau } = await trouverDossier(deps, c.req.param('numero'));
    const [courriers, taches] = await Promise.all([
      courriersDuDossier(deps.registre, inscrit.numero),
      listerTaches(deps.registre, { numero: inscrit.numero }),
    ]);
    return c.html(
      <PageDossier
        inscrit={inscrit}
        personnes={personnes}
        courriers={courriers}
        taches={taches}
        suite={suiteDe(inscrit, c.req.query())}
        aujourdhui={aujourdhuiA(deps, fuseau)}
        fuseau={fuseau}
        boite={deps.boite !== null}
      />,
    );
  });

  routes.get('/dossiers/:numero/contenus/:sha{[0-9a-f]{64}}', async (c) => {
    const { inscrit } = await trouverDossier(deps, c.req.param('numero'));
    const sha = c.req.param('sha');
    const envois = (await courriersDuDossier(deps.registre, inscrit.numero)).flatMap((l) => l.envois);
    const envoi = envois.find((e) => [e.pdfSha256, e.texteSha256, e.htmlSha256].includes(sha));
    const contenu = envoi ? await lireContenu(deps.registre, sha) : null;
    if (!envoi || contenu === null)
      throw new HTTPException(404, { message: 'Ce contenu n’est pas celui d’un courrier de ce dossier.' });
    if (contenu.type === 'text/html') {
      c.header('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
      return c.html(contenu.octets.toString('utf8'));
    }
    return telecharger(contenu.octets, contenu.type, envoi.nomPdf ?? 'courrier');
  });

  routes.post('/dossiers/:numero/taches', async (c) => {
    const { inscrit } = await trouverDossier(deps, c.req.param('numero'));
    const { cle = '' } = await lireFormulaire(c);
    const taches = await listerTaches(deps.registre, { numero: inscrit.numero });
    if (!taches.some((t) => t.cle === cle))
      throw new HTTPException(404, { message: 'Cette tâche n’est pas de ce dossier.' });
    const maintenant = deps.maintenant();
    await terminerTache(deps.registre, cle, deps.auteur, maintenant);
    const trace = { numero: inscrit.numero, auteur: deps.auteur, acte: 'TERMINER_TACHE', details: { cle } };
    await tracer(deps.registre, trace, maintenant);
    return c.redirect(`/dossiers/${inscrit.numero}?tache=faite`, 303);
  });
  return routes;
}

/** What became of the act that led here: the register knows it as soon as the journey has written. */
function suiteDe(inscrit: DossierInscrit, { acte, fin, tache }: Record<string, string>): Suite | null {
  if (tache === 'faite') return { genre: 'TACHE' };
  if (acte === undefined) return null;
  const issue = inscrit.memoire?.issues[acte];
  if (issue === undefined) return { genre: 'EN_COURS' };
  const entree = inscrit.journal.find((e) => e.id === acte);
  if (entree?.annule !== undefined) return { genre: 'ANNULE' };
  if (entree?.rectification) return { genre: 'RECTIFIE' };
  return { genre: issue.statut === 'REFUSE' ? 'REFUSE' : 'FAIT', issue, finAvant: lireDate(fin) };
}
