import type { Evaluation } from './calculer';
import { type DateCivile, enChiffres } from './dates';
import { ouvrePrecedentOuEgal } from './jours-ouvres';
import type { EtatParcours, TacheDue } from './parcours';
import type { Echeance } from './situation';

/** Interviews whose missed deadline is someone's task. */
export const ENTRETIENS = ['PRE_BILAN', 'PSP', 'POINT_ETAPE', 'BILAN'];

/** The last ouvré day of the reflection, when silence is first asked about (REGLES §7). */
export function jourQuestionSilence({ resultat }: Evaluation, residence: string): DateCivile | null {
  return resultat.finReflexion ? ouvrePrecedentOuEgal(resultat.finReflexion, residence) : null;
}

/** Tasks that the calendar alone brings: the question of silence, the interviews not held on time. */
export function tachesDuCalendrier(
  etat: EtatParcours,
  evaluation: Evaluation,
  echeances: readonly Echeance[],
  residence: string,
  jour: DateCivile,
): TacheDue[] {
  const { resultat } = evaluation;
  const taches: TacheDue[] = [];
  const question = jourQuestionSilence(evaluation, residence);
  const silencieux = resultat.decision === 'EN_ATTENTE' || resultat.decision === 'REFUS_TACITE';
  if (question !== null && silencieux && jour >= question && (etat.dateReprise ?? question) <= question) {
    taches.push({
      cle: `${etat.numero}/BULLETIN_RECU/${resultat.finReflexion}`,
      type: 'BULLETIN_RECU',
      libelle: `Bulletin d'adhésion reçu ? Le délai de réflexion se termine le ${enChiffres(resultat.finReflexion!)} ; sans réponse consignée, le silence vaudra refus.`,
      echeance: resultat.finReflexion!,
    });
  }
  const dernier = resultat.chronologie!.at(-1)!.etat;
  const accompagne = dernier === 'EN_CSP' || dernier === 'SUSPENDU';
  for (const e of echeances) {
    // Once the CSP is over, only its bilan may still be held.
    if (!accompagne && e.cle !== 'BILAN') continue;
    if (
      e.statut !== 'PASSEE' ||
      !ENTRETIENS.includes(e.cle) ||
      (etat.dateReprise !== null && e.date < etat.dateReprise)
    )
      continue;
    taches.push({
      cle: `${etat.numero}/ECHEANCE_DEPASSEE/${e.cle}/${e.date}`,
      type: 'ECHEANCE_DEPASSEE',
      libelle: `${e.libelle} : la date limite du ${enChiffres(e.date)} est passée et rien n'est consigné.`,
      echeance: e.date,
    });
  }
  return taches;
}
