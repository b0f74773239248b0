import { bornesSemaine, dernierJourLaisse } from '../../../domain/flotte/semaine';
import { type ChoseAFaire, type Fenetre, type FiltreDossiers, lireSemaine, type Registre } from '../../../registre';

/** What nobody saw to for three ouvrés days, among the dossiers of a filter. @param ou the zone of the agency's holidays */
export async function lireLaissees(
  registre: Registre,
  dossiers: FiltreDossiers,
  { maintenant, residence }: { maintenant: Date; residence: string },
  fenetre: Fenetre,
): Promise<{ lignes: ChoseAFaire[]; total: number }> {
  const { choses, totaux } = await lireSemaine(registre, {
    dossiers,
    maintenant,
    bornesDe: (jour) => ({ ...bornesSemaine(jour), EN_RETARD: dernierJourLaisse(jour, residence) }),
    moment: 'EN_RETARD',
    sansDate: 'CREATION',
    ...fenetre,
  });
  return { lignes: choses, total: totaux.EN_RETARD };
}
