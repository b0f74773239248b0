import { type DateCivile, enChiffres } from '../calendrier/dates';
import { ajouterJoursOuvres, ouvrePrecedentOuEgal } from '../calendrier/jours-ouvres';
import type { DossierComplet } from '../dossier/dossier';
import type { Evaluation } from '../droit/calculer';
import { jours as enJours } from '../droit/expliquer/mots';
import { estEntretienLegal } from '../faits/entretiens';
import type { Evenement } from '../faits/evenements';
import type { Fait } from '../faits/resoudre-journal';
import type { EtatParcours, MemoireCourrier, TacheDue } from './parcours';
import { reserveDite } from './reserve-dite';
import type { Echeance } from './situation';

/** Ouvrés days before an échéance at which someone is told that nothing is recorded yet (REGLES §7, counsellor alerts). */
const PROCHE_JOURS_OUVRES = 3;

/** Days of short jobs at which the cumul is worth a look, before its cap (REGLES §7, counsellor alerts). */
const SEUILS_CUMUL = [150, 180] as const;

/**
 * Tasks that the journey's state brings, and takes back: one that is open and no longer brought was seen to, or lost its object.
 */
export const TACHES_SUIVIES = [
  'BULLETIN_RECU',
  'DATES_CONNUES',
  'PIECES_A_REUNIR',
  'ECHEANCE_PROCHE',
  'ECHEANCE_DEPASSEE',
  'CUMUL_ACTIVITE',
  'CONGES_DEPASSES',
  'TAUX_PLEIN',
  'EMPLOYEUR_PARTICULIER',
  'A_CONFIRMER',
  'DATE_A_CONFIRMER',
  'ERREUR_A_DIRE',
] as const;

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
  /** Someone confirmed that nobody answered. */
  silenceConfirme?: boolean;
}

/** Tasks that the dates alone bring: the question of silence, dates to announce, interviews not held on time. */
export function tachesDuCalendrier(question: QuestionTaches): TacheDue[] {
  return [
    ...questionDuSilence(question),
    ...datesConnues(question),
    ...piecesAReunir(question),
    ...echeancesProches(question),
    ...entretiensManques(question),
    ...alertesARegarder(question),
    ...emploisChezUnParticulier(question),
  ];
}

/** The day from which an échéance not met yet is a task: three ouvrés days before it. */
export const jourProche = (echeance: Pick<Echeance, 'date'>, residence: string): DateCivile =>
  ajouterJoursOuvres(echeance.date, -PROCHE_JOURS_OUVRES, residence);

/** Échéances of which someone is told shortly before: the interviews, and the re-registration when the law asks for it. */
export const aRappeler = ({ cle, statut }: Echeance): boolean =>
  statut === 'A_VENIR' && (cle === 'REINSCRIPTION' || estEntretienLegal(cle));

/** Of an interview that the person is told she is not asked to: the bilan of one who retires (R22, R27). */
const sansConvocation = ({ evaluation }: QuestionTaches, { cle }: Echeance): boolean =>
  cle === 'BILAN' && evaluation.resultat.motifFin === 'RETRAITE';

function echeancesProches(question: QuestionTaches): TacheDue[] {
  const { etat, dossier, echeances, jour } = question;
  return echeances
    .filter((e) => aRappeler(e) && !sansConvocation(question, e) && jour >= jourProche(e, dossier.residence))
    .map((e) => ({
      cle: `${etat.numero}/ECHEANCE_PROCHE/${e.cle}/${e.date}`,
      type: 'ECHEANCE_PROCHE' as const,
      libelle: `${e.libelle} : au plus tard le ${enChiffres(e.date)}${reserveDite(e)}${jourOuvre(e)}, et rien n’est consigné.`,
      echeance: e.date,
    }));
}

/** The law's own date stands; when the agency is closed on it, the last day to act is said beside it. */
const jourOuvre = ({ date, dernierJourUtile }: Echeance): string =>
  dernierJourUtile === null || dernierJourUtile === date
    ? ''
    : ` (dernier jour ouvré : ${enChiffres(dernierJourUtile)})`;

/** What the CSP cannot start well without (C15 art. 5, S002); Jalon does not see the papers. */
function piecesAReunir({ etat, evaluation }: QuestionTaches): TacheDue[] {
  const { decision, dateDecision, debutCsp } = evaluation.resultat;
  if (decision !== 'ACCEPTATION' || !debutCsp || (etat.dateReprise ?? dateDecision!) > dateDecision!) return [];
  return [
    {
      cle: `${etat.numero}/PIECES_A_REUNIR`,
      type: 'PIECES_A_REUNIR',
      libelle:
        'Pièces à réunir pour le début du CSP : bulletin d’acceptation signé, copie d’une pièce d’identité, attestation de l’employeur, demande d’ASP.',
      echeance: debutCsp,
    },
  ];
}

function alertesARegarder({ etat, evaluation, jour }: QuestionTaches): TacheDue[] {
  const { joursActiviteCumules = 0, alertes = [], conges, chronologie } = evaluation.resultat;
  const plafond = evaluation.parametres.activiteCumulMaxJours;
  const { etat: ou } = chronologie!.at(-1)!;
  if (ou !== 'EN_CSP' && ou !== 'SUSPENDU') return [];
  const taches: TacheDue[] = [];
  const tache = (type: TacheDue['type'], cle: string, libelle: string) =>
    taches.push({ cle: `${etat.numero}/${type}/${cle}`, type, libelle, echeance: jour });
  for (const seuil of SEUILS_CUMUL) {
    if (plafond === null || joursActiviteCumules < seuil || seuil > plafond) continue;
    tache(
      'CUMUL_ACTIVITE',
      String(seuil),
      `Les emplois courts totalisent ${joursActiviteCumules} jours, ceux déjà prévus compris ; au ${plafond + 1}e, le CSP prend fin la veille : en parler avec la personne.`,
    );
  }
  if (alertes.includes('CONGES_DEPASSES')) {
    const jours = conges?.depassement ?? 0;
    tache('CONGES_DEPASSES', String(jours), `Les congés dépassent de ${enJours(jours)} ce que le CSP permet.`);
  }
  if (alertes.includes('TAUX_PLEIN_PENDANT_CSP')) {
    tache(
      'TAUX_PLEIN',
      'RETRAITE',
      'La retraite à taux plein est possible avant la fin du CSP : vérifier ce que la personne souhaite.',
    );
  }
  return taches;
}

/** Work for a private household is no activity of the CSP (code du travail, art. L1233-68, 3°): what becomes of it is not ours to say. */
function emploisChezUnParticulier({ etat, evaluation, evenements, jour }: QuestionTaches): TacheDue[] {
  const rejetes = new Set(evaluation.resultat.rejets?.map(({ index }) => index));
  return evenements.flatMap((evenement, index): TacheDue[] => {
    if (evenement.type !== 'REPRISE_EMPLOI' || !evenement.particulier || rejetes.has(index)) return [];
    if (etat.dateReprise !== null && evenement.debut < etat.dateReprise) return [];
    return [
      {
        cle: `${etat.numero}/EMPLOYEUR_PARTICULIER/${evenement.debut}`,
        type: 'EMPLOYEUR_PARTICULIER',
        libelle: `L’employeur du contrat commencé le ${enChiffres(evenement.debut)} est un particulier : ce travail n’est pas une activité du CSP (code du travail, art. L1233-68, 3°). Faire dire à France Travail ce qu’il change au CSP et à l’ASP, puis corriger ou annuler ce fait s’il ne compte pas.`,
        echeance: jour,
      },
    ];
  });
}

/** A fact that counts for nothing until a second person has seen it (R27). */
export const tachesAConfirmer = (numero: string, faits: Iterable<Fait>, jour: DateCivile): TacheDue[] =>
  [...faits].map(({ id, evenement }) => ({
    cle: `${numero}/A_CONFIRMER/${id}`,
    type: 'A_CONFIRMER',
    libelle: `Une sortie du CSP datée du ${enChiffres('date' in evenement ? evenement.date : jour)} attend la confirmation d’une seconde personne ; d’ici là, elle ne compte pas.`,
    echeance: jour,
  }));

function questionDuSilence({ etat, dossier, evaluation, jour, silenceConfirme }: QuestionTaches): TacheDue[] {
  if (silenceConfirme) return [];
  const { decision, finReflexion, finReflexionToleree } = evaluation.resultat;
  const quand = jourQuestionSilence(evaluation, dossier.residence);
  const silencieux = decision === 'EN_ATTENTE' || decision === 'REFUS_TACITE';
  if (quand === null || !silencieux || jour < quand || (etat.dateReprise ?? quand) > quand) return [];
  const tolere =
    finReflexionToleree! > finReflexion!
      ? ` après le ${enChiffres(finReflexionToleree!)}, jour ouvré suivant`
      : ' ensuite';
  return [
    {
      cle: `${etat.numero}/BULLETIN_RECU/${finReflexion}`,
      type: 'BULLETIN_RECU',
      libelle: `Bulletin d’acceptation reçu ? Fin du délai de réflexion : le ${enChiffres(finReflexion!)} ; sans réponse consignée, le silence vaut refus${tolere}.`,
      echeance: finReflexion!,
    },
  ];
}

/** The dates of a protected employee who accepted before the authorisation: a letter tells them, someone makes sure (R7). */
function datesConnues({ etat, evaluation, evenements }: QuestionTaches): TacheDue[] {
  const { decision, dateDecision, debutCsp, finContrat } = evaluation.resultat;
  const notification = evenements.findLast((e) => e.type === 'DECISION_AUTORISATION')?.date;
  if (decision !== 'ACCEPTATION' || !debutCsp || !notification || notification <= dateDecision!) return [];
  if (etat.dateReprise !== null && notification < etat.dateReprise) return [];
  return [
    {
      cle: `${etat.numero}/DATES_CONNUES/${debutCsp}`,
      type: 'DATES_CONNUES',
      libelle: `La décision de l’inspection du travail est connue : s’assurer que la personne et l’employeur connaissent la fin du contrat, le ${enChiffres(finContrat!)}, et le début du CSP, le ${enChiffres(debutCsp)}.`,
      echeance: debutCsp,
    },
  ];
}

function entretiensManques(question: QuestionTaches): TacheDue[] {
  const { etat, evaluation, echeances } = question;
  const dernier = evaluation.resultat.chronologie!.at(-1)!.etat;
  const accompagne = dernier === 'EN_CSP' || dernier === 'SUSPENDU';
  return (
    echeances
      .filter((e) => e.statut === 'PASSEE' && estEntretienLegal(e.cle) && !sansConvocation(question, e))
      // Once the CSP is over, only its bilan may still be held.
      .filter((e) => accompagne || e.cle === 'BILAN')
      .map((e) => ({
        cle: `${etat.numero}/ECHEANCE_DEPASSEE/${e.cle}/${e.date}`,
        type: 'ECHEANCE_DEPASSEE' as const,
        libelle: `${e.libelle} : la date limite du ${enChiffres(e.date)}${reserveDite(e)} est passée et rien n’est consigné.`,
        echeance: e.date,
      }))
  );
}

/** What no channel could carry in time, and a correction that itself stopped being true: someone tells the person. */
export function tachesDesCourriers(
  memoires: Readonly<Record<string, MemoireCourrier>>,
  titre: (code: string) => string,
  jour: DateCivile,
): TacheDue[] {
  return Object.entries(memoires).flatMap(([cle, { code, date, statut }]): TacheDue[] => {
    const nom = `« ${titre(code)} » du ${enChiffres(date)}`;
    if (statut === 'EN_TACHE') {
      const libelle = `${nom} n’a pas pu partir tant qu’il était utile : joindre la personne autrement.`;
      return [{ cle: `${cle}/COURRIER_NON_PARTI`, type: 'COURRIER_NON_PARTI', libelle, echeance: jour }];
    }
    if (statut !== 'RECTIFIE' || code !== 'RECTIFICATION') return [];
    const libelle = `${nom} est parti et ne dit plus vrai : prévenir son destinataire.`;
    return [{ cle: `${cle}/COURRIER_DEVENU_FAUX`, type: 'COURRIER_DEVENU_FAUX', libelle, echeance: jour }];
  });
}
