import { Hono } from 'hono';
import { dateSaisie } from '../../saisie/date';
import { noter, retirerUneNote } from '../../usages/noter';
import { recevoirPiece, retirerLaPiece } from '../../usages/recevoir-piece';
import type { DossierTrouve } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { recevoirDans } from './recevoir-dans';

/** What an agency keeps of a dossier beside its facts: the papers that came, the notes of its contacts. */
export function routesPieces(deps: DependancesWeb): Hono {
  const routes = new Hono();
  const faire = recevoirDans(deps);
  const jour = ({ fuseau }: DossierTrouve) => aujourdhuiA(deps, fuseau);

  routes.post(
    '/dossiers/:numero/pieces',
    faire('pieces', 'piece', (trouve, { cle = '', le = '' }, auteur) => {
      const piece = { cle, le: dateSaisie(le) };
      return recevoirPiece(deps.registre, trouve.inscrit, piece, auteur, jour(trouve), deps.maintenant());
    }),
  );
  routes.post(
    '/dossiers/:numero/pieces/retirer',
    faire('pieces', 'pieceRetiree', (trouve, { cle = '' }, auteur) =>
      retirerLaPiece(deps.registre, trouve.inscrit, cle, auteur, jour(trouve), deps.maintenant()),
    ),
  );
  routes.post(
    '/dossiers/:numero/notes',
    faire('notes', 'note', (trouve, { id = '', le = '', texte = '' }, auteur) =>
      noter(deps.registre, trouve.inscrit, { id, le: dateSaisie(le), texte }, auteur, jour(trouve), deps.maintenant()),
    ),
  );
  routes.post(
    '/dossiers/:numero/notes/retirer',
    faire('notes', 'noteRetiree', (trouve, { id = '', motif = '' }, auteur) =>
      retirerUneNote(deps.registre, trouve.inscrit, { id, motif }, auteur, deps.maintenant()),
    ),
  );
  return routes;
}
