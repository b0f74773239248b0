import { ajouterJours, dateCivile } from '../../calendrier/dates';
import { champsDossier } from '../../dossier/dossier';
import { phrase, type phrasesErreur } from '../../faits/erreurs';
import type { ContexteExplication } from './contexte';
import type { Raison } from './expliqueur';
import { enumerer, jours, le } from './mots';
import { CONTRAT_DE_CALCUL, decide, GUIDE, L1233_71 } from './sources';

type Constat = (c: ContexteExplication) => Omit<Raison, 'sous' | 'libelle' | 'phrase'> & { phrase?: string };

const nombre = (valeur: unknown): number => (typeof valeur === 'number' ? valeur : 0);
/** Only codes that are told once the dates are readable name one. */
const date = (valeur: unknown): string => le(dateCivile(valeur as string));

/** Codes of a field or of a parameter, written `CODE:x`. */
const saisie: Constat = () => ({ regle: 'R4', fondements: [CONTRAT_DE_CALCUL] });

/** Why an opening is refused, with the numbers that refuse it. @see R4, F5 */
const constats: Readonly<Record<keyof typeof phrasesErreur, Constat>> = {
  SCENARIO_ILLISIBLE: saisie,
  AUCUN_REGLEMENT: ({ champs }) => ({
    regle: 'R3',
    phrase:
      typeof champs.reglement === 'string'
        ? `Aucun règlement ne s’appelle « ${champs.reglement} ».`
        : `Aucun règlement connu n’était en vigueur le ${date(champs.dateEngagementProcedure ?? champs.dateRemise)}, avant le 01/04/2009.`,
    dossier: ['reglement', 'dateEngagementProcedure', 'dateRemise'],
    fondements: [CONTRAT_DE_CALCUL],
  }),
  MODE_INCONNU: ({ champs }) => ({
    regle: 'R5',
    phrase: `Le mode de proposition « ${champs.modeProposition} » n’est pas prévu.`,
    dossier: ['modeProposition'],
    fondements: [CONTRAT_DE_CALCUL],
  }),
  REMISE_AVANT_ENGAGEMENT: ({ champs }) => ({
    regle: 'R4',
    phrase: `La proposition est remise le ${date(champs.dateRemise)}, avant l’engagement de la procédure, le ${date(champs.dateEngagementProcedure)}.`,
    dossier: ['dateRemise', 'dateEngagementProcedure'],
    fondements: [CONTRAT_DE_CALCUL],
  }),
  MOTIF_NON_ELIGIBLE: () => ({ regle: 'R4', dossier: ['motifRupture'], parametres: ['motifsRupture'] }),
  CONGE_DE_RECLASSEMENT: ({ champs, parametres }) => ({
    regle: 'R4',
    phrase: `L’entreprise compte ${champs.effectifEntreprise} salariés, ${parametres.effectifMax} ou plus, et n’est ni en redressement ni en liquidation judiciaire : le congé de reclassement s’applique.`,
    dossier: ['effectifEntreprise', 'procedureCollective'],
    parametres: ['effectifMax'],
    fondements: [L1233_71],
    doute:
      champs.effectifEntreprise === parametres.effectifMax
        ? 'Le seuil exact est refusé sur la foi de « au moins mille », article que nous n’avons pas lu.'
        : null,
  }),
  AFFILIATION_INSUFFISANTE: ({ champs, parametres: p }) => ({
    regle: 'R4',
    phrase: `${jours(nombre(champs.joursAffiliation))} et ${nombre(champs.heuresAffiliation)} heures d’affiliation, pour ${p.affiliationJours} jours ou ${p.affiliationHeures} heures exigés, et pas de reliquat d’ARE.`,
    dossier: ['joursAffiliation', 'heuresAffiliation', 'reliquatAre'],
    parametres: ['affiliationJours', 'affiliationHeures'],
  }),
  RESIDENCE_NON_ELIGIBLE: ({ champs, parametres }) => ({
    regle: 'R4',
    phrase: `La résidence « ${champs.residence} » n’est pas parmi ${enumerer(parametres.residences)}.`,
    dossier: ['residence'],
    parametres: ['residences'],
  }),
  INAPTE: () => ({ regle: 'R4', dossier: ['apteEmploi'], fondements: [GUIDE] }),
  RETRAITE_TAUX_PLEIN: ({ champs, parametres }) => {
    const limite = ajouterJours(dateCivile(champs.dateRemise as string), parametres.delaiReflexionJours);
    return {
      regle: 'R4',
      phrase: `La retraite à taux plein est atteinte le ${date(champs.dateTauxPlein)}, au plus tard à la fin du délai de réflexion, le ${le(limite)}.`,
      dossier: ['dateTauxPlein', 'dateRemise'],
      parametres: ['delaiReflexionJours'],
      fondements: [GUIDE, decide('condition examinée à la fin du délai de réflexion')],
      doute: 'Le guide pose la condition sans dire à quelle date elle s’examine.',
    };
  },
  BASSIN_NON_RETENU: () => ({ regle: 'R30', dossier: ['bassinEmploi'], parametres: ['bassinRequis'] }),
  CONTRAT_NON_ROMPU: ({ champs }) => ({
    regle: 'R9',
    phrase: `France Travail propose le ${date(champs.dateRemise)} un dispositif à une personne dont le contrat finit le ${date(champs.finContratPrevue)} : il doit avoir pris fin avant.`,
    dossier: ['modeProposition', 'finContratPrevue', 'dateRemise'],
    fondements: [GUIDE],
  }),
};

/** One refusal of the opening. */
export function expliquerErreur(code: string, c: ContexteExplication): Raison {
  const [racine, champ] = code.split(':');
  const constat = Object.hasOwn(constats, code) ? constats[code as keyof typeof constats](c) : saisie(c);
  const connu = champsDossier.find(({ nom }) => nom === champ);
  return {
    phrase: phrase(connu ? `${racine}:${connu.libelle}` : code),
    ...(connu && { dossier: [connu.nom] }),
    ...constat,
    sous: code,
    libelle: connu ? `${connu.libelle} (${racine})` : code,
    valeur: code,
  };
}
