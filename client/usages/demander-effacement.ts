import type { MotifADonner } from '../../domain/dossier/effacement';
import type { Numero } from '../../domain/dossier/numero';
import { estAPartir } from '../../domain/parcours/depart';
import { demanderEffacement, estFini, lireDossier, lireEffacement, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** What the request tells before anything is erased. */
export interface EffacementDemande {
  /** Letters that are still to leave: once it is confirmed, they never do. */
  courriersAPartir: number;
}

/**
 * Asks that a person be forgotten. Nothing is erased before a second person confirms it.
 * @throws Refus DOSSIER_INCONNU, EFFACEMENT_PARCOURS_VIVANT, EFFACEMENT_DEJA_DEMANDE, EFFACEMENT_DEJA_FAIT
 */
export async function demanderLEffacement(
  registre: Registre,
  demande: { numero: Numero; motif: MotifADonner; par: string },
  maintenant: Date,
): Promise<EffacementDemande> {
  const { numero } = demande;
  const inscrit = await lireDossier(registre, numero);
  if (inscrit === null) {
    const efface = (await lireEffacement(registre, numero))?.effaceLe;
    throw Refus.de(efface ? 'EFFACEMENT_DEJA_FAIT' : 'DOSSIER_INCONNU');
  }
  if (!estFini(inscrit)) throw Refus.de('EFFACEMENT_PARCOURS_VIVANT');
  if (!(await demanderEffacement(registre, demande, maintenant))) throw Refus.de('EFFACEMENT_DEJA_DEMANDE');
  const courriers = inscrit.situation?.courriers ?? [];
  return { courriersAPartir: courriers.filter(estAPartir).length };
}
