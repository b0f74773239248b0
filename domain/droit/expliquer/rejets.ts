import { ajouterJours } from '../../calendrier/dates';
import { type CodeRejet, phrase } from '../../faits/erreurs';
import { type Evenement, type EvenementDe, effetDe, type TypesPour } from '../../faits/evenements';
import type { Regle } from '../../faits/types/definition';
import type { Contrat } from '../regles/contrats';
import type { ContexteExplication } from './contexte';
import type { Famille, Raison } from './expliqueur';
import { le, minuscule, periode } from './mots';
import { CARNET, CONTRAT_DE_CALCUL, decide, GUIDE } from './sources';

interface Rejet {
  index: number;
  /** Null when its form is wrong, or when the events were not given. */
  evenement: Evenement | null;
  /** "« Arrêt maladie » du 01/06 au 10/06/2025". */
  nom: string;
}

type Motif = Pick<Raison, 'regle' | 'cles' | 'dossier' | 'parametres' | 'fondements' | 'autres' | 'doute'> & {
  /** What refuses the fact, after its name; the sentence of the catalogue when there is nothing more to say. */
  suite?: string;
};

type Motiver = (rejet: Rejet, c: ContexteExplication) => Motif;

const forme: Motiver = () => ({ regle: 'F6', fondements: [CONTRAT_DE_CALCUL] });

/** The contract that a hire, its end or a request names, with the arrival of its hire. */
function contratDe(e: Evenement | null, c: ContexteExplication): Contrat | undefined {
  const nomme = (e as EvenementDe<TypesPour<'CONTRAT' | 'FIN_CONTRAT' | 'PRIME'>> | null)?.contratId;
  return c.contrats.find(({ id }) => id === nomme);
}

/** Why each rejected fact is, with its dates. @see REGLES §10, lists of codes */
const motifs: Readonly<Record<CodeRejet, Motiver>> = {
  TYPE_INCONNU: forme,
  DATE_INVALIDE: forme,
  CHAMP_MANQUANT: forme,
  PERIODE_INVERSEE: forme,
  MOTIF_INCONNU: forme,
  NATURE_INCONNUE: forme,
  CDI_AVEC_TERME: forme,
  REPONSE_INCONNUE: () => ({ regle: 'R8', fondements: [CONTRAT_DE_CALCUL] }),
  REPONSE_AVANT_REMISE: (_, c) => ({
    regle: 'R8',
    suite: `est daté avant la remise de la proposition, le ${le(c.dossier.dateRemise)}`,
    dossier: ['dateRemise'],
    fondements: [GUIDE],
  }),
  REPONSE_HORS_DELAI: (_, c) => ({
    regle: 'R8',
    suite:
      c.resultat.finReflexionToleree! > c.resultat.finReflexion!
        ? `est daté après le ${le(c.resultat.finReflexionToleree!)}, jour ouvré qui suit la fin du délai de réflexion (${le(c.resultat.finReflexion!)})`
        : `est daté après la fin du délai de réflexion, le ${le(c.resultat.finReflexion!)}`,
    cles: ['finReflexion', 'finReflexionToleree'],
    fondements: [GUIDE],
  }),
  RETRACTATION_NON_PREVUE: (_, c) => ({
    regle: 'R8',
    suite: `suit une acceptation${c.resultat.decision === 'ACCEPTATION' ? ` du ${le(c.resultat.dateDecision!)}` : ''}, qu’aucun texte ne permet de retirer`,
    cles: ['decision', 'dateDecision'],
    fondements: [decide('aucun texte ne prévoit de rétractation')],
    doute:
      'Aucun texte trouvé ne dit si une acceptation peut être retirée dans le délai : elle ne l’est pas, par décision.',
  }),
  SALARIE_NON_PROTEGE: () => ({
    regle: 'R7',
    dossier: ['salarieProtege'],
    fondements: [CONTRAT_DE_CALCUL],
  }),
  AVANT_CSP: (_, c) => ({
    regle: 'R14, R15',
    suite: `précède le début ${c.mots.du}, le ${le(c.resultat.debutCsp!)}`,
    cles: ['debutCsp'],
    fondements: [CONTRAT_DE_CALCUL],
  }),
  HORS_CSP: ({ evenement }, c) => horsCsp(evenement, c),
  EMPLOI_EN_COURS: (_, c) => ({
    regle: 'R14, R16',
    suite: 'tombe pendant un emploi durable dont la période d’essai a été rompue plus tard',
    cles: ['reintegrations'],
    autres: c.evaluation.faits.filter(({ nature }) => nature === 'EMPLOI_REINTEGRE').map(({ index }) => c.fait(index)),
    fondements: [CONTRAT_DE_CALCUL],
  }),
  CONTRAT_EN_DOUBLE: ({ evenement }, c) => {
    const premier = contratDe(evenement, c);
    return {
      regle: 'R14',
      suite: `porte l’identifiant d’un contrat déjà enregistré${premier ? `, commencé le ${le(premier.debut)}` : ''}`,
      autres: premier ? [c.fait(premier.index)] : [],
      fondements: [CONTRAT_DE_CALCUL],
    };
  },
  CONTRAT_INCONNU: () => ({ regle: 'R14', fondements: [CONTRAT_DE_CALCUL] }),
  DATE_HORS_CONTRAT: ({ evenement }, c) => {
    const contrat = contratDe(evenement, c);
    const bornes = contrat
      ? `, ${contrat.finPrevue === null ? `commencé le ${le(contrat.debut)}` : periode({ debut: contrat.debut, fin: contrat.finPrevue })}`
      : '';
    return {
      regle: 'R14',
      suite: `tombe en dehors du contrat${bornes}`,
      autres: contrat ? [c.fait(contrat.index)] : [],
      fondements: [CONTRAT_DE_CALCUL],
    };
  },
  HORS_PERIODE_ESSAI: ({ evenement }, c) => {
    const contrat = contratDe(evenement, c);
    return {
      regle: 'R16',
      suite: `est postérieur à la fin de la période d’essai${contrat?.essaiJusquau ? `, le ${le(contrat.essaiJusquau)}` : ''}`,
      autres: contrat ? [c.fait(contrat.index)] : [],
      fondements: [c.convention('art. 12 § 2')],
    };
  },
  AUCUNE_SUSPENSION_OUVERTE: () => ({ regle: 'R24', fondements: [CONTRAT_DE_CALCUL] }),
  PRIME_SANS_EMPLOI_DURABLE: (_, c) => ({
    regle: 'R17',
    suite: `demande une prime sans emploi durable : il faut un CDI, un CDD ou un intérim d’au moins ${c.parametres.emploiDurableMois} mois, pris pendant ${c.mots.le}`,
    cles: ['primes', 'motifFin'],
    parametres: ['emploiDurableMois'],
    fondements: [CARNET],
  }),
  PRIME_PREMATUREE: ({ evenement }, c) => {
    const contrat = contratDe(evenement, c);
    return {
      regle: 'R17',
      suite: `précède l’embauche${contrat ? ` du ${le(contrat.debut)}` : ''}`,
      autres: contrat ? [c.fait(contrat.index)] : [],
      fondements: [CARNET],
    };
  },
  REINSCRIPTION_PREMATUREE: (_, c) => ({
    regle: 'R25',
    suite: `n’est pas possible avant le lendemain du dernier jour ${c.mots.du}, le ${le(ajouterJours(c.resultat.dateFinCsp!, 1))}`,
    cles: ['dateFinCsp'],
    fondements: [CARNET],
  }),
  REINSCRIPTION_EN_DOUBLE: (_, c) => ({
    regle: 'R25',
    suite: `suit une demande déjà retenue, le ${le(c.resultat.reinscription!.dateDemande!)}`,
    cles: ['reinscription'],
    fondements: [CONTRAT_DE_CALCUL],
  }),
};

/** Out of the CSP: it is over by then, or never begins. @see F11, F16, F22, F29 */
function horsCsp(evenement: Evenement | null, c: ContexteExplication): Motif {
  const { dateFinCsp, decision, motifFin } = c.resultat;
  if (!dateFinCsp) {
    return {
      regle: 'R9',
      suite: `est sans effet, ${c.mots.le} n’ayant pas de début connu`,
      cles: [decision === 'ACCEPTATION' ? 'finReflexion' : 'decision'],
      fondements: [CONTRAT_DE_CALCUL],
    };
  }
  const fini = `dont le dernier jour est le ${le(dateFinCsp)}`;
  const suites: Partial<Record<Regle, string>> = {
    SORTIE: `vient après une fin déjà retenue, ${fini}`,
    REINSCRIPTION: 'suit un décès, après lequel aucune réinscription ne s’ouvre',
  };
  return {
    regle: motifFin === 'TERME' ? 'R15' : 'R14, R27',
    suite: (evenement && suites[effetDe(evenement.type).regle]) ?? `tombe hors ${c.mots.du}, ${fini}`,
    cles: ['debutCsp', 'dateFinCsp'],
    fondements: [CONTRAT_DE_CALCUL],
  };
}

/** The facts that count for nothing, each with its reason. */
export const rejets: Famille<'rejets'> = {
  rejets: (liste, c) =>
    liste.map((refus) => {
      const { index, code } = refus;
      const rejet = { index, evenement: c.evenement(index), nom: c.nommer(index) };
      const { suite, autres = [], ...motif } = motifs[code as CodeRejet](rejet, c);
      const raison =
        suite === undefined
          ? `${rejet.nom} ne compte pas, car ${minuscule(phrase(code))}`
          : `${rejet.nom} : ce fait ${suite}.`;
      return {
        ...motif,
        sous: String(index),
        libelle: `${rejet.nom} (${code})`,
        valeur: refus,
        phrase: raison,
        autres: [c.fait(index), ...autres],
      };
    }),
};
