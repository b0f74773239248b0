import { depotsDuDossier } from '../../commun/fichiers-de-sortie';
import type { MotifADonner } from '../../domain/dossier/effacement';
import type { Numero } from '../../domain/dossier/numero';
import { estAPartir } from '../../domain/parcours/depart';
import { demanderEffacement, estFini, lireDossier, lireEffacement, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** What the request tells before anything is erased. */
export interface EffacementDemande {
  /** Letters that are still to leave: once it is confirmed, they never do. */
  courriersAPartir: number;
  /** The register lost it with a copy, and the outboxes alone know its number. */
  horsRegistre: boolean;
}

/**
 * Asks that a person be forgotten, by a number of the register or, where a copy brought back knows nothing of it, of the outboxes (post and
 * text messages). Nothing is erased before a second person confirms it.
 * @throws Refus DOSSIER_INCONNU, EFFACEMENT_PARCOURS_VIVANT, EFFACEMENT_DEJA_DEMANDE, EFFACEMENT_DEJA_FAIT
 */
export async function demanderLEffacement(
  { registre, sorties }: { registre: Registre; sorties: readonly string[] },
  demande: { numero: Numero; motif: MotifADonner; par: string },
  maintenant: Date,
): Promise<EffacementDemande> {
  const { numero } = demande;
  const inscrit = await lireDossier(registre, numero);
  if (inscrit === null) {
    if ((await lireEffacement(registre, numero))?.effaceLe) throw Refus.de('EFFACEMENT_DEJA_FAIT');
    const depots = await Promise.all(sorties.map((racine) => depotsDuDossier(racine, numero)));
    if (depots.flat().length === 0) throw Refus.de('DOSSIER_INCONNU');
  } else if (!estFini(inscrit)) throw Refus.de('EFFACEMENT_PARCOURS_VIVANT');
  if (!(await demanderEffacement(registre, demande, maintenant))) throw Refus.de('EFFACEMENT_DEJA_DEMANDE');
  const courriers = inscrit?.situation?.courriers ?? [];
  return { courriersAPartir: courriers.filter(estAPartir).length, horsRegistre: inscrit === null };
}
