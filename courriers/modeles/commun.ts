import { ajouterJours, type DateCivile, max } from '../../domain/dates';
import type { CauseProlongation, CauseSuspension, Periode } from '../../domain/resultat';
import type { LigneDate } from '../contenu';
import { type Contexte, FRANCE_TRAVAIL, jourLong } from '../contexte';
import { fort, type Texte, t, typographie } from '../texte';

/** A line of the table of dates, left out when the date is unknown. */
export const ligne = (libelle: string, d: DateCivile | null | undefined): LigneDate[] =>
  d ? [{ libelle: typographie(libelle), valeur: jourLong(d) }] : [];

/** A window of days in the table of dates; once it has begun, only its last day is said. */
export const fenetre = (libelle: string, { debut, fin }: Periode, jour: DateCivile): LigneDate[] => [
  {
    libelle: typographie(libelle),
    valeur: jour < debut ? `du ${jourLong(debut)} au ${jourLong(fin)}` : `au plus tard le ${jourLong(fin)}`,
  },
];

/** First day of the CSP of someone who has not answered yet (R9): the day after the reflection, or after the contract. */
export function debutSiAccepte(c: Contexte, finReflexion: DateCivile): DateCivile {
  const { finContratPrevue } = c.dossier;
  const veille = c.contratDejaRompu && finContratPrevue ? max(finReflexion, finContratPrevue) : finReflexion;
  return ajouterJours(veille, 1);
}

/** How one accepts: to the employer, or to the agency when the employer failed to propose. */
export const commentAccepter = (c: Contexte): Texte => {
  const aQui = c.dossier.modeProposition === 'FRANCE_TRAVAIL' ? c.personnes.agence.nom : 'votre employeur';
  return t`Pour accepter : remplissez et signez le bulletin d'acceptation, joignez une copie de votre pièce d'identité et remettez le tout à ${aQui}.`;
};

/** The online steps of the re-registration, as the Carnet de suivi gives them (R25). */
export const etapesReinscription: Texte[] = [
  t`Sur ${FRANCE_TRAVAIL}, ouvrez votre espace personnel et choisissez ${fort(t`« Me réinscrire »`)} sur l'écran d'accueil.`,
  t`Remplissez le formulaire. Ce que France Travail sait déjà y figure ; des justificatifs peuvent vous être demandés. Une aide en ligne et un conseiller peuvent vous guider.`,
  t`À la fin du formulaire, validez la date et l'heure du premier entretien avec un conseiller France Travail.`,
];

/** The Carnet de suivi asks for both on the day after the CSP. */
export const actualisationEtAre: Texte = t`Le même jour, actualisez-vous au 3949, sur le site ou sur l'application, et demandez l'allocation chômage (ARE).`;

/** Said of every cause in the body of a letter, never in a subject. */
export const libellesCauses: Readonly<Record<CauseProlongation, string>> = {
  ACTIVITE: 'reprise d’activité',
  MATERNITE: 'congé de maternité',
  PATERNITE: 'congé de paternité',
  ADOPTION: 'congé d’adoption',
  PROCHE_AIDANT: 'congé de proche aidant',
  AJPP: 'présence parentale (AJPP)',
  MALADIE: 'arrêt maladie',
};

/** The same, with the month from which a job counts (R15). */
export const libelleCause = ({ p }: Contexte, cause: CauseProlongation): string =>
  cause === 'ACTIVITE'
    ? `${libellesCauses[cause]} après le ${p.activiteDebutProlongationMois}e\u00a0mois`
    : libellesCauses[cause];

/** Without it, and with the causes that suspend without pushing the end (R24). */
export const libellesSuspension: Readonly<Record<CauseSuspension, string>> = {
  ...libellesCauses,
  ACTIVITE: 'contrat de travail',
  PREPARE: 'complément de libre choix d’activité ou PreParE',
  PAJE: 'prestation d’accueil du jeune enfant (PAJE)',
  SERVICE_CIVIQUE: 'service civique ou national',
  DEMENAGEMENT_ETRANGER: 'déménagement à l’étranger',
};

/** The interviews still to come, on their days of now: their windows move with the absences and with the end (R13, R22). */
export function rendezVousAVenir({ resultat: { pointEtape, bilan }, jour }: Contexte): LigneDate[] {
  return [
    ...(pointEtape && pointEtape.fin >= jour ? fenetre('Point d’étape, s’il n’a pas eu lieu', pointEtape, jour) : []),
    ...(bilan?.type === 'FIN_ACCOMPAGNEMENT' && bilan.fin >= jour ? fenetre('Entretien de bilan', bilan, jour) : []),
  ];
}
