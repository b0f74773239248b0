import { ajouterJours } from '../../calendrier/dates';
import type { DossierComplet } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { CodeErreur } from '../../faits/erreurs';

/** The job has already ended when the CSP is proposed: to the unemployed, or after a CDD of the experiment. @see R9, F13 */
export const contratDejaFini = ({ modeProposition, motifRupture }: DossierComplet): boolean =>
  modeProposition === 'FRANCE_TRAVAIL' || motifRupture !== 'LICENCIEMENT_ECONOMIQUE';

/**
 * Conditions of the opening that do not hold, all together and in the order of F5.
 * @see R4, F5 (stage 3)
 */
export function conditionsManquantes(d: DossierComplet, p: Parametres): CodeErreur[] {
  const parFranceTravail = d.modeProposition === 'FRANCE_TRAVAIL';
  const { dateRemise, dateEngagementProcedure, dateTauxPlein, finContratPrevue, effectifEntreprise } = d;
  const motifPrevu = p.motifsRupture.includes(d.motifRupture);
  const conditions: [boolean, CodeErreur][] = [
    [
      parFranceTravail || dateEngagementProcedure === undefined || dateRemise >= dateEngagementProcedure,
      'REMISE_AVANT_ENGAGEMENT',
    ],
    [motifPrevu, 'MOTIF_NON_ELIGIBLE'],
    [
      p.effectifMax === null || (effectifEntreprise as number) < p.effectifMax || d.procedureCollective !== 'AUCUNE',
      'CONGE_DE_RECLASSEMENT',
    ],
    [
      d.joursAffiliation >= p.affiliationJours || d.heuresAffiliation >= p.affiliationHeures || d.reliquatAre,
      'AFFILIATION_INSUFFISANTE',
    ],
    [p.residences.includes(d.residence), 'RESIDENCE_NON_ELIGIBLE'],
    [d.apteEmploi, 'INAPTE'],
    [
      dateTauxPlein === undefined || dateTauxPlein > ajouterJours(dateRemise, p.delaiReflexionJours),
      'RETRAITE_TAUX_PLEIN',
    ],
    [!p.bassinRequis || Boolean(d.bassinEmploi), 'BASSIN_NON_RETENU'],
    [
      finContratPrevue !== undefined || !(parFranceTravail || (motifPrevu && contratDejaFini(d))),
      'CHAMP_MANQUANT:finContratPrevue',
    ],
    [!parFranceTravail || finContratPrevue === undefined || finContratPrevue < dateRemise, 'CONTRAT_NON_ROMPU'],
  ];
  return conditions.filter(([tenue]) => !tenue).map(([, code]) => code);
}
