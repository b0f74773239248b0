import type { DateCivile } from '../../../domain/calendrier/dates';
import { bornesSemaine, dernierJourLaisse } from '../../../domain/flotte/semaine';
import { type ChoseAFaire, type Fenetre, type FiltreDossiers, lireSemaine, type Registre } from '../../../registre';

/** What nobody saw to for three ouvrés days, among the dossiers of a filter. @param ou the day of the agency, and the zone of its holidays */
export async function lireLaissees(
  registre: Registre,
  dossiers: FiltreDossiers,
  { aujourdhui, residence }: { aujourdhui: DateCivile; residence: string },
  fenetre: Fenetre,
): Promise<{ lignes: ChoseAFaire[]; total: number }> {
  const { choses, totaux } = await lireSemaine(registre, {
    dossiers,
    bornes: { ...bornesSemaine(aujourdhui), EN_RETARD: dernierJourLaisse(aujourdhui, residence) },
    moment: 'EN_RETARD',
    sansDate: 'CREATION',
    ...fenetre,
  });
  return { lignes: choses, total: totaux.EN_RETARD };
}
