import { ajouterJours, type DateCivile } from '../calendrier/dates';
import { ouvrePrecedentOuEgal } from '../calendrier/jours-ouvres';
import type { DossierComplet } from '../dossier/dossier';
import type { Evaluation } from '../droit/calculer';
import { expliqueur } from '../droit/expliquer';
import type { Echeance } from './situation';

/** What an échéance is before the day it is looked at. */
type Brute = Omit<Echeance, 'statut' | 'dernierJourUtile' | 'debut'> & { debut?: DateCivile; entretien?: boolean };

/** The rule and the reason of an échéance are those of the key of the result behind it. */
type Expliquer = (cle: string) => Pick<Echeance, 'regle' | 'pourquoi'>;

function explications(dossier: DossierComplet, evaluation: Evaluation): Expliquer {
  const expliquer = expliqueur(evaluation, { dossier });
  return (cle) => {
    const { regle, phrase } = expliquer(cle)[0]!;
    return { regle, pourquoi: phrase };
  };
}

function reflexion({ resultat }: Evaluation, parCle: Expliquer): Brute[] {
  if (!resultat.finReflexion) return [];
  const repondu = resultat.decision === 'ACCEPTATION' || resultat.decision === 'REFUS';
  return [
    {
      cle: 'FIN_REFLEXION',
      libelle: 'Fin du délai de réflexion',
      date: resultat.finReflexion,
      faiteLe: repondu ? (resultat.dateDecision ?? null) : null,
      ...parCle('finReflexion'),
    },
  ];
}

function accompagnement({ resultat: r, entretiens }: Evaluation, parCle: Expliquer): Brute[] {
  const debut = r.debutCsp!;
  const brutes: Brute[] = [];
  if (r.echeancePreBilan) {
    brutes.push({
      cle: 'PRE_BILAN',
      libelle: 'Entretien de pré-bilan',
      debut,
      date: r.echeancePreBilan,
      faiteLe: entretiens.preBilan,
      ...parCle('echeancePreBilan'),
      entretien: true,
    });
  }
  if (r.echeancePsp) {
    brutes.push({
      cle: 'PSP',
      libelle: 'Plan d’action (PSP) à valider',
      debut,
      date: r.echeancePsp,
      faiteLe: entretiens.psp,
      ...parCle('echeancePsp'),
      entretien: true,
    });
  }
  if (r.pointEtape) {
    brutes.push({
      cle: 'POINT_ETAPE',
      libelle: 'Entretien de point d’étape',
      debut: r.pointEtape.debut,
      date: r.pointEtape.fin,
      faiteLe: entretiens.pointEtape,
      ...parCle('pointEtape'),
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
      ...parCle('bilan'),
      entretien: true,
    });
  }
  return brutes;
}

function fin({ resultat: r }: Evaluation, parCle: Expliquer): Brute[] {
  const brutes: Brute[] = [
    {
      cle: 'FIN_CSP',
      libelle: r.motifFin === 'TERME' ? 'Terme du CSP (dernier jour)' : 'Fin anticipée du CSP (dernier jour)',
      date: r.dateFinCsp!,
      faiteLe: null,
      ...parCle('dateFinCsp'),
    },
  ];
  if (r.reinscription?.requise) {
    brutes.push({
      cle: 'REINSCRIPTION',
      libelle: 'Réinscription à France Travail',
      debut: ajouterJours(r.dateFinCsp!, 1),
      date: r.reinscription.limite,
      faiteLe: r.reinscription.dateDemande,
      ...parCle('reinscription.limite'),
    });
  }
  r.suiviEmploi?.jalons.forEach((date, rang) => {
    brutes.push({
      cle: `SUIVI_${rang + 1}`,
      libelle: 'Suivi dans l’emploi',
      date,
      faiteLe: null,
      ...parCle(`suiviEmploi.jalons.${rang}`),
    });
  });
  return brutes;
}

function actualisation({ resultat: r }: Evaluation, jour: DateCivile, parCle: Expliquer): Brute[] {
  const mois = r.actualisations?.find((a) => a.cloture >= jour);
  if (!mois || r.motifFin === 'DECES') return [];
  return [
    {
      cle: `ACTUALISATION_${mois.mois}`,
      libelle: 'Actualisation mensuelle',
      debut: mois.ouverture,
      date: mois.cloture,
      faiteLe: null,
      ...parCle(`actualisations.${mois.mois}`),
    },
  ];
}

/**
 * Every deadline of the journey as seen on a day, in order of date, each with its rule and its reason.
 * @param evaluation with everything known, deadlines to come included
 * @see R6–R13, R19, R20, R22, R25
 */
export function echeances(
  dossier: DossierComplet,
  evaluation: Evaluation,
  jour: DateCivile,
  dateReprise: DateCivile | null = null,
): Echeance[] {
  const statut = ({ faiteLe, date }: Brute): Echeance['statut'] => {
    if (faiteLe) return 'FAITE';
    if (date >= jour) return 'A_VENIR';
    return dateReprise !== null && date < dateReprise ? 'REPRISE' : 'PASSEE';
  };
  const parCle = explications(dossier, evaluation);
  const enCsp = evaluation.resultat.debutCsp ? [...accompagnement(evaluation, parCle), ...fin(evaluation, parCle)] : [];
  const brutes = [...reflexion(evaluation, parCle), ...enCsp, ...actualisation(evaluation, jour, parCle)];
  return brutes
    .map(({ entretien, debut = undefined, ...brute }) => ({
      ...brute,
      debut: debut ?? null,
      dernierJourUtile: entretien ? ouvrePrecedentOuEgal(brute.date, dossier.residence) : null,
      statut: statut(brute),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
