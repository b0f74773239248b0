import type { Evaluation } from './calculer';
import { type DateCivile, enChiffres } from './dates';
import type { DossierComplet } from './dossier';
import type { Evenement } from './evenements';
import { ouvrePrecedentOuEgal } from './jours-ouvres';
import type { EtatParcours, MemoireCourrier, TacheDue } from './parcours';
import type { Echeance } from './situation';

/** Interviews whose missed deadline is someone's task. */
export const ENTRETIENS = ['PRE_BILAN', 'PSP', 'POINT_ETAPE', 'BILAN'];

/** The last ouvré day of the reflection, when silence is first asked about (REGLES §7). */
export function jourQuestionSilence({ resultat }: Evaluation, residence: string): DateCivile | null {
  return resultat.finReflexion ? ouvrePrecedentOuEgal(resultat.finReflexion, residence) : null;
}

export interface QuestionTaches {
  etat: EtatParcours;
  dossier: DossierComplet;
  evaluation: Evaluation;
  evenements: readonly Evenement[];
  echeances: readonly Echeance[];
  jour: DateCivile;
}

/** Tasks that the dates alone bring: the question of silence, dates to announce, interviews not held on time. */
export function tachesDuCalendrier(question: QuestionTaches): TacheDue[] {
  return [...questionDuSilence(question), ...datesConnues(question), ...entretiensManques(question)];
}

function questionDuSilence({ etat, dossier, evaluation, jour }: QuestionTaches): TacheDue[] {
  const { decision, finReflexion } = evaluation.resultat;
  const quand = jourQuestionSilence(evaluation, dossier.residence);
  const silencieux = decision === 'EN_ATTENTE' || decision === 'REFUS_TACITE';
  if (quand === null || !silencieux || jour < quand || (etat.dateReprise ?? quand) > quand) return [];
  return [
    {
      cle: `${etat.numero}/BULLETIN_RECU/${finReflexion}`,
      type: 'BULLETIN_RECU',
      libelle: `Bulletin d’adhésion reçu ? Le délai de réflexion se termine le ${enChiffres(finReflexion!)} ; sans réponse consignée, le silence vaudra refus.`,
      echeance: finReflexion!,
    },
  ];
}

/** The dates of a protected employee who accepted before the authorisation: no letter of the catalogue tells them (R7). */
function datesConnues({ etat, evaluation, evenements }: QuestionTaches): TacheDue[] {
  const { decision, dateDecision, debutCsp, finContrat } = evaluation.resultat;
  const notification = evenements.findLast((e) => e.type === 'DECISION_AUTORISATION')?.date;
  if (decision !== 'ACCEPTATION' || !debutCsp || !notification || notification <= dateDecision!) return [];
  if (etat.dateReprise !== null && notification < etat.dateReprise) return [];
  return [
    {
      cle: `${etat.numero}/DATES_CONNUES/${debutCsp}`,
      type: 'DATES_CONNUES',
      libelle: `La décision de l’inspection du travail est connue : annoncer à la personne et à l’employeur la fin du contrat, le ${enChiffres(finContrat!)}, et le début du CSP, le ${enChiffres(debutCsp)}.`,
      echeance: debutCsp,
    },
  ];
}

function entretiensManques({ etat, evaluation, echeances }: QuestionTaches): TacheDue[] {
  const dernier = evaluation.resultat.chronologie!.at(-1)!.etat;
  const accompagne = dernier === 'EN_CSP' || dernier === 'SUSPENDU';
  return (
    echeances
      .filter((e) => e.statut === 'PASSEE' && ENTRETIENS.includes(e.cle))
      // Once the CSP is over, only its bilan may still be held.
      .filter((e) => accompagne || e.cle === 'BILAN')
      .map((e) => ({
        cle: `${etat.numero}/ECHEANCE_DEPASSEE/${e.cle}/${e.date}`,
        type: 'ECHEANCE_DEPASSEE' as const,
        libelle: `${e.libelle} : la date limite du ${enChiffres(e.date)} est passée et rien n’est consigné.`,
        echeance: e.date,
      }))
  );
}

/** A letter that left and became false: someone tells the person, until its rectification is a letter of its own. */
export function courriersDevenusFaux(
  memoires: Readonly<Record<string, MemoireCourrier>>,
  titre: (code: string) => string,
  jour: DateCivile,
): TacheDue[] {
  return Object.entries(memoires)
    .filter(([, memoire]) => memoire.statut === 'RECTIFIE')
    .map(([cle, { code, date }]) => ({
      cle: `${cle}/COURRIER_DEVENU_FAUX`,
      type: 'COURRIER_DEVENU_FAUX' as const,
      libelle: `« ${titre(code)} » du ${enChiffres(date)} est parti et ne dit plus vrai : prévenir son destinataire.`,
      echeance: jour,
    }));
}
