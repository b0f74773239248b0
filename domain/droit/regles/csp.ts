import { type DateCivile, joursEntre } from '../../calendrier/dates';
import { compter, couper } from '../../calendrier/intervalles';
import { ouvrePrecedentOuEgal } from '../../calendrier/jours-ouvres';
import type { DossierComplet } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { Resultat } from '../../dossier/resultat';
import type { CodeAlerte } from '../../faits/erreurs';
import { actualisations } from './actualisation';
import { conges } from './conges';
import type { ParcoursEcrit } from './courriers-prevus';
import { finPrime, idr, primes, suiviEmploi } from './emploi';
import { alertesEntretiens, bilan, type Entretiens, echeancePsp, lireEntretiens, pointEtape } from './entretiens';
import { activites } from './examen';
import { examinerFaits, type Faits, reintegrations } from './faits';
import { lireFormations, suivreFormations } from './formations';
import { type CompteCause, compterCauses } from './prolongations';
import type { Recus, Rejets } from './recus';
import type { Reflexion } from './reflexion';
import { reinscrire } from './reinscription';
import { echeanceContribution, periodeAffiliation, poserReperes } from './reperes';
import { suspensions } from './suspensions';

/** The journey from the first day of the CSP on: what letters, états and explanations need, and its keys of the result. */
export interface Csp {
  ecrit: ParcoursEcrit & { suspensions: NonNullable<Resultat['suspensions']> };
  faits: Faits;
  comptes: CompteCause[];
  entretiens: Entretiens;
  alertes: CodeAlerte[];
  cles: Partial<Resultat>;
}

/** Facts first, since they fix the last day of the CSP; everything else reads that day. @see R10–R28 */
export function parcourir(
  dossier: DossierComplet,
  p: Parametres,
  recus: Recus,
  rejets: Rejets,
  { fin: finContrat, debutCsp }: NonNullable<Reflexion['contrat']>,
  observeLe: DateCivile | null,
): Csp {
  const { residence } = dossier;
  const reperes = poserReperes(debutCsp, p);
  const faits = examinerFaits(recus, debutCsp, p, rejets);
  const { terme, dateFinCsp, motifFin } = faits;
  const suspendus = suspensions(faits.admis, debutCsp, dateFinCsp);

  const entretiens = lireEntretiens(recus, debutCsp, dateFinCsp, rejets);
  const attendus = {
    preBilan: reperes.echeancePreBilan,
    psp: echeancePsp(reperes, entretiens.preBilan, p),
    pointEtape: pointEtape(debutCsp, dateFinCsp, suspendus, p),
    bilan: bilan(dateFinCsp, motifFin, p),
  };
  const prolongation = joursEntre(reperes.termeInitial, terme);
  const instruites = primes(
    faits.emplois,
    recus,
    finPrime(reperes, prolongation, p),
    dossier,
    entretiens.psp,
    p,
    rejets,
  );
  const suivi = suiviEmploi(dateFinCsp, motifFin, p);
  const comptesConges = conges(recus, debutCsp, dateFinCsp, p, rejets);
  const formations = lireFormations(recus, debutCsp, dateFinCsp, rejets);
  const reinscription = reinscrire(recus, faits, residence, p, observeLe, rejets);
  const contribution = dossier.ancienneteMois >= ANCIENNETE_MOIS ? echeanceContribution(debutCsp) : null;
  const comptes = compterCauses(faits.decompte, debutCsp, terme);

  return {
    ecrit: {
      debutCsp,
      dateFinCsp,
      motifFin,
      suspensions: suspendus,
      contributionDue: contribution !== null,
      echeancePsp: attendus.psp,
      entretiens,
      pointEtape: attendus.pointEtape,
      bilan: attendus.bilan,
      primes: instruites,
      formations,
      suiviEmploi: suivi,
      reinscription,
    },
    faits,
    comptes,
    entretiens,
    alertes: [...alertesEntretiens(entretiens, attendus), ...alertesDuree(dossier, faits, comptesConges.depassement)],
    cles: {
      periodeReferenceAffiliation: periodeAffiliation(finContrat, dossier.dateNaissance, p),
      echeanceContributionEmployeur: contribution,
      echeancePreBilan: attendus.preBilan,
      dernierJourUtilePreBilan: ouvrePrecedentOuEgal(attendus.preBilan, residence),
      echeancePsp: attendus.psp,
      dernierJourUtilePsp: ouvrePrecedentOuEgal(attendus.psp, residence),
      pointEtape: attendus.pointEtape,
      finSixiemeMois: reperes.finSixiemeMois,
      finDixiemeMois: reperes.finDixiemeMois,
      termeInitial: reperes.termeInitial,
      prolongations: comptes.map(({ cause, joursConstates, plafondJours, joursAccordes }) => ({
        cause,
        joursConstates,
        plafondJours,
        joursAccordes,
      })),
      totalProlongationJours: prolongation,
      terme,
      dateFinCsp,
      motifFin,
      reintegrations: reintegrations(faits),
      suspensions: suspendus,
      joursActiviteCumules: compter(couper(activites(faits.admis), debutCsp, dateFinCsp)),
      bilan: attendus.bilan,
      primes: instruites.map(({ contrat: _, demande: __, ...prime }) => prime),
      idr: idr(faits.emplois, instruites, reperes.termeInitial, p),
      suiviEmploi: suivi,
      conges: comptesConges,
      formations: suivreFormations(formations, dateFinCsp, reinscription),
      reinscription,
      actualisations: actualisations(debutCsp, dateFinCsp),
      regimeAsp: dossier.ancienneteMois >= ANCIENNETE_MOIS ? 'ASP_75' : 'ASP_EGALE_ARE',
    },
  };
}

/**
 * A year in the company: ASP at 75 % of the reference salary, and the notice pay as the employer's contribution (L1233-69).
 * @see R9, R31, F25
 */
const ANCIENNETE_MOIS = 12;

function alertesDuree({ dateTauxPlein }: DossierComplet, faits: Faits, depassementConges: number): CodeAlerte[] {
  const alertes: [boolean, CodeAlerte][] = [
    [depassementConges > 0, 'CONGES_DEPASSES'],
    [dateTauxPlein !== undefined && dateTauxPlein <= faits.dateFinCsp, 'TAUX_PLEIN_PENDANT_CSP'],
    [faits.reintegrationImpossible, 'REINTEGRATION_IMPOSSIBLE_TERME_DEPASSE'],
  ];
  return alertes.filter(([levee]) => levee).map(([, code]) => code);
}
