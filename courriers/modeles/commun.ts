import { ajouterJours, type DateCivile, deMois, max } from '../../domain/calendrier/dates';
import type { Periode } from '../../domain/calendrier/intervalles';
import type { Plafond } from '../../domain/dossier/parametres';
import type { CauseProlongation, MotifFin } from '../../domain/dossier/resultat';
import { finPrimeProche } from '../../domain/droit/doutes-du-parcours';
import { nomCause } from '../../domain/faits/causes';
import type { LigneDate, Section } from '../contenu';
import {
  aLAgence,
  appeler,
  type ContexteCourrier,
  enJours,
  exige,
  FRANCE_TRAVAIL,
  jourLegal,
  jourLong,
} from '../contexte';
import { bilanAuTerme, lignesDouteuses } from '../doutes';
import { brut, fort, type Texte, t, typographie } from '../texte';

/** A line of the table of dates, left out when the date is unknown. */
export const ligne = (libelle: string, d: DateCivile | null | undefined): LigneDate[] =>
  d ? [{ libelle: typographie(libelle), valeur: jourLong(d) }] : [];

const FIN_DE_REFLEXION = 'Dernier jour du délai de réflexion';

/** The last day of the reflection, once it only dates what came of it. */
export const ligneFinReflexion = (fin: DateCivile): LigneDate[] => ligne(FIN_DE_REFLEXION, fin);

export const estFinReflexion = ({ libelle }: LigneDate): boolean => libelle === typographie(FIN_DE_REFLEXION);

/** The same for a deadline that may fall on a day off. */
export const ligneLegale = (c: ContexteCourrier, libelle: string, d: DateCivile | null | undefined): LigneDate[] =>
  d ? [{ libelle: typographie(libelle), valeur: brut(jourLegal(c, d)) }] : [];

/** A window of days in the table of dates; once it has begun, only its last day is said. */
export const fenetre = (c: ContexteCourrier, libelle: string, { debut, fin }: Periode): LigneDate[] => [
  {
    libelle: typographie(libelle),
    valeur: brut(
      c.jour < debut ? t`du ${jourLong(debut)} au ${jourLegal(c, fin)}` : t`au plus tard le ${jourLegal(c, fin)}`,
    ),
  },
];

/** First day of the CSP of someone who has not answered yet (R9): the day after the reflection, or after the contract. */
export function debutSiAccepte(c: ContexteCourrier, finReflexion: DateCivile): DateCivile {
  const { finContratPrevue } = c.dossier;
  const veille = c.contratDejaRompu && finContratPrevue ? max(finReflexion, finContratPrevue) : finReflexion;
  return ajouterJours(veille, 1);
}

/** How one accepts: to the employer, or to the agency when the employer failed to propose. */
export const commentAccepter = (c: ContexteCourrier): Texte => {
  const aQui = c.dossier.modeProposition === 'FRANCE_TRAVAIL' ? aLAgence(c) : t`à votre employeur`;
  return t`Pour accepter : remplissez et signez le bulletin d'acceptation, joignez une copie de votre pièce d'identité et remettez le tout ${aQui}. Par la poste, gardez la preuve de la date : c'est le jour de l'envoi qui compte.`;
};

/** The online steps of the re-registration, as the Carnet de suivi gives them (R25). */
export const etapesReinscription: Texte[] = [
  t`Sur ${FRANCE_TRAVAIL}, ouvrez votre espace personnel et choisissez ${fort(t`« Me réinscrire »`)} sur l'écran d'accueil.`,
  t`Remplissez le formulaire. Ce que France Travail sait déjà y figure ; des justificatifs peuvent vous être demandés. Une aide en ligne et un conseiller peuvent vous guider.`,
  t`À la fin du formulaire, validez la date et l'heure du premier entretien avec un conseiller France Travail.`,
];

/** Of two ends, nobody waits for the farthest one to learn which holds. @see REGLES §9 */
export function demanderLaquelle(fins: readonly DateCivile[], reinscriptions: readonly unknown[]): Texte[] {
  if (fins.length < 2) return [];
  const enAttendant =
    reinscriptions.length < 2
      ? t`Sans réponse, les jours donnés ici pour vous réinscrire conviennent aux deux.`
      : t`Sans réponse, faites comme si c'était ${fort('la première')}.`;
  return [t`Demandez sans attendre à France Travail laquelle de ces deux dates compte. ${enAttendant}`];
}

/** A hire that comes in time for the prime by the farthest reading only: to be asked for all the same. @see R17, REGLES §9 */
export function primeDouteuse({ resultat, doutes = [], p }: ContexteCourrier, embauche: DateCivile): Texte[] {
  const proche = finPrimeProche(resultat, doutes, p);
  if (proche === null || embauche <= proche) return [];
  return [
    t`Selon une autre lecture des textes, l'embauche devait avoir lieu au plus tard le ${jourLong(proche)} : votre droit à cette prime est à confirmer par France Travail. Demandez-la quand même, dans le délai.`,
  ];
}

/** Whether the declaration of the month is open on a day. @see R20, F25 */
const actualisationOuverte = (jour: DateCivile): boolean =>
  Number(jour.slice(8)) >= (jour.slice(5, 7) === '02' ? 26 : 28);

/** The Carnet de suivi asks for both on the day after the CSP; most months, the declaration is not open yet. */
export const actualisationEtAre = (jour: DateCivile): Texte =>
  actualisationOuverte(jour)
    ? t`Le jour où vous vous réinscrivez, actualisez-vous au 3949, sur le site ou sur l'application, et demandez aussi l'allocation chômage (ARE).`
    : t`Le jour où vous vous réinscrivez, demandez aussi l'allocation chômage (ARE). Puis actualisez-vous au 3949, sur le site ou sur l'application, dès que l'actualisation est ouverte (le 28 du mois, le 26 en février).`;

/** The declaration of the last month, that the allowance of that month waits for; nothing once it is closed (R20). */
export function derniereActualisation({ jour, resultat, v }: ContexteCourrier, fin: DateCivile): Texte[] {
  const mois = fin.slice(0, 7);
  const cloture = resultat.actualisations?.find((a) => a.mois === mois)?.cloture;
  if (cloture !== undefined && cloture < jour) return [];
  return [
    t`Actualisez-vous une dernière fois pour le mois ${deMois(mois)}, au 3949, sur ${FRANCE_TRAVAIL} ou sur l'application : l'${v.allocation.sigle} de ce mois en dépend.`,
  ];
}

/** Why the CSP ended before its term: said in the body of a letter, never in a subject. */
const motifs: Readonly<Record<Exclude<MotifFin, 'TERME'>, (c: ContexteCourrier) => Texte>> = {
  EMPLOI_DURABLE: () => t`reprise d'un emploi durable`,
  CREATION_ENTREPRISE: () => t`création ou reprise d'une entreprise`,
  REPRISE_EMPLOI: () => t`reprise d'un emploi`,
  CONTRAT_TROP_COURT: ({ p }) =>
    t`contrat de travail de moins de ${exige(p.activiteMinJours, 'activiteMinJours')} jours`,
  CUMUL_ACTIVITE_DEPASSE: ({ p }) =>
    t`contrats de travail de plus de ${exige(p.activiteCumulMaxJours, 'activiteCumulMaxJours')} jours en tout`,
  ABANDON: () => t`fin à votre demande`,
  MANQUEMENT: () => t`manquement à une obligation de l'accompagnement (action ou offre refusée, ou action manquée)`,
  FAUSSE_DECLARATION: () => t`fausse déclaration`,
  RETRAITE: () => t`départ à la retraite`,
  DECES: () => t`décès`,
};

/** The reason of an end before the term, as the dossier has it. */
export const motifEnregistre = (c: ContexteCourrier, motif: Exclude<MotifFin, 'TERME'>): Texte => motifs[motif](c);

/** What the allowance does on its first day unpaid, which the letter may come after. */
export const sArrete = ({ jour }: ContexteCourrier, arret: DateCivile): string =>
  jour > arret ? 's’est arrêtée' : 's’arrête';

/** Of a CSP that ended before its term: why, from when the allocation stops, and whom to call if that is wrong (R24, R27). */
export function pourquoiFini(c: ContexteCourrier): Section[] {
  const { v, resultat: r } = c;
  const { motifFin } = r;
  if (motifFin == null || motifFin === 'TERME') return [];
  const lendemain = ajouterJours(exige(r.dateFinCsp, 'dateFinCsp'), 1);
  return [
    {
      titre: `Pourquoi votre ${v.sigle} a pris fin`,
      paragraphes: [
        t`Motif enregistré : ${motifs[motifFin](c)}.`,
        t`L'${v.allocation.longue} ${sArrete(c, lendemain)} le lendemain, ${jourLong(lendemain)}.`,
        t`Si ce motif ou cette date vous paraît faux, ${appeler(c)} sans attendre.`,
      ],
    },
  ];
}

const plafondEnMots = (plafond: Plafond): Texte => {
  if ('mois' in plafond) return t`${plafond.mois} mois en tout`;
  if ('jours' in plafond) return t`${enJours(plafond.jours)} en tout`;
  return t`la durée légale de ce congé`;
};

/** How far a cause may push the end, as the règlement caps it: ", dans la limite de 4 mois en tout" (R15). */
export function limiteProlongation({ p }: ContexteCourrier, cause: CauseProlongation): Texte {
  const plafond = p.prolongations[cause];
  const globale =
    p.plafondGlobalMois === null ? [] : t`, sans dépasser ${p.plafondGlobalMois} mois en tout depuis le début`;
  return plafond ? t`, dans la limite de ${plafondEnMots(plafond)}${globale}` : globale;
}

/** The name of a cause, with the month from which a job counts (R15). */
export const libelleCause = ({ p }: ContexteCourrier, cause: CauseProlongation): string =>
  cause === 'ACTIVITE' ? `${nomCause(cause)} après le ${p.activiteDebutProlongationMois}e\u00a0mois` : nomCause(cause);

/** The interviews still to come, on their days of now: their windows move with the absences and with the end (R13, R22). */
export function rendezVousAVenir(c: ContexteCourrier): LigneDate[] {
  const {
    resultat: { pointEtape },
    jour,
  } = c;
  const bilan = bilanAuTerme(c);
  return [
    ...(pointEtape && pointEtape.fin >= jour ? fenetre(c, 'Point d’étape, s’il n’a pas eu lieu', pointEtape) : []),
    ...(bilan && bilan.fin >= jour ? lignesDouteuses(c, 'TERME', fenetre(c, 'Entretien de bilan', bilan)) : []),
  ];
}
