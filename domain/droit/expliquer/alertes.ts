import type { CodeAlerte } from '../../faits/erreurs';
import type { ContexteExplication } from './contexte';
import { reportTolere } from './doutes';
import type { Entree } from './explication';
import type { Famille, Raison } from './expliqueur';
import { jours, le, periode, rang } from './mots';
import { CONTRAT_DE_CALCUL, decide, GUIDE } from './sources';

type Motif = Omit<Raison, 'sous' | 'libelle' | 'valeur'>;

/** An interview held, as an input. */
const tenu = (nom: 'preBilan' | 'psp' | 'pointEtape' | 'bilan', libelle: string, c: ContexteExplication): Entree => ({
  nom,
  libelle,
  valeur: c.evaluation.entretiens[nom],
});

const tenuLe = (nom: 'preBilan' | 'psp' | 'pointEtape' | 'bilan', c: ContexteExplication): string =>
  le(c.evaluation.entretiens[nom]!);

/** Why each alert is raised, with its dates. @see REGLES §10, lists of codes */
const motifs: Readonly<Record<CodeAlerte, (c: ContexteExplication) => Motif>> = {
  REGLEMENT_ECHU_A_CONFIRMER: (c) => ({
    regle: 'R3',
    phrase: `La procédure est engagée le ${le(c.dossier.dateEngagementProcedure ?? c.dossier.dateRemise)}, après le ${le(c.parametres.finValidite)}, dernière date connue du règlement : il s’applique encore, à confirmer.`,
    dossier: ['dateEngagementProcedure', 'dateRemise'],
    parametres: ['finValidite'],
    fondements: [decide('le dispositif a été prolongé chaque année')],
    doute: 'Une prolongation du dispositif est supposée : chaque échéance l’a été jusqu’ici.',
  }),
  ACCEPTATION_DANS_LE_REPORT: (c) => ({
    regle: 'R6',
    phrase: `L’acceptation du ${le(c.resultat.dateDecision!)} suit la fin du délai de réflexion (${le(c.resultat.finReflexion!)}), un jour non ouvré, et vient au plus tard le jour ouvré suivant (${le(c.resultat.finReflexionToleree!)}) : elle compte, à confirmer par France Travail.`,
    cles: ['finReflexion', 'finReflexionToleree', 'dateDecision'],
    parametres: ['reportFinReflexion'],
    doute: reportTolere(c),
  }),
  REMISE_HORS_DATE: (c) => ({
    regle: 'R5',
    phrase: `La proposition est remise le ${le(c.dossier.dateRemise)}, et non le lendemain de la décision sur le PSE, rendue le ${le(c.dossier.dateDecisionPse!)}.`,
    dossier: ['dateRemise', 'dateDecisionPse', 'modeProposition'],
    fondements: [GUIDE],
  }),
  REMISE_TARDIVE_MATERNITE: (c) => ({
    regle: 'R5',
    phrase: `La proposition est remise le ${le(c.dossier.dateRemise)}, après le ${le(c.resultat.limiteRemiseMaternite!)}, lendemain de la fin du congé maternité.`,
    dossier: ['dateRemise', 'finCongeMaternite'],
    cles: ['limiteRemiseMaternite'],
    fondements: [GUIDE],
  }),
  PRE_BILAN_HORS_DELAI: (c) => ({
    regle: 'R11',
    phrase: `Le pré-bilan est daté du ${tenuLe('preBilan', c)}, après son échéance, le ${le(c.resultat.echeancePreBilan!)}.`,
    cles: ['echeancePreBilan'],
    parametres: ['preBilanJours'],
    autres: [tenu('preBilan', 'Pré-bilan réalisé', c)],
  }),
  PSP_HORS_DELAI: (c) => ({
    regle: 'R12',
    phrase: `La validation du ${c.mots.plan.sigle} est datée du ${tenuLe('psp', c)}, après son échéance, le ${le(c.resultat.echeancePsp!)}.`,
    cles: ['echeancePsp'],
    parametres: ['pspDelai', 'pspPlafondMois'],
    autres: [tenu('psp', 'Plan validé', c)],
  }),
  PSP_SANS_PRE_BILAN: (c) => {
    const { preBilan } = c.evaluation.entretiens;
    return {
      regle: 'R12',
      phrase: `La validation du ${c.mots.plan.sigle} est datée du ${tenuLe('psp', c)}, ${preBilan ? `avant le pré-bilan du ${le(preBilan)}` : 'sans pré-bilan connu'}.`,
      autres: [tenu('psp', 'Plan validé', c), tenu('preBilan', 'Pré-bilan réalisé', c)],
      fondements: [CONTRAT_DE_CALCUL],
    };
  },
  POINT_ETAPE_HORS_FENETRE: (c) => ({
    regle: 'R13',
    phrase: `Le point d’étape est daté du ${tenuLe('pointEtape', c)}, en dehors du ${rang(c.parametres.pointEtapeMois ?? 0)} mois d’accompagnement effectif, ${periode(c.resultat.pointEtape!)}.`,
    cles: ['pointEtape'],
    parametres: ['pointEtapeMois'],
    autres: [tenu('pointEtape', 'Point d’étape réalisé', c)],
  }),
  BILAN_HORS_FENETRE: (c) => ({
    regle: 'R22',
    phrase: `Le bilan est daté du ${tenuLe('bilan', c)}, en dehors de sa fenêtre, ${periode(c.resultat.bilan!)}.`,
    cles: ['bilan'],
    parametres: [c.resultat.bilan!.type === 'SORTIE_ANTICIPEE' ? 'bilanSortieJours' : 'bilanFenetreMois'],
    autres: [tenu('bilan', 'Bilan réalisé', c)],
  }),
  CONGES_DEPASSES: (c) => ({
    regle: 'R21',
    phrase: `${jours(c.resultat.conges!.joursPris)} de congé pris pour ${c.parametres.congesMaxJours} permis, soit ${c.resultat.conges!.depassement} de trop.`,
    cles: ['conges'],
    parametres: ['congesMaxJours'],
  }),
  TAUX_PLEIN_PENDANT_CSP: (c) => ({
    regle: 'R27',
    phrase: `La retraite à taux plein est atteinte le ${le(c.dossier.dateTauxPlein!)}, au plus tard le dernier jour ${c.mots.du}, le ${le(c.resultat.dateFinCsp!)}.`,
    dossier: ['dateTauxPlein'],
    cles: ['dateFinCsp'],
    fondements: [CONTRAT_DE_CALCUL],
  }),
  REINTEGRATION_IMPOSSIBLE_TERME_DEPASSE: (c) => {
    // Whatever starts later is out of the CSP: the job that ended it is the one that did not bring the person back.
    const rompu = c.contratDeSortie;
    return {
      regle: 'R16',
      phrase: `L’essai ${rompu ? `du contrat commencé le ${le(rompu.debut)} est rompu le ${le(rompu.finReelle)}` : 'est rompu'}, trop tard pour revenir avant le terme : la sortie demeure.`,
      cles: ['terme', 'dateFinCsp'],
      autres: rompu ? [c.fait(rompu.index)] : [],
      parametres: ['essaiRompuReintegre'],
    };
  },
};

/** What deserves a look. */
export const alertes: Famille<'alertes'> = {
  alertes: (codes, c) =>
    codes.map((code) => ({ ...motifs[code as CodeAlerte](c), sous: code, libelle: code, valeur: code })),
};
