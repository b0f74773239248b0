import { entretiensLegaux, estEntretienLegal } from '../../domain/faits/entretiens';
import { lireTenue, type SaisieTenue } from '../../domain/rendez-vous/tenue';
import { tenirRendezVous } from '../../registre';
import { agirSurUnDossier, issueDe } from './agir-sur-un-dossier';
import { toutesReserves } from './previsualiser-un-acte';
import { type ContexteRendezVous, jourDe, momentDe } from './rendez-vous/contexte';
import {
  type Auteur,
  aChange,
  type DepsRendezVous,
  refuse,
  type SuiteGeste,
  suivreEtRanger,
} from './rendez-vous/suite';

/**
 * Records that an appointment was held, what was said and agreed. An interview that the law wants also leaves its fact in the
 * journal, under an id that derives from the appointment's: recorded twice, it counts once.
 * @param contexte the dossier as the caller read it
 * @see R11, R12, R13, R22
 */
export async function tenir(
  deps: DepsRendezVous,
  contexte: ContexteRendezVous,
  id: string,
  saisie: SaisieTenue,
  qui: Auteur,
  maintenant: Date,
): Promise<SuiteGeste> {
  const actuel = contexte.rendezVous.find((r) => r.id === id);
  if (!actuel) return refuse('RDV_INCONNU');
  if (actuel.debut > maintenant.toISOString()) return refuse('RDV_PAS_COMMENCE');
  if (aChange(actuel, qui)) return refuse('RDV_CHANGE');
  const { auteur } = qui;
  const jours = { prevuLe: momentDe(contexte, actuel).jour, aujourdhui: jourDe(contexte, maintenant) };
  const lue = lireTenue(actuel.sorte, saisie, jours);
  if (!lue.ok) return { statut: 'REFUSE', refus: lue.refus };
  const { le, compteRendu, planValide } = lue.tenue;
  const actions = lue.tenue.actions.map((action, rang) => ({
    id: `${id}-${String(rang + 1).padStart(2, '0')}`,
    ...action,
  }));
  const inscrite = await tenirRendezVous(deps.registre, id, { compteRendu, actions }, auteur, maintenant);
  const suite = await suivreEtRanger(deps, inscrite, auteur, maintenant);
  const { sorte } = actuel;
  if (suite.statut !== 'FAIT' || !estEntretienLegal(sorte) || (sorte === 'PSP' && !planValide)) return suite;
  const contenu = { id: `rdv-${id}`, auteur, evenement: { type: entretiensLegaux[sorte].fait, date: le } };
  // It took place, whatever a rule says of its date.
  const demande = { acte: 'consigner', contenu, accepte: toutesReserves, vu: null } as const;
  return { ...suite, fait: issueDe(await agirSurUnDossier(deps, contexte.inscrit, demande, maintenant)) };
}
