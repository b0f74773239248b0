import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { fuseau } from '../../../domain/calendrier/fuseaux';
import { lireNumero } from '../../../domain/dossier/numero';
import type { Parametres } from '../../../domain/dossier/parametres';
import type { Personnes } from '../../../domain/dossier/personnes';
import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import { parametresDe } from '../../../domain/droit/reglements/parametres-de';
import { type DossierInscrit, lireDossier, lirePersonnes } from '../../../registre';
import { libelleEtape } from '../../affichage/libelles';
import type { DependancesWeb } from '../dependances';
import { nomDe } from '../liste/page';
import { compteDe } from '../porte/compte-courant';
import type { VueDossier } from './en-tete';

export interface DossierTrouve {
  inscrit: DossierInscrit;
  personnes: Personnes | null;
  fuseau: string;
  /** Zone of R2 where the person lives, rectifications included. */
  residence: string;
  /** Those the dossier is under today. */
  parametres: Parametres;
  vue: VueDossier;
}

/**
 * The dossier of an address, for who is signed in; a number badly copied or unknown is a page that says so, and one of another agency is
 * unknown.
 */
export async function trouverDossier(deps: DependancesWeb, c: Context): Promise<DossierTrouve> {
  const lu = lireNumero(c.req.param('numero') ?? '');
  if (!lu.ok) throw new HTTPException(404, { message: lu.erreur });
  const [inscrit, personnes] = await Promise.all([
    lireDossier(deps.registre, lu.numero),
    lirePersonnes(deps.registre, lu.numero),
  ]);
  if (inscrit === null || inscrit.agence !== compteDe(c).agence)
    throw new HTTPException(404, { message: `Aucun dossier ne porte le numéro ${lu.numero}.` });
  c.set('dossierVu', lu.numero);
  const resolu = resoudreParcours(inscrit.dossier, inscrit.journal);
  return {
    inscrit,
    personnes,
    fuseau: fuseau(resolu.dossier.residence),
    residence: resolu.dossier.residence,
    parametres: parametresDe(resolu),
    vue: {
      numero: inscrit.numero,
      nom: nomDe({ prenom: personnes?.identite.prenom ?? null, nom: personnes?.identite.nom ?? null }),
      enUnePhrase: inscrit.situation?.enUnePhrase ?? libelleEtape(inscrit.etat),
      boite: deps.boite !== null,
    },
  };
}
