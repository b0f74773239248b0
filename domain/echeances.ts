import type { Evaluation } from './calculer';
import { ajouterJours, type DateCivile, enChiffres, enToutesLettres } from './dates';
import type { DossierComplet } from './dossier';
import { ouvrePrecedentOuEgal } from './jours-ouvres';
import type { CauseProlongation, Resultat } from './resultat';
import type { Echeance } from './situation';

const libellesCauses: Record<CauseProlongation, string> = {
  ACTIVITE: "d'emploi après le 6e mois",
  MATERNITE: 'de congé de maternité',
  PATERNITE: 'de congé de paternité',
  ADOPTION: "de congé d'adoption",
  PROCHE_AIDANT: 'de congé de proche aidant',
  AJPP: 'de présence parentale (AJPP)',
  MALADIE: "d'arrêt maladie",
};

/** What an échéance is before the day it is looked at. */
type Brute = Omit<Echeance, 'statut' | 'dernierJourUtile' | 'debut'> & { debut?: DateCivile; entretien?: boolean };

const jours = (n: number): string => `${n} jour${n > 1 ? 's' : ''}`;

/** "12 mois à compter du 25/03/2025, plus 10 jours d'arrêt maladie (plafond 122 jours)." */
export function pourquoiTerme(resultat: Resultat, dureeMois: number): string {
  const ajouts = (resultat.prolongations ?? []).map(
    (p) => `${jours(p.joursAccordes)} ${libellesCauses[p.cause]} (plafond ${jours(p.plafondJours)})`,
  );
  const base = `${dureeMois} mois à compter du ${enChiffres(resultat.debutCsp!)}`;
  return ajouts.length === 0 ? `${base}.` : `${base}, plus ${ajouts.join(', plus ')}.`;
}

function reflexion(dossier: DossierComplet, { resultat, parametres }: Evaluation): Brute[] {
  if (!resultat.finReflexion) return [];
  const delai = `${parametres.delaiReflexionJours} jours après la remise du ${enChiffres(dossier.dateRemise)}`;
  const protege = dossier.salarieProtege
    ? ", ou le lendemain de la notification de l'autorisation si elle est plus tardive"
    : '';
  const repondu = resultat.decision === 'ACCEPTATION' || resultat.decision === 'REFUS';
  return [
    {
      cle: 'FIN_REFLEXION',
      libelle: 'Fin du délai de réflexion',
      date: resultat.finReflexion,
      faiteLe: repondu ? (resultat.dateDecision ?? null) : null,
      regle: dossier.salarieProtege ? 'R7' : 'R6',
      pourquoi: `${delai}${protege}. Sans réponse, le silence vaut refus.`,
    },
  ];
}

function accompagnement({ resultat: r, parametres: p, entretiens }: Evaluation): Brute[] {
  const debut = r.debutCsp!;
  const brutes: Brute[] = [];
  if (r.echeancePreBilan) {
    brutes.push({
      cle: 'PRE_BILAN',
      libelle: 'Entretien de pré-bilan',
      debut,
      date: r.echeancePreBilan,
      faiteLe: entretiens.preBilan,
      regle: 'R11',
      pourquoi: `${jours(p.preBilanJours)} après le début du CSP, le ${enChiffres(debut)}.`,
      entretien: true,
    });
  }
  if (r.echeancePsp) {
    const depuis = entretiens.preBilan
      ? `le pré-bilan du ${enChiffres(entretiens.preBilan)}`
      : "l'échéance du pré-bilan";
    const delai = p.pspDelai.unite === 'JOURS' ? jours(p.pspDelai.valeur) : `${p.pspDelai.valeur} mois`;
    const plafond = p.pspPlafondMois === null ? '' : `, et au plus tard à la fin du ${p.pspPlafondMois}e mois de CSP`;
    brutes.push({
      cle: 'PSP',
      libelle: "Plan d'action (PSP) à valider",
      debut,
      date: r.echeancePsp,
      faiteLe: entretiens.psp,
      regle: 'R12',
      pourquoi: `${delai} après ${depuis}${plafond}.`,
      entretien: true,
    });
  }
  if (r.pointEtape) {
    brutes.push({
      cle: 'POINT_ETAPE',
      libelle: "Entretien de point d'étape",
      debut: r.pointEtape.debut,
      date: r.pointEtape.fin,
      faiteLe: entretiens.pointEtape,
      regle: 'R13',
      pourquoi: `Au cours du ${p.pointEtapeMois}e mois d'accompagnement effectif, les jours de suspension n'étant pas comptés.`,
      entretien: true,
    });
  }
  if (r.bilan) {
    brutes.push({
      cle: 'BILAN',
      libelle: 'Entretien de bilan',
      debut: r.bilan.debut,
      date: r.bilan.fin,
      faiteLe: entretiens.bilan,
      regle: 'R22',
      pourquoi:
        r.bilan.type === 'FIN_ACCOMPAGNEMENT'
          ? `Dans le dernier mois du CSP, qui se termine le ${enChiffres(r.dateFinCsp!)}.`
          : `Dans les ${jours(p.bilanSortieJours)} qui suivent la sortie anticipée du ${enChiffres(r.dateFinCsp!)}.`,
      entretien: true,
    });
  }
  return brutes;
}

function fin({ resultat: r, parametres: p }: Evaluation): Brute[] {
  const parTerme = r.motifFin === 'TERME';
  const brutes: Brute[] = [
    {
      cle: 'FIN_CSP',
      libelle: parTerme ? 'Terme du CSP (dernier jour)' : 'Fin anticipée du CSP (dernier jour)',
      date: r.dateFinCsp!,
      faiteLe: null,
      regle: parTerme ? 'R10, R15' : 'R14, R27',
      pourquoi: parTerme ? pourquoiTerme(r, p.dureeMois) : 'Un fait consigné met fin au CSP avant son terme.',
    },
  ];
  if (r.reinscription?.requise) {
    brutes.push({
      cle: 'REINSCRIPTION',
      libelle: 'Réinscription à France Travail',
      debut: ajouterJours(r.dateFinCsp!, 1),
      date: r.reinscription.limite,
      faiteLe: r.reinscription.dateDemande,
      regle: 'R25',
      pourquoi: `${jours(p.reinscriptionJours)} après le dernier jour du CSP, le ${enChiffres(r.dateFinCsp!)}.`,
    });
  }
  r.suiviEmploi?.jalons.forEach((date, rang) => {
    brutes.push({
      cle: `SUIVI_${rang + 1}`,
      libelle: "Suivi dans l'emploi",
      date,
      faiteLe: null,
      regle: 'R19',
      pourquoi: `${p.suiviJalonsMois[rang]} mois après l'embauche du ${enChiffres(r.suiviEmploi!.debut)}.`,
    });
  });
  return brutes;
}

function actualisation({ resultat: r }: Evaluation, jour: DateCivile): Brute[] {
  const mois = r.actualisations?.find((a) => a.cloture >= jour);
  if (!mois) return [];
  return [
    {
      cle: `ACTUALISATION_${mois.mois}`,
      libelle: 'Actualisation mensuelle',
      debut: mois.ouverture,
      date: mois.cloture,
      faiteLe: null,
      regle: 'R20',
      pourquoi: `Chaque mois de CSP se déclare à France Travail du ${enToutesLettres(mois.ouverture)} au ${enToutesLettres(mois.cloture)}.`,
    },
  ];
}

/**
 * Every deadline of the journey as seen on a day, in order of date, each with its rule and its reason.
 * @param evaluation with everything known, deadlines to come included
 * @see R6–R13, R19, R20, R22, R25
 */
export function echeances(dossier: DossierComplet, evaluation: Evaluation, jour: DateCivile): Echeance[] {
  const enCsp = evaluation.resultat.debutCsp ? [...accompagnement(evaluation), ...fin(evaluation)] : [];
  const brutes = [...reflexion(dossier, evaluation), ...enCsp, ...actualisation(evaluation, jour)];
  return brutes
    .map(({ entretien, debut = undefined, ...brute }) => ({
      ...brute,
      debut: debut ?? null,
      dernierJourUtile: entretien ? ouvrePrecedentOuEgal(brute.date, dossier.residence) : null,
      statut: brute.faiteLe ? ('FAITE' as const) : brute.date < jour ? ('PASSEE' as const) : ('A_VENIR' as const),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
