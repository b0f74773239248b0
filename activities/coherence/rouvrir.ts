import type { Numero } from '../../domain/dossier/numero';
import { fusionner } from '../../domain/parcours/appliquer';
import { etatParcours, lireDossier, type Registre } from '../../registre';
import { type Constat, traiter } from './constat';
import type { MoteurDesParcours } from './moteur';

/**
 * Takes a journey up again from what the register holds and what its last run knew, messages not examined included: either may be the
 * older one.
 * @returns null when it needs none: it runs, or its listening days are over
 */
export async function rouvrirSansParcours(
  registre: Registre,
  moteur: MoteurDesParcours,
  numero: Numero,
  reparer: boolean,
  maintenant: Date,
): Promise<Constat | null> {
  if (await moteur.court(numero)) return null;
  const inscrit = await lireDossier(registre, numero);
  if (inscrit === null || inscrit.statut !== 'OUVERT' || !veutUnParcours(inscrit.situation?.ecouteJusquau, maintenant))
    return null;
  return traiter({ sorte: 'SANS_PARCOURS', numero }, reparer, async () => {
    const etat = etatParcours(inscrit);
    const connu = await moteur.connait(numero);
    if (connu !== null) {
      fusionner(etat, connu);
      etat.recus = connu.recus.filter(({ id }) => !Object.hasOwn(etat.issues, id));
    }
    await moteur.rouvrir(etat);
  });
}

/** On the last day of listening, by UTC, a journey of an eastern zone has closed already: it is left. */
const veutUnParcours = (ecouteJusquau: string | null | undefined, maintenant: Date): boolean =>
  ecouteJusquau == null || ecouteJusquau > maintenant.toISOString().slice(0, 10);
