import { instantMinuit } from '../calendrier/fuseaux';
import type { ReponseSituer } from './parcours';
import type { Situation } from './situation';

/** What the lists of the Temporal UI filter on; dates at midnight of the journey's zone. */
export function attributsDe(
  { etat, echeances, resultat, alertes }: Pick<Situation, 'etat' | 'echeances' | 'resultat' | 'alertes'>,
  zone: string,
): ReponseSituer['attributs'] {
  const suivante = echeances.find((e) => e.statut === 'A_VENIR');
  return {
    etape: etat,
    prochaineEcheance: suivante ? instantMinuit(suivante.date, zone).toISOString() : null,
    terme: resultat.terme ? instantMinuit(resultat.terme, zone).toISOString() : null,
    alertes: alertes.length,
  };
}
