import { ajouterJours, ajouterMois, type DateCivile, max } from '../../calendrier/dates';
import { ouvreSuivantOuEgal } from '../../calendrier/jours-ouvres';
import type { DossierComplet } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { Decision } from '../../dossier/resultat';
import { contratDejaFini } from './eligibilite';
import { parDatePuisArrivee, type Recu, type Recus, type Rejets } from './recus';

/** The reflection and what came out of it. */
export interface Reflexion {
  /** Unknown while a protected employee's authorisation is awaited. */
  finReflexion: DateCivile | null;
  /** Last day on which an answer is taken: never announced, silence is a refusal only after it. @see REGLES §9 */
  finReflexionToleree: DateCivile | null;
  decision: Decision;
  dateDecision: DateCivile | null;
  /** Day the employer was notified of the authorisation or of its refusal. */
  notification: DateCivile | null;
  /** Earliest answer accepted, REFUS included: it stops the reminders. @see F33 */
  premiereReponse: DateCivile | null;
  /** The CSP follows: accepted, and its start is known. */
  contrat: { fin: DateCivile; debutCsp: DateCivile } | null;
  /** Accepted after the day announced, on a day that is only tolerated. */
  dansLeReport: boolean;
  prescriptionContestation: DateCivile | null;
}

/** Twelve months to challenge the break of the contract (code du travail, art. L1233-67). */
const PRESCRIPTION_MOIS = 12;

/** @see R6, R7, R8, R9, F8, F9, F10 */
export function reflechir(
  dossier: DossierComplet,
  parametres: Parametres,
  recus: Recus,
  rejets: Rejets,
  dateObservation: DateCivile | null,
): Reflexion {
  const autorisation = lireAutorisation(dossier, recus.pour('AUTORISATION'), rejets);
  const finReflexion = calculerFin(dossier, parametres, autorisation);
  const finReflexionToleree = tolerer(finReflexion, dossier, parametres);
  const { admise, premiere } = trierReponses(dossier, finReflexionToleree, recus.pour('REPONSE'), rejets);

  const { decision, dateDecision } = decider(autorisation, admise, finReflexionToleree, dateObservation);
  const accepte = decision === 'ACCEPTATION' && dateDecision !== null && finReflexion !== null;
  const dansLeReport = accepte && dateDecision > finReflexion;
  const finAdmise = dansLeReport ? finReflexionToleree : finReflexion;
  return {
    finReflexion,
    finReflexionToleree,
    decision,
    dateDecision,
    notification: autorisation?.date ?? null,
    premiereReponse: premiere,
    contrat: accepte && finAdmise !== null ? rompreContrat(dossier, finAdmise) : null,
    dansLeReport,
    // Any acceptance starts it, even one that a refused authorisation overrides (F11).
    prescriptionContestation: admise?.reponse === 'ACCEPTATION' ? ajouterMois(admise.date, PRESCRIPTION_MOIS) : null,
  };
}

/** @see R7, R8, F11 */
function decider(
  autorisation: Autorisation | null,
  admise: Reponse | null,
  finToleree: DateCivile | null,
  dateObservation: DateCivile | null,
): Pick<Reflexion, 'decision' | 'dateDecision'> {
  if (autorisation?.decision === 'REFUSE') return { decision: 'AUTORISATION_REFUSEE', dateDecision: autorisation.date };
  if (admise !== null) return { decision: admise.reponse, dateDecision: admise.date };
  const enAttente = finToleree === null || (dateObservation !== null && dateObservation <= finToleree);
  if (enAttente) return { decision: 'EN_ATTENTE', dateDecision: null };
  return { decision: 'REFUS_TACITE', dateDecision: ajouterJours(finToleree, 1) };
}

interface Autorisation {
  date: DateCivile;
  decision: 'AUTORISE' | 'REFUSE';
}

/** The last decision to arrive counts; one notified before the proposal counts as of the proposal. @see R7, F9 */
function lireAutorisation(
  { salarieProtege, dateRemise }: DossierComplet,
  decisions: readonly Recu<'DECISION_AUTORISATION'>[],
  rejets: Rejets,
): Autorisation | null {
  if (!salarieProtege) {
    for (const decision of decisions) rejets.rejeter(decision, 'SALARIE_NON_PROTEGE');
    return null;
  }
  const derniere = decisions.at(-1);
  return derniere === undefined ? null : { date: max(derniere.date, dateRemise), decision: derniere.decision };
}

/** @see R6, R7 */
function calculerFin(
  { salarieProtege, dateRemise, residence }: DossierComplet,
  { delaiReflexionJours, reportFinReflexion }: Parametres,
  autorisation: Autorisation | null,
): DateCivile | null {
  const echeance = ajouterJours(dateRemise, delaiReflexionJours);
  const fin = reportFinReflexion === 'OUVRE_SUIVANT' ? ouvreSuivantOuEgal(echeance, residence) : echeance;
  if (!salarieProtege) return fin;
  return autorisation === null ? null : max(fin, ajouterJours(autorisation.date, 1));
}

/** The first ouvré day from the one announced on, where the règlement tolerates it. @see R6, F9 */
const tolerer = (
  finReflexion: DateCivile | null,
  { residence }: DossierComplet,
  { reportFinReflexion }: Parametres,
): DateCivile | null =>
  finReflexion !== null && reportFinReflexion === 'TOLERE' ? ouvreSuivantOuEgal(finReflexion, residence) : finReflexion;

type Reponse = { date: DateCivile; reponse: 'ACCEPTATION' | 'REFUS' };

/** A REFUS may become an ACCEPTATION; an ACCEPTATION stays. @see R8, F8 */
function trierReponses(
  { dateRemise }: DossierComplet,
  finToleree: DateCivile | null,
  reponses: Recu<'REPONSE_SALARIE'>[],
  rejets: Rejets,
): { admise: Reponse | null; premiere: DateCivile | null } {
  let admise: Reponse | null = null;
  let premiere: DateCivile | null = null;
  for (const recue of reponses.sort(parDatePuisArrivee((e) => e.date))) {
    const { date, reponse } = recue;
    const accepte = admise?.reponse === 'ACCEPTATION';
    if (date < dateRemise) rejets.rejeter(recue, 'REPONSE_AVANT_REMISE');
    else if (finToleree !== null && date > finToleree) rejets.rejeter(recue, 'REPONSE_HORS_DELAI');
    else if (reponse === 'REFUS' && accepte) rejets.rejeter(recue, 'RETRACTATION_NON_PREVUE');
    else if (reponse !== 'REFUS' && reponse !== 'ACCEPTATION') rejets.rejeter(recue, 'REPONSE_INCONNUE');
    else {
      premiere ??= date;
      if (!accepte) admise = { date, reponse };
    }
  }
  return { admise, premiere };
}

/** @param finReflexion the tolerated day, for who accepted after the one announced @see R9, F13 */
function rompreContrat(dossier: DossierComplet, finReflexion: DateCivile): { fin: DateCivile; debutCsp: DateCivile } {
  const fin = contratDejaFini(dossier) ? (dossier.finContratPrevue as DateCivile) : finReflexion;
  return { fin, debutCsp: ajouterJours(max(finReflexion, fin), 1) };
}
