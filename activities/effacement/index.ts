import { ajouterBilan, type BilanEffacement, bilanNul, type PartEffacee } from '../../domain/dossier/effacement';
import type { Numero } from '../../domain/dossier/numero';
import { lireEffacement, numerosEffaces } from '../../registre';
import { type DepsEffacement, effacerUn, PAR_PART } from './effacer-un';

export { type ActivitesConservation, creerActivitesConservation } from './conserver';
export type { DepsEffacement } from './effacer-un';
export { type ListeEffacements, listeDansUnFichier } from './liste';
export type { MoteurQuiOublie } from './moteur';

export interface ActivitesEffacement {
  /** Erases a dossier whose erasure a second person confirmed; nothing without it. */
  effacerDossier(demande: { numero: Numero }): Promise<BilanEffacement>;
  /** Erases again, some at a time, all those that were erased: a copy may have brought them back. */
  rejouerEffacements(demande: { apres: Numero }): Promise<PartEffacee>;
}

export const creerActivitesEffacement = (deps: DepsEffacement): ActivitesEffacement => ({
  async effacerDossier({ numero }) {
    const demande = await lireEffacement(deps.registre, numero);
    if (demande === null || (demande.confirmeLe === null && demande.effaceLe === null)) return bilanNul();
    const { motif, confirmePar } = demande;
    const ordre = { numero, auteur: confirmePar ?? 'jalon', motif, rejoue: false };
    return effacerUn(deps, ordre, new Date());
  },
  async rejouerEffacements({ apres }) {
    const tous = new Set([...(await deps.liste.lire()), ...(await numerosEffaces(deps.registre))]);
    const suivants = [...tous].sort().filter((numero) => numero > apres);
    const part = suivants.slice(0, PAR_PART);
    let bilan = bilanNul();
    for (const numero of part) {
      const ordre = { numero, auteur: 'jalon', motif: 'REJOUE' as const, rejoue: true };
      bilan = ajouterBilan(bilan, await effacerUn(deps, ordre, new Date()));
    }
    return { bilan, apres: suivants.length > PAR_PART ? part.at(-1)! : null };
  },
});
