import { fuseau } from '../../../domain/calendrier/fuseaux';
import { residenceDe } from '../../../domain/faits/residence-de';
import { CODE_REFERENT, changerDeReferent } from '../../../domain/parcours/changement-referent';
import { clesConnues } from '../../../domain/parcours/deja-regle';
import { departReel, estAPartir } from '../../../domain/parcours/depart';
import type { CourrierAPartir } from '../../../domain/parcours/previsualiser';
import type { CourrierSitue } from '../../../domain/parcours/situation';
import { situer } from '../../../domain/parcours/situer';
import { type DossierInscrit, etatParcours, retourInterruption } from '../../../registre';
import { lireTenus } from './a-partir';
import { lireOptions } from './circonstances';
import type { DepsApercu } from './deps';

/** What a person would be written of a new référent. */
export interface LettreDuReferent {
  /** The letter that tells who follows her; null when none leaves. */
  part: CourrierAPartir | null;
  /** One that was to leave, about another référent, no longer does. */
  retiree: boolean;
  /** The person's clock. */
  fuseau: string;
}

/**
 * The letter that giving a dossier over sends: the journey asked as it will be, nothing being recorded.
 * @param vers id of the référent, and of her agency
 */
export async function previsualiserLettre(
  { registre, envoi, sursisMinutes = 0 }: DepsApercu,
  inscrit: DossierInscrit,
  vers: { referent: string; agence: string },
  maintenant: Date,
): Promise<LettreDuReferent> {
  const { numero, situation } = inscrit;
  const [circonstances, tenu, revenuLe] = await Promise.all([
    lireOptions(registre, numero),
    lireTenus(registre, { numero, agence: vers.agence }),
    retourInterruption(registre, maintenant),
  ]);
  const change = changerDeReferent(inscrit, vers.referent, maintenant);
  const demande = { etat: etatParcours(inscrit), enCours: [], maintenant: maintenant.toISOString() };
  const { situation: apres } = situer(demande, {
    ...{ envoi, sursisMinutes, dejaVoulus: clesConnues(situation), revenuLe: revenuLe?.toISOString() ?? null },
    ...circonstances,
    changementReferent: change === null ? undefined : { ...change, referent: vers.referent },
  });
  const residence = residenceDe(inscrit);
  const vue = { maintenant, residence, envoi, decesSignale: apres.decesSignale };
  const lettre = apres.courriers.find(estAVenir) ?? null;
  return {
    part: lettre && { ...lettre, reel: departReel(lettre, { ...vue, tenu: tenu(lettre) }) },
    retiree: situation?.courriers.some((c) => estAVenir(c) && c.cle !== lettre?.cle) ?? false,
    fuseau: fuseau(residence),
  };
}

const estAVenir = (courrier: CourrierSitue): boolean => courrier.code === CODE_REFERENT && estAPartir(courrier);
