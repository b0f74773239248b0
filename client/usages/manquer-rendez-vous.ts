import { type RemarqueRendezVous, remarque } from '../../domain/rendez-vous/saisie';
import { manquerRendezVous, type RendezVousInscrit } from '../../registre';
import { type ContexteRendezVous, tombeEnSuspension } from './rendez-vous/contexte';
import {
  type Auteur,
  aChange,
  aConfirmer,
  type DepsRendezVous,
  refuse,
  type SuiteGeste,
  suivreEtRanger,
} from './rendez-vous/suite';

/** What deserves a second look before saying that the person did not come. */
export const avertissementsDuManque = (
  contexte: ContexteRendezVous,
  actuel: RendezVousInscrit,
): RemarqueRendezVous[] =>
  tombeEnSuspension(contexte, actuel)
    ? [
        remarque('RDV_PENDANT_SUSPENSION', {
          phrase: 'Le CSP était suspendu ce jour-là : la personne n’était pas attendue, et aucun courrier ne partira.',
        }),
      ]
    : [];

/** Records that the person did not come. @param contexte the dossier as the caller read it */
export async function manquer(
  deps: DepsRendezVous,
  contexte: ContexteRendezVous,
  id: string,
  qui: Auteur,
  maintenant: Date,
): Promise<SuiteGeste> {
  const actuel = contexte.rendezVous.find((r) => r.id === id);
  if (!actuel) return refuse('RDV_INCONNU');
  if (actuel.debut > maintenant.toISOString()) return refuse('RDV_PAS_COMMENCE');
  const avertissements = actuel.statut === 'PREVU' ? avertissementsDuManque(contexte, actuel) : [];
  if (aChange(actuel, qui)) return refuse('RDV_CHANGE');
  const restants = aConfirmer(avertissements, qui);
  if (restants.length > 0) return { statut: 'A_CONFIRMER', avertissements: restants };
  const inscrite = await manquerRendezVous(deps.registre, id, qui.auteur, maintenant);
  return suivreEtRanger(deps, inscrite, qui.auteur, maintenant);
}
