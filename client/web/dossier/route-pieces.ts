import { type Context, Hono } from 'hono';
import { dateSaisie } from '../../saisie/date';
import type { Saisie } from '../../saisie/formulaire';
import { noter, retirerUneNote } from '../../usages/noter';
import { recevoirPiece, retirerLaPiece } from '../../usages/recevoir-piece';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { lireFormulaire } from '../commun/recevoir';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';

/** What an agency keeps of a dossier beside its facts: the papers that came, the notes of its contacts. */
export function routesPieces(deps: DependancesWeb): Hono {
  const routes = new Hono();
  /** Does what a short form of the page asks, then shows its part again. */
  const faire =
    (ancre: string, suite: string, agir: (trouve: DossierTrouve, saisie: Saisie, auteur: string) => Promise<void>) =>
    async (c: Context) => {
      const trouve = await trouverDossier(deps, c);
      const saisie = await lireFormulaire(c);
      const { numero } = trouve.vue;
      const page = `/dossiers/${numero}`;
      const adresses = { formulaire: `${page}#${ancre}`, suite: `${page}?rdv=${suite}#${ancre}` };
      return agirOuRedire(deps, c, { numero, saisie }, adresses, () => agir(trouve, saisie, auteurDe(c)));
    };
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
