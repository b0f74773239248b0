import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { nomCourt, sortesDocument } from '../../../courriers/documents';
import { composerDocument } from '../../usages/composer-document';
import { telecharger } from '../boite/route';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';

/** `/dossiers/:numero/documents/<document>.pdf`: made when it is asked for, from what is recorded now. */
export function routesDocuments(deps: DependancesWeb): Hono {
  const routes = new Hono();
  routes.get('/dossiers/:numero/documents/:fichier{[a-z-]+\\.pdf}', async (c) => {
    const { inscrit } = await trouverDossier(deps, c);
    const sorte = sortesDocument.find((s) => `${nomCourt(s)}.pdf` === c.req.param('fichier'));
    if (sorte === undefined) throw new HTTPException(404, { message: 'Ce document n’existe pas.' });
    const { pdf, nomPdf } = await composerDocument(deps.registre, inscrit.numero, sorte, deps.maintenant());
    return telecharger(pdf, 'application/pdf', nomPdf);
  });
  return routes;
}
