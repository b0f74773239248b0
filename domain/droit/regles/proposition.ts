import { ajouterJours, type DateCivile } from '../../calendrier/dates';
import type { DossierComplet } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { CodeAlerte } from '../../faits/erreurs';

/** Back from maternity leave, the proposal is handed over the next day at the latest. @see R5, F12 */
export const limiteRemiseMaternite = ({ finCongeMaternite }: DossierComplet): DateCivile | null =>
  finCongeMaternite === undefined ? null : ajouterJours(finCongeMaternite, 1);

/** What is odd in the opening without preventing it. @see R3, R5, F3, F12 */
export function alertesRemise(dossier: DossierComplet, { finValidite }: Parametres): CodeAlerte[] {
  const { dateRemise, dateDecisionPse, modeProposition } = dossier;
  const limiteMaternite = limiteRemiseMaternite(dossier);
  const alertes: [boolean, CodeAlerte][] = [
    [(dossier.dateEngagementProcedure ?? dateRemise) > finValidite, 'REGLEMENT_ECHU_A_CONFIRMER'],
    [
      modeProposition === 'PSE' && dateDecisionPse !== undefined && dateRemise !== ajouterJours(dateDecisionPse, 1),
      'REMISE_HORS_DATE',
    ],
    [limiteMaternite !== null && dateRemise > limiteMaternite, 'REMISE_TARDIVE_MATERNITE'],
  ];
  return alertes.filter(([levee]) => levee).map(([, code]) => code);
}
