import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import { CODE_REINSCRIPTION_EFFECTIVE } from '../../../domain/parcours/reinscription-acquise';
import type { DossierInscrit } from '../../../registre';

/** What a journey knows, as a scenario of the rules, on the day of its situation; a fact that an effective re-registration keeps aside counts for nothing. */
export function scenarioInscrit({ dossier: ouverture, journal, situation }: DossierInscrit): object {
  const { dossier, surcharge, faits } = resoudreParcours(ouverture, journal);
  const ecartes =
    situation?.faits.filter(({ code }) => code === CODE_REINSCRIPTION_EFFECTIVE).map(({ id }) => id) ?? [];
  const evenements = faits.filter(({ id }) => !ecartes.includes(id)).map(({ evenement }) => evenement);
  return { dossier, surcharge, evenements, dateObservation: situation?.observeLe };
}
