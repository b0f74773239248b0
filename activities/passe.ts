import { appliquer } from '../domain/parcours/appliquer';
import type { DemandeSituer, EtatParcours, ReponseSituer } from '../domain/parcours/parcours';
import { type OptionsSituer, situer } from '../domain/parcours/situer';
import { estMalformee, type Registre } from '../registre';
import { inscrirePasse } from './inscription';

/**
 * One pass of a journey: the law asked once, its answer written and given. A message that the register cannot keep, whatever the
 * number of tries, is refused, so that the others count and the journey goes on.
 * @throws ErreurRegistre when the register is away, or refuses what no message of this pass brought
 */
export async function passer(
  registre: Registre,
  demande: DemandeSituer,
  options: OptionsSituer,
): Promise<ReponseSituer> {
  try {
    return await demanderEtInscrire(registre, demande, options);
  } catch (erreur) {
    if (!estMalformee(erreur)) throw erreur;
    return refuserCeQuiGene(registre, demande, options, erreur);
  }
}

async function demanderEtInscrire(
  registre: Registre,
  demande: DemandeSituer,
  options: OptionsSituer,
): Promise<ReponseSituer> {
  const { reponse, situation } = situer(demande, options);
  const etat = structuredClone(demande.etat);
  appliquer(etat, reponse, etat.recus.length);
  const { taches, memoires } = reponse;
  await inscrirePasse(registre, { etat, situation, taches, memoires, le: new Date(demande.maintenant) });
  return reponse;
}

/** Each message refused alone, in turn; all of them when more than one is at fault. */
async function refuserCeQuiGene(
  registre: Registre,
  demande: DemandeSituer,
  options: OptionsSituer,
  cause: unknown,
): Promise<ReponseSituer> {
  const { recus } = demande.etat;
  const essais =
    recus.length > 1 ? [...recus.map(({ id }) => [id]), recus.map(({ id }) => id)] : recus.map(({ id }) => [id]);
  for (const refuses of essais) {
    try {
      return await demanderEtInscrire(registre, { ...demande, etat: sansCompter(demande.etat, refuses) }, options);
    } catch (erreur) {
      if (!estMalformee(erreur)) throw erreur;
    }
  }
  throw cause;
}

const sansCompter = (etat: EtatParcours, refuses: readonly string[]): EtatParcours => ({
  ...etat,
  recus: etat.recus.map((recu) => (refuses.includes(recu.id) ? { ...recu, refus: 'DONNEES_REFUSEES' } : recu)),
});
