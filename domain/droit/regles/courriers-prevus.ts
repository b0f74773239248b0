import { ajouterJours, comparer, type DateCivile, max, ORIGINE } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { ouvrePrecedentOuEgal, ouvreSuivantOuEgal } from '../../calendrier/jours-ouvres';
import type { CodeCourrier } from '../../catalogue/catalogue';
import { baseDatee } from '../../catalogue/cle-courrier';
import type { CourrierPrevu } from '../../catalogue/courrier-prevu';
import type { DossierComplet } from '../../dossier/dossier';
import type { Parametres } from '../../dossier/parametres';
import type { Destinataire, MotifFin, Resultat } from '../../dossier/resultat';
import type { PrimeSuivie } from './emploi';
import type { Entretiens } from './entretiens';
import type { Recu } from './recus';
import type { Reflexion } from './reflexion';

/** The journey from the start of the CSP on, as its letters see it. */
export interface ParcoursEcrit {
  debutCsp: DateCivile;
  dateFinCsp: DateCivile;
  motifFin: MotifFin;
  /** The employer owes a contribution. @see R9 */
  contributionDue: boolean;
  echeancePsp: DateCivile;
  entretiens: Entretiens;
  pointEtape: Periode | null;
  bilan: Periode | null;
  primes: readonly PrimeSuivie[];
  formations: readonly Recu<'FORMATION'>[];
  suiviEmploi: NonNullable<Resultat['suiviEmploi']> | null;
  reinscription: NonNullable<Resultat['reinscription']>;
}

type Lettre = CourrierPrevu & { code: CodeCourrier };

const lettre = (code: CodeCourrier, destinataire: Destinataire, date: DateCivile, base: string = date): Lettre => ({
  code,
  destinataire,
  date,
  base,
});

/** "On or before that day": compares with the day the letter leaves, once shifted. @see F31 */
const auPlusTard = (fait: DateCivile | null, date: DateCivile): boolean => fait !== null && fait <= date;

/** Every letter that the rules want, whether its day is past or to come. @see REGLES §7, F31–F34 */
export function courriersPrevus(
  dossier: DossierComplet,
  reflexion: Reflexion,
  parcours: ParcoursEcrit | null,
  p: Parametres,
): CourrierPrevu[] {
  const lettres = courriersReflexion(dossier, reflexion, p);
  if (parcours !== null) {
    lettres.push(
      ...courriersAccompagnement(parcours, dossier.residence, p),
      ...courriersEmploi(parcours, dossier.residence, p),
      ...courriersFin(parcours, dossier.residence, p),
    );
  }
  const deces = parcours?.motifFin === 'DECES' ? parcours.dateFinCsp : null;
  return lettres
    .filter(({ destinataire, date }) => deces === null || destinataire !== 'BENEFICIAIRE' || date <= deces)
    .sort((a, b) => comparer(a.date, b.date) || comparer(a.code, b.code) || comparer(a.destinataire, b.destinataire));
}

/** Days that the employer has to complete the model of his letter and to send it. */
const PREAVIS_MODELE_JOURS = 10;

function courriersReflexion(dossier: DossierComplet, reflexion: Reflexion, p: Parametres): Lettre[] {
  const { finReflexion, finReflexionToleree, decision, dateDecision } = reflexion;
  const lettres = [lettre('C01_PROPOSITION', 'BENEFICIAIRE', dossier.dateRemise)];
  if (decision === 'ACCEPTATION' && dateDecision !== null) {
    lettres.push(
      lettre('C04_ADHESION', 'BENEFICIAIRE', dateDecision),
      lettre('C04_ADHESION', 'EMPLOYEUR', dateDecision),
    );
  }
  if (finReflexion === null || finReflexionToleree === null || decision === 'AUTORISATION_REFUSEE') return lettres;

  lettres.push(...rappelsReflexion(dossier, finReflexion, reflexion, p));
  const { dateEnvoiLicenciement } = dossier;
  if (dateEnvoiLicenciement !== undefined && dateEnvoiLicenciement <= finReflexion) {
    const prete = ouvrePrecedentOuEgal(ajouterJours(dateEnvoiLicenciement, -PREAVIS_MODELE_JOURS), dossier.residence);
    const date = max(prete, dossier.dateRemise);
    lettres.push(lettre('C03_LICENCIEMENT_CONDITIONNEL', 'EMPLOYEUR', date, dateEnvoiLicenciement));
  }
  if (decision === 'REFUS' || decision === 'REFUS_TACITE') {
    const lendemain = ajouterJours(finReflexionToleree, 1);
    lettres.push(lettre('C05_REFUS', 'BENEFICIAIRE', lendemain), lettre('C05_REFUS', 'EMPLOYEUR', lendemain));
  }
  return lettres;
}

/** Reminders while no answer is accepted; for a protected employee, not before the notification. @see F33 */
function rappelsReflexion(
  { dateRemise, residence }: DossierComplet,
  finReflexion: DateCivile,
  { notification, premiereReponse }: Reflexion,
  p: Parametres,
): Lettre[] {
  const parJour = new Map<DateCivile, Lettre>();
  for (const jours of p.rappelReflexionJours) {
    const decale = ouvrePrecedentOuEgal(ajouterJours(finReflexion, -jours), residence);
    if (decale <= dateRemise) continue;
    const date = notification === null ? decale : max(decale, notification);
    if (parJour.has(date) || auPlusTard(premiereReponse, date)) continue;
    parJour.set(date, lettre('C02_RAPPEL_REFLEXION', 'BENEFICIAIRE', date, baseDatee(finReflexion, -jours)));
  }
  return [...parJour.values()];
}

/** Ends that a SORTIE decides: nobody is summoned to a bilan after them. @see F34 */
const SORTIES: readonly MotifFin[] = ['ABANDON', 'MANQUEMENT', 'FAUSSE_DECLARATION', 'RETRAITE', 'DECES'];

/** Summons to the interviews, and the employer's contribution. @see F34 */
function courriersAccompagnement(c: ParcoursEcrit, residence: string, p: Parametres): Lettre[] {
  const { debutCsp, dateFinCsp, entretiens } = c;
  const debutOuvre = ouvreSuivantOuEgal(debutCsp, residence);
  const lettres = c.contributionDue ? [lettre('C10_CONTRIBUTION', 'EMPLOYEUR', debutOuvre, debutCsp)] : [];

  if (debutOuvre <= dateFinCsp && !auPlusTard(entretiens.preBilan, debutOuvre)) {
    lettres.push(lettre('C06_CONVOCATION_PRE_BILAN', 'BENEFICIAIRE', debutOuvre, debutCsp));
  }
  const psp = convocation('C07_CONVOCATION_PSP', c.echeancePsp, residence, p, debutCsp);
  if (psp.date <= dateFinCsp && !auPlusTard(entretiens.psp, psp.date)) lettres.push(psp);
  if (c.pointEtape !== null) {
    lettres.push(convocation('C08_CONVOCATION_POINT_ETAPE', c.pointEtape.debut, residence, p));
  }
  if (c.bilan !== null && c.motifFin === 'TERME') {
    lettres.push(convocation('C09_CONVOCATION_BILAN', c.bilan.debut, residence, p));
  } else if (c.bilan !== null && !SORTIES.includes(c.motifFin)) {
    const lendemain = ajouterJours(dateFinCsp, 1);
    lettres.push(lettre('C09_CONVOCATION_BILAN', 'BENEFICIAIRE', ouvreSuivantOuEgal(lendemain, residence), lendemain));
  }
  return lettres;
}

/** Some days before an interview, on a working day; not before `auPlusTot` but for that. */
function convocation(
  code: CodeCourrier,
  entretien: DateCivile,
  residence: string,
  p: Parametres,
  auPlusTot = ORIGINE,
): Lettre {
  const base = max(ajouterJours(entretien, -p.convocationJoursAvant), auPlusTot);
  return lettre(code, 'BENEFICIAIRE', ouvrePrecedentOuEgal(base, residence), base);
}

/** The prime, while the job lasts, and the counsellor's follow-up. */
function courriersEmploi(c: ParcoursEcrit, residence: string, p: Parametres): Lettre[] {
  const lettres: Lettre[] = [];
  for (const { contrat, refus, demande } of c.primes) {
    if (refus.length > 0) continue;
    const annonce = ouvreSuivantOuEgal(contrat.debut, residence);
    if (contrat.finReelle >= annonce) lettres.push(lettre('C11_PRIME', 'BENEFICIAIRE', annonce, contrat.debut));
    const echeance = ajouterJours(contrat.debut, p.rappelPrimeJours);
    const rappel = ouvrePrecedentOuEgal(echeance, residence);
    if (contrat.finReelle >= rappel && !auPlusTard(demande, rappel)) {
      lettres.push(lettre('C12_RAPPEL_PRIME', 'BENEFICIAIRE', rappel, echeance));
    }
  }
  for (const jalon of c.suiviEmploi?.jalons ?? []) {
    const contact = ouvrePrecedentOuEgal(jalon, residence);
    if (!auPlusTard(c.reinscription.dateDemande, contact)) {
      lettres.push(lettre('C17_SUIVI_EMPLOI', 'CONSEILLER', contact, jalon));
    }
  }
  return lettres;
}

/** The end of the CSP and the re-registration. */
function courriersFin(c: ParcoursEcrit, residence: string, p: Parametres): Lettre[] {
  const { dateFinCsp, reinscription } = c;
  const lettres: Lettre[] = [];

  if (c.motifFin === 'TERME') {
    const echeance = ajouterJours(dateFinCsp, -p.courrierFinJoursAvant);
    const date = ouvrePrecedentOuEgal(echeance, residence);
    lettres.push(lettre('C13_FIN_CSP', 'BENEFICIAIRE', date, echeance));
    if (c.formations.some(({ fin }) => fin > dateFinCsp)) {
      lettres.push(lettre('C18_FORMATION_POURSUITE', 'BENEFICIAIRE', date, echeance));
    }
  }
  if (reinscription.requise) {
    const cessation = ajouterJours(dateFinCsp, p.courrierCessationJours);
    lettres.push(lettre('C14_CESSATION_INSCRIPTION', 'BENEFICIAIRE', cessation));
    for (const jours of p.rappelReinscriptionJours) {
      const date = ajouterJours(dateFinCsp, jours);
      if (!auPlusTard(reinscription.dateDemande, date)) {
        lettres.push(lettre('C15_RAPPEL_REINSCRIPTION', 'BENEFICIAIRE', date, baseDatee(dateFinCsp, jours)));
      }
    }
  }
  if (reinscription.dateDemande !== null) {
    const lendemain = ajouterJours(reinscription.dateDemande, 1);
    lettres.push(lettre('C16_CONFIRMATION_REINSCRIPTION', 'BENEFICIAIRE', lendemain));
  }
  return lettres;
}
