import { ajouterJours, type DateCivile } from '../calendrier/dates';
import type { Periode } from '../calendrier/intervalles';
import { ouvrePrecedentOuEgal, ouvreSuivantOuEgal } from '../calendrier/jours-ouvres';
import { annonceDeFin } from '../catalogue/annonces-de-fin';
import { basePeriode, jourDeBase } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { DossierComplet } from '../dossier/dossier';
import type { Parametres } from '../dossier/parametres';
import type { Resultat } from '../dossier/resultat';
import { type DouteDuParcours, finPrimeProche } from '../droit/doutes-du-parcours';
import { datesDites } from '../faits/dates-dites';
import { definitions, type Evenement } from '../faits/evenements';
import type { Fait } from '../faits/resoudre-journal';
import { baseExclusion } from './lettre-exclusion';
import type { EtatParcours } from './parcours';
import { estSue } from './portees';
import type { FaitSitue } from './situation';

export interface QuestionEvenements {
  etat: EtatParcours;
  dossier: Pick<DossierComplet, 'dateRemise' | 'residence' | 'ancienneteMois'>;
  parametres: Parametres;
  /** With everything known, whatever the day. */
  resultat: Resultat;
  /** Facts that count or not, and what the rules say of them. */
  faits: readonly Fait[];
  situes: readonly FaitSitue[];
  changements: EtatParcours['changements'];
  /** What the letter of an exclusion states of its facts; null where it states none. @see faitsCites */
  faitsCites: string | null;
  /** Doubts on which its dates rest. */
  doutes: readonly DouteDuParcours[];
  jour: DateCivile;
}

/** Days before the contribution is due on which the employer is reminded of it. */
const RAPPEL_CONTRIBUTION_JOURS = 10;

/**
 * Letters born of what happens in the journey; the live journey alone sends them, `calculer` knows none.
 * @see REGLES §7, "Event-driven"
 */
export const courriersDesEvenements = (question: QuestionEvenements): CourrierPrevu[] => [
  ...courriersDeProlongation(question.etat, question.changements),
  ...suspensions(question),
  ...retours(question),
  ...reintegrations(question),
  ...decisionInspection(question),
  ...conges(question),
  ...primeDernierMois(question),
  ...finsAnnoncees(question),
  ...relanceReinscription(question),
  ...rejets(question),
  ...rappelContribution(question),
];

/**
 * A letter that leaves the day its cause is known keeps, once remembered, the day it was first due. What had begun before the journey
 * was taken over, and is known as it is, belongs to that day: nothing of ours is to be sent.
 */
function desQueConnu(
  { etat, jour }: QuestionEvenements,
  code: CourrierPrevu['code'],
  base: string,
  depuis: DateCivile = jour,
  destinataire: CourrierPrevu['destinataire'] = 'BENEFICIAIRE',
): CourrierPrevu {
  const memoire = Object.values(etat.courriers).find(
    (c) => c.code === code && c.base === base && c.destinataire === destinataire,
  );
  const deja = etat.version === 0 && etat.dateReprise !== null && depuis < etat.dateReprise;
  return { code, destinataire, base, date: memoire?.date ?? (deja ? depuis : jour) };
}

/**
 * PROLONGATION letters: those of the changes of term still to announce, and those that left, or that another letter said. One that waits
 * for a change since replaced by another is no longer wanted, nor one left to a letter that did not say it.
 */
export function courriersDeProlongation(etat: EtatParcours, changements: EtatParcours['changements']): CourrierPrevu[] {
  const aAnnoncer = Object.keys(changements).flatMap((base) =>
    (['BENEFICIAIRE', 'CONSEILLER'] as const).map((destinataire) => ({
      code: 'PROLONGATION',
      destinataire,
      base,
      date: jourDeBase(base)!,
    })),
  );
  const partis = Object.values(etat.courriers)
    .filter((c) => c.code === 'PROLONGATION' && c.statut !== 'A_REPRENDRE' && c.statut !== 'RETENU')
    .filter((c) => c.statut !== 'ANNULE' || (c.destinataire === 'BENEFICIAIRE' && estSue(etat.courriers, c.base)))
    .map(({ code, destinataire, base, date }) => ({ code, destinataire, base, date }));
  return [...aAnnoncer, ...partis];
}

/** Days on which a broken trial brings the person back: REINTEGRATION says more than a suspension and its end (R16). */
const retoursDEssai = ({ reintegrations = [] }: Resultat): ReadonlySet<DateCivile> =>
  new Set(reintegrations.map((r) => r.date));

/** A letter for each period that is not over when it is first known; once it was tried, it is wanted for ever. */
const surPeriodes = (
  question: QuestionEvenements,
  code: CourrierPrevu['code'],
  periodes: readonly Periode[],
): CourrierPrevu[] =>
  periodes.flatMap((periode) => {
    const lettre = desQueConnu(question, code, basePeriode(periode), periode.debut);
    return periode.fin >= question.jour || lettre.date < question.jour ? [lettre] : [];
  });

/** One for each suspension (R24); a broken trial has its own letter. */
function suspensions(question: QuestionEvenements): CourrierPrevu[] {
  const retoursEssai = retoursDEssai(question.resultat);
  const { suspensions: toutes = [] } = question.resultat;
  return surPeriodes(
    question,
    'SUSPENSION',
    toutes.filter(({ fin }) => !retoursEssai.has(ajouterJours(fin, 1))),
  );
}

/** The day after a suspension, unless the person comes back from a broken trial. */
function retours({ resultat, dossier: { residence } }: QuestionEvenements): CourrierPrevu[] {
  const chronologie = resultat.chronologie ?? [];
  const retoursEssai = retoursDEssai(resultat);
  return chronologie
    .filter(({ etat, date }, rang) => {
      const revient = etat === 'EN_CSP' && chronologie[rang - 1]?.etat === 'SUSPENDU';
      return revient && !retoursEssai.has(date);
    })
    .map(({ date }) => ({
      code: 'RETOUR',
      destinataire: 'BENEFICIAIRE',
      base: date,
      date: ouvreSuivantOuEgal(date, residence),
    }));
}

function reintegrations(question: QuestionEvenements): CourrierPrevu[] {
  return (question.resultat.reintegrations ?? []).map(({ date }) => desQueConnu(question, 'REINTEGRATION', date, date));
}

/** What the rules count. */
function retenus({ faits, situes }: QuestionEvenements): Evenement[] {
  const ids = new Set(situes.filter(({ statut }) => statut === 'RETENU').map(({ id }) => id));
  return faits.filter(({ id }) => ids.has(id)).map(({ evenement }) => evenement);
}

/** One for each leave, with the balance (R21). */
const conges = (question: QuestionEvenements): CourrierPrevu[] =>
  surPeriodes(
    question,
    'CONGES_ENREGISTRES',
    retenus(question).flatMap((evenement) => (evenement.type === 'CONGES' ? [evenement] : [])),
  );

/** Days before the last one to be hired with a prime, on which the person is told of it, once: the mark that it is keyed by never moves (R10). */
const PRIME_DERNIER_MOIS_JOURS = 30;

/** Whoever may still have the prime is told in the last month by the nearest reading, unless she has it, or leaves before its last day (R17). */
function primeDernierMois({ dossier, parametres: p, resultat, doutes }: QuestionEvenements): CourrierPrevu[] {
  const { finDixiemeMois = null, dateFinCsp, primes = [] } = resultat;
  const dernier = finPrimeProche(resultat, doutes, p);
  if (finDixiemeMois === null || dernier === null || !dateFinCsp || dateFinCsp < dernier) return [];
  if (dossier.ancienneteMois < p.primeAncienneteMois || primes.some(({ statut }) => statut === 'RECEVABLE')) return [];
  const date = ouvrePrecedentOuEgal(ajouterJours(dernier, -PRIME_DERNIER_MOIS_JOURS), dossier.residence);
  return [{ code: 'PRIME_DERNIER_MOIS', destinataire: 'BENEFICIAIRE', base: finDixiemeMois, date }];
}

/** The labour inspector's decision on a protected employee: both are told the same day what it gives (R7). */
function decisionInspection(question: QuestionEvenements): CourrierPrevu[] {
  const decision = retenus(question).findLast((evenement) => evenement.type === 'DECISION_AUTORISATION');
  if (decision === undefined) return [];
  const { date } = decision;
  return (['BENEFICIAIRE', 'EMPLOYEUR'] as const).map((destinataire) =>
    desQueConnu(question, 'DECISION_INSPECTION', date, date, destinataire),
  );
}

/** As soon as it is known, before its day if it can be. */
function finsAnnoncees(question: QuestionEvenements): CourrierPrevu[] {
  const { dateFinCsp, motifFin } = question.resultat;
  const code = annonceDeFin(motifFin);
  if (!dateFinCsp || !code) return [];
  const base = code === 'SORTIE_DECIDEE' ? baseExclusion(question.etat, dateFinCsp, question.faitsCites) : dateFinCsp;
  return [desQueConnu(question, code, base, ajouterJours(dateFinCsp, 1))];
}

/** Days after the last one to register again without losing any, on which the person is told that each day now costs (R25). */
const RELANCE_REINSCRIPTION_JOURS = 2;

function relanceReinscription({
  resultat: { reinscription },
  dossier: { residence },
}: QuestionEvenements): CourrierPrevu[] {
  if (!reinscription?.requise) return [];
  const { limite, dateDemande } = reinscription;
  const date = ouvreSuivantOuEgal(ajouterJours(limite, RELANCE_REINSCRIPTION_JOURS), residence);
  if (dateDemande && dateDemande <= date) return [];
  return [{ code: 'RELANCE_REINSCRIPTION', destinataire: 'BENEFICIAIRE', base: limite, date }];
}

/**
 * A declaration that a rule rejects is answered, once someone recorded it all the same (R28); not one whose days are all before the
 * proposition: a year mistyped, or what was declared of another life, of which this journey has nothing to say to the person. Once
 * tried, it is wanted for ever.
 */
function rejets(question: QuestionEvenements): CourrierPrevu[] {
  const evenements = new Map(question.faits.map(({ id, evenement }) => [id, evenement]));
  const deja = new Set(Object.values(question.etat.courriers).flatMap((c) => (c.code === 'REJET' ? [c.base] : [])));
  const repondre = (evenement: Evenement): boolean =>
    definitions[evenement.type].declaration &&
    datesDites(evenement).some((jour) => jour >= question.dossier.dateRemise);
  return question.situes
    .filter(({ id, statut }) => statut === 'ECARTE' && (deja.has(id) || repondre(evenements.get(id)!)))
    .map(({ id }) => desQueConnu(question, 'REJET', id));
}

/** The employer is reminded of the contribution a little before it is due (R9). */
function rappelContribution({ resultat, dossier: { residence } }: QuestionEvenements): CourrierPrevu[] {
  const echeance = resultat.echeanceContributionEmployeur;
  if (!echeance) return [];
  const date = ouvrePrecedentOuEgal(ajouterJours(echeance, -RAPPEL_CONTRIBUTION_JOURS), residence);
  return [{ code: 'CONTRIBUTION_RAPPEL', destinataire: 'EMPLOYEUR', base: echeance, date }];
}
