import { type DateCivile, enToutesLettres, joursEntre } from '../../calendrier/dates';
import { type CodeCourrier, catalogue } from '../../catalogue/catalogue';
import { lireBaseDatee } from '../../catalogue/cle-courrier';
import type { CourrierPrevu } from '../../catalogue/courrier-prevu';
import { titres, versDestinataire } from '../../catalogue/titres';
import type { NomParametre } from '../../dossier/parametres';
import type { Resultat } from '../../dossier/resultat';
import type { ContexteExplication } from './contexte';
import type { Fondement } from './explication';
import type { Famille, Raison } from './expliqueur';
import { jours, le, periode } from './mots';
import { CARNET, COURRIERS_DE_JALON, GUIDE } from './sources';

/** Letters that `calculer` lists; the others are born of what happens, of appointments or of the calendar. */
type CodePrevu = Extract<CodeCourrier, `C${number}_${string}`>;

interface Motif {
  /** What sets its day, without its end: "10 jours avant l'échéance du PSP, le 02/05/2025". */
  quand: string;
  cles?: readonly (keyof Resultat)[];
  parametres?: readonly NomParametre[];
  fondements?: readonly Fondement[];
}

type Motiver = (courrier: { base: DateCivile; ecart: number; date: DateCivile }, c: ContexteExplication) => Motif;

/** Why each letter leaves on its day. @see REGLES §7, F31–F34 */
const motifs: Readonly<Record<CodePrevu, Motiver>> = {
  C01_PROPOSITION: () => ({ quand: 'le jour de la remise' }),
  C02_RAPPEL_REFLEXION: ({ base, ecart }) => ({
    quand: `${jours(-ecart)} avant la fin du délai de réflexion (${le(base)}), aucune réponse n’étant alors retenue`,
    cles: ['finReflexion', 'decision'],
    parametres: ['rappelReflexionJours'],
  }),
  C03_LICENCIEMENT_CONDITIONNEL: ({ base, date }, c) => ({
    quand: `${date === c.dossier.dateRemise ? 'dès la remise' : 'dix jours au plus tôt, un jour ouvré'}, pour un licenciement dont l’envoi est prévu le ${le(base)}, avant la fin du délai de réflexion (${le(c.resultat.finReflexion!)})`,
    cles: ['finReflexion'],
    fondements: [GUIDE],
  }),
  C04_ADHESION: () => ({
    quand: 'le jour de l’acceptation',
    cles: ['decision', 'dateDecision'],
  }),
  C05_REFUS: (_, c) => ({
    quand: `le lendemain du dernier jour où une réponse est admise (${le(c.resultat.finReflexionToleree!)}), la proposition étant refusée`,
    cles: ['finReflexionToleree', 'decision'],
    fondements: [GUIDE],
  }),
  C06_CONVOCATION_PRE_BILAN: (_, c) => ({
    quand: `le premier jour ${c.mots.du}, le pré-bilan n’étant pas encore tenu`,
    cles: ['debutCsp', 'echeancePreBilan'],
  }),
  C07_CONVOCATION_PSP: ({ base }, c) => {
    const { echeancePsp } = c.resultat;
    const avant = joursEntre(base, echeancePsp!);
    return {
      quand:
        avant < c.parametres.convocationJoursAvant
          ? `le premier jour ${c.mots.du}, à moins de ${jours(c.parametres.convocationJoursAvant)} de l’échéance du ${c.mots.plan.sigle} (${le(echeancePsp!)})`
          : `${jours(avant)} avant l’échéance du ${c.mots.plan.sigle} (${le(echeancePsp!)})`,
      cles: ['echeancePsp', 'debutCsp'],
      parametres: ['convocationJoursAvant'],
    };
  },
  C08_CONVOCATION_POINT_ETAPE: (_, c) => ({
    quand: `${jours(c.parametres.convocationJoursAvant)} avant la fenêtre du point d’étape (${periode(c.resultat.pointEtape!)})`,
    cles: ['pointEtape'],
    parametres: ['convocationJoursAvant'],
  }),
  C09_CONVOCATION_BILAN: (_, c) =>
    c.resultat.motifFin === 'TERME'
      ? {
          quand: `${jours(c.parametres.convocationJoursAvant)} avant la fenêtre du bilan (${periode(c.resultat.bilan!)})`,
          cles: ['bilan'],
          parametres: ['convocationJoursAvant'],
        }
      : { quand: `le lendemain de la sortie anticipée (${le(c.resultat.dateFinCsp!)})`, cles: ['bilan', 'dateFinCsp'] },
  C10_CONTRIBUTION: (_, c) => ({
    quand: `le premier jour ${c.mots.du}, pour une contribution due le ${le(c.resultat.echeanceContributionEmployeur!)}`,
    cles: ['debutCsp', 'echeanceContributionEmployeur'],
  }),
  C11_PRIME: () => ({
    quand: 'le jour de l’embauche, rien ne s’opposant à la prime',
    cles: ['primes'],
  }),
  C12_RAPPEL_PRIME: (_, c) => ({
    quand: `${jours(c.parametres.rappelPrimeJours)} après l’embauche, la prime n’étant pas encore demandée`,
    cles: ['primes'],
    parametres: ['rappelPrimeJours'],
  }),
  C13_FIN_CSP: (_, c) => ({
    quand: `${jours(c.parametres.courrierFinJoursAvant)} avant le dernier jour ${c.mots.du} (${le(c.resultat.dateFinCsp!)})`,
    cles: ['dateFinCsp', 'motifFin'],
    parametres: ['courrierFinJoursAvant'],
  }),
  C14_CESSATION_INSCRIPTION: (_, c) => ({
    quand: `${jours(c.parametres.courrierCessationJours)} après le dernier jour ${c.mots.du} (${le(c.resultat.dateFinCsp!)}), la réinscription étant à faire`,
    cles: ['dateFinCsp', 'reinscription'],
    parametres: ['courrierCessationJours'],
  }),
  C15_RAPPEL_REINSCRIPTION: ({ ecart, base }, c) => ({
    quand: `${jours(ecart)} après le dernier jour ${c.mots.du} (${le(base)}), la réinscription n’étant pas encore demandée`,
    cles: ['dateFinCsp', 'reinscription'],
    parametres: ['rappelReinscriptionJours'],
  }),
  C16_CONFIRMATION_REINSCRIPTION: (_, c) => ({
    quand: `le lendemain de la demande de réinscription (${le(c.resultat.reinscription!.dateDemande!)})`,
    cles: ['reinscription'],
    fondements: [CARNET],
  }),
  C17_SUIVI_EMPLOI: () => ({
    quand: 'le jour d’un contact du suivi dans l’emploi',
    cles: ['suiviEmploi'],
    parametres: ['suiviJalonsMois'],
  }),
  C18_FORMATION_POURSUITE: (_, c) => ({
    quand: `${jours(c.parametres.courrierFinJoursAvant)} avant le dernier jour ${c.mots.du} (${le(c.resultat.dateFinCsp!)}), une formation finissant après`,
    cles: ['dateFinCsp', 'formations'],
    parametres: ['courrierFinJoursAvant'],
    fondements: [c.convention('art. 11')],
  }),
};

/** ", avancé du dimanche 20 avril 2025 au jour ouvré précédent": what the shift did to the day, if anything. */
function decalage(code: CodePrevu, base: DateCivile, date: DateCivile): string {
  if (catalogue[code].decalage === 'AUCUN' || code === 'C02_RAPPEL_REFLEXION') return '';
  if (date < base) return `, avancé du ${enToutesLettres(base)} au jour ouvré précédent`;
  return date > base ? `, reporté du ${enToutesLettres(base)} au jour ouvré suivant` : '';
}

function expliquerCourrier(prevu: CourrierPrevu, c: ContexteExplication): Raison {
  const code = prevu.code as CodePrevu;
  const { destinataire, date } = prevu;
  const { jour: base, ecart } = lireBaseDatee(prevu.base) ?? { jour: date, ecart: 0 };
  const { quand, fondements = [], ...motif } = motifs[code]({ base, ecart, date }, c);
  return {
    sous: `${code}.${destinataire}.${date}`,
    libelle: `${titres[code]}, ${versDestinataire[destinataire]}`,
    valeur: { code, destinataire, date },
    regle: catalogue[code].regle,
    phrase: `Part le ${le(date)} : ${quand}${decalage(code, base, date)}.`,
    dossier: catalogue[code].decalage === 'AUCUN' ? [] : ['residence'],
    ...motif,
    fondements: [...fondements, COURRIERS_DE_JALON],
  };
}

/** The letters that the rules want. @see REGLES §7 */
export const courriers: Famille<'courriers'> = {
  courriers: (_, c) => c.evaluation.courriers.map((courrier) => expliquerCourrier(courrier, c)),
};
