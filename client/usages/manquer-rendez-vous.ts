import { type RemarqueRendezVous, remarque } from '../../domain/rendez-vous/saisie';
import { manquerRendezVous, type RendezVousInscrit } from '../../registre';
import { type ContexteRendezVous, tombeEnSuspension } from './rendez-vous/contexte';
import { type Auteur, type DepsRendezVous, refuse, type SuiteGeste, suivreEtRanger } from './rendez-vous/suite';

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
  { auteur, confirme = false }: Auteur,
  maintenant: Date,
): Promise<SuiteGeste> {
  const actuel = contexte.rendezVous.find((r) => r.id === id);
  if (!actuel) return refuse('RDV_INCONNU');
  if (actuel.debut > maintenant.toISOString()) return refuse('RDV_PAS_COMMENCE');
  const avertissements = actuel.statut === 'PREVU' ? avertissementsDuManque(contexte, actuel) : [];
  if (avertissements.length > 0 && !confirme) return { statut: 'A_CONFIRMER', avertissements };
  const inscrite = await manquerRendezVous(deps.registre, id, auteur, maintenant);
  return suivreEtRanger(deps, inscrite, auteur, maintenant);
}
