import { ajouterJours, type DateCivile, enChiffres } from '../calendrier/dates';
import { ouvrePrecedentOuEgal } from '../calendrier/jours-ouvres';
import type { DossierComplet } from '../dossier/dossier';
import type { Resultat } from '../dossier/resultat';
import type { Evaluation } from '../droit/calculer';
import { A_CONFIRMER, doutes as table } from '../droit/doutes';
import { type DatesDouteuses, doutesDuJour, doutesDuParcours } from '../droit/doutes-du-parcours';
import { expliqueur } from '../droit/expliquer';
import { entretiensLegaux, estEntretienLegal } from '../faits/entretiens';
import type { Echeance } from './situation';

/** What an échéance is before the day it is looked at. */
type Brute = Omit<Echeance, 'statut' | 'dernierJourUtile' | 'debut'> & { debut?: DateCivile };

/** The rule and the reason of an échéance are those of the key of the result behind it. */
type Expliquer = (cle: string) => Pick<Echeance, 'regle' | 'pourquoi'>;

function explications(dossier: DossierComplet, evaluation: Evaluation): Expliquer {
  const expliquer = expliqueur(evaluation, { dossier });
  return (cle) => {
    const { regle, phrase } = expliquer(cle)[0]!;
    return { regle, pourquoi: phrase };
  };
}

/** Of a reflection that ends on a day off, the counsellor also reads how long an answer is taken. */
function raisonReflexion({ finReflexion, finReflexionToleree }: Resultat, parCle: Expliquer) {
  const raison = parCle('finReflexion');
  if (finReflexion === finReflexionToleree) return raison;
  return { ...raison, pourquoi: `${raison.pourquoi} ${parCle('finReflexionToleree').pourquoi}` };
}

/** Échéances that are counted from dates in doubt, beside those that a doubt on everything reaches. */
const COMPTEES: Readonly<Record<Exclude<DatesDouteuses, 'TOUTES'>, readonly string[]>> = {
  DEBUT: ['PRE_BILAN', 'PSP', 'POINT_ETAPE', 'BILAN', 'FIN_CSP', 'REINSCRIPTION'],
  TERME: ['BILAN', 'FIN_CSP', 'REINSCRIPTION'],
  TERME_ECARTE: [],
};

/** Whether an échéance of that key rests on a doubt that still bears on the day. @see REGLES §9 */
function douteuses(evaluation: Evaluation, jour: DateCivile): (cle: string) => boolean {
  const doutes = doutesDuJour(doutesDuParcours(evaluation), evaluation.resultat, jour);
  return (cle) => doutes.some(({ sur }) => sur === 'TOUTES' || COMPTEES[sur].includes(cle));
}

/** The last day, with what its reason has of doubtful. @see REGLES §9 */
function finDouteuse(evaluation: Evaluation, parCle: Expliquer): Pick<Brute, 'libelle' | 'regle' | 'pourquoi'> {
  const auTerme = evaluation.resultat.motifFin === 'TERME';
  const doutes = doutesDuParcours(evaluation).filter(({ sur }) => sur === 'TERME');
  const raison = parCle('dateFinCsp');
  if (!auTerme) return { libelle: 'Fin anticipée du CSP (dernier jour)', ...raison };
  if (doutes.length === 0) return { libelle: 'Terme du CSP (dernier jour)', ...raison };
  const lectures = doutes.map(({ code, autreTerme }) => {
    const autre = autreTerme === null ? '' : ` (le ${enChiffres(autreTerme)})`;
    return `${A_CONFIRMER.replace('à', 'À')} : ${table[code].lectures[0]} ; autre lecture${autre} : ${table[code].lectures[1]}.`;
  });
  return {
    ...raison,
    libelle: 'Terme du CSP (dernier jour)',
    pourquoi: [raison.pourquoi, ...lectures].join(' '),
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
      ...raisonReflexion(resultat, parCle),
    },
  ];
}

function accompagnement({ resultat: r, entretiens }: Evaluation, parCle: Expliquer): Brute[] {
  const debut = r.debutCsp!;
  const brutes: Brute[] = [];
  // One that would come after the CSP has no object, unless it was held.
  const aTenir = (echeance: DateCivile | null | undefined, tenu: DateCivile | null): echeance is DateCivile =>
    echeance != null && (tenu !== null || echeance <= r.dateFinCsp!);
  if (aTenir(r.echeancePreBilan, entretiens.preBilan)) {
    brutes.push({
      cle: 'PRE_BILAN',
      libelle: entretiensLegaux.PRE_BILAN.libelle,
      debut,
      date: r.echeancePreBilan,
      faiteLe: entretiens.preBilan,
      ...parCle('echeancePreBilan'),
    });
  }
  if (aTenir(r.echeancePsp, entretiens.psp)) {
    brutes.push({
      cle: 'PSP',
      libelle: 'Plan d’action (PSP) à valider',
      debut,
      date: r.echeancePsp,
      faiteLe: entretiens.psp,
      ...parCle('echeancePsp'),
    });
  }
  if (r.pointEtape) {
    brutes.push({
      cle: 'POINT_ETAPE',
      libelle: entretiensLegaux.POINT_ETAPE.libelle,
      debut: r.pointEtape.debut,
      date: r.pointEtape.fin,
      faiteLe: entretiens.pointEtape,
      ...parCle('pointEtape'),
    });
  }
  if (r.bilan) {
    brutes.push({
      cle: 'BILAN',
      libelle: entretiensLegaux.BILAN.libelle,
      debut: r.bilan.debut,
      date: r.bilan.fin,
      faiteLe: entretiens.bilan,
      ...parCle('bilan'),
    });
  }
  return brutes;
}

function fin(evaluation: Evaluation, parCle: Expliquer): Brute[] {
  const { resultat: r } = evaluation;
  const brutes: Brute[] = [
    {
      cle: 'FIN_CSP',
      date: r.dateFinCsp!,
      faiteLe: null,
      ...finDouteuse(evaluation, parCle),
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

/**
 * Every deadline of the journey as seen on a day, in order of date, each with its rule and its reason; the month to declare is not one
 * of its own (`echeances-du-jour.ts`).
 * @param evaluation with everything known, deadlines to come included
 * @see R6–R13, R19, R22, R25
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
  const enDoute = douteuses(evaluation, jour);
  const enCsp = evaluation.resultat.debutCsp ? [...accompagnement(evaluation, parCle), ...fin(evaluation, parCle)] : [];
  const brutes = [...reflexion(evaluation, parCle), ...enCsp];
  return brutes
    .map(({ debut = undefined, ...brute }) => ({
      ...brute,
      ...(enDoute(brute.cle) && brute.faiteLe === null ? { aConfirmer: true as const } : {}),
      debut: debut ?? null,
      dernierJourUtile: estEntretienLegal(brute.cle) ? ouvrePrecedentOuEgal(brute.date, dossier.residence) : null,
      statut: statut(brute),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
