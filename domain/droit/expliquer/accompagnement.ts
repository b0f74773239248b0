import { type DateCivile, FIN_DES_TEMPS, finPeriodeMois } from '../../calendrier/dates';
import { ouvrePrecedentOuEgal } from '../../calendrier/jours-ouvres';
import type { Resultat } from '../../dossier/resultat';
import { echeancePsp, pointEtape } from '../regles/entretiens';
import { poserReperes } from '../regles/reperes';
import type { ContexteExplication } from './contexte';
import { direActualisation } from './dire-actualisation';
import * as doutes from './doutes';
import { type Famille, type Raison, siDonne, type Valeur } from './expliqueur';
import { enumerer, jours, le, majuscule, mois, periode, rang } from './mots';
import { ARRETE_ACTUALISATION, CARNET, CONTRAT_DE_CALCUL, FERIES, FERIES_LOCAUX } from './sources';

type Cles =
  | 'echeancePreBilan'
  | 'dernierJourUtilePreBilan'
  | 'echeancePsp'
  | 'dernierJourUtilePsp'
  | 'pointEtape'
  | 'bilan'
  | 'actualisations';

function psp(c: ContexteExplication): Raison {
  const { pspDelai, pspPlafondMois } = c.parametres;
  const { debutCsp, echeancePreBilan } = c.resultat;
  const { preBilan } = c.evaluation.entretiens;
  const delai = pspDelai.unite === 'JOURS' ? jours(pspDelai.valeur) : `${pspDelai.valeur} mois`;
  const depuis = preBilan ? `le pré-bilan du ${le(preBilan)}` : `l’échéance du pré-bilan (${le(echeancePreBilan!)})`;
  const reperes = poserReperes(debutCsp!, c.parametres);
  const sansPlafond = echeancePsp(reperes, preBilan, { ...c.parametres, pspPlafondMois: null });
  const base = {
    regle: 'R12',
    cles: ['debutCsp', 'echeancePreBilan'],
    parametres: ['pspDelai', 'pspPlafondMois'],
    autres: [{ nom: 'PRE_BILAN_REALISE', libelle: 'Pré-bilan réalisé', valeur: preBilan }],
    doute: doutes.psp(c),
  } satisfies Partial<Raison>;
  if (pspPlafondMois === null) return { ...base, phrase: `${majuscule(delai)} après ${depuis}.`, doute: null };
  const plafond = finPeriodeMois(debutCsp!, pspPlafondMois);
  return {
    ...base,
    phrase:
      plafond < sansPlafond
        ? `Fin du ${rang(pspPlafondMois)} mois à compter du ${le(debutCsp!)}, plus proche que ${delai} après ${depuis}.`
        : `${majuscule(delai)} après ${depuis}, et au plus tard à la fin du ${rang(pspPlafondMois)} mois (${le(plafond)}).`,
  };
}

/** An interview is held on a working day. */
function dernierJourUtile(
  echeance: DateCivile,
  entretien: string,
  cle: keyof Resultat,
  c: ContexteExplication,
): Raison {
  const utile = ouvrePrecedentOuEgal(echeance, c.dossier.residence);
  return {
    regle: 'R2',
    phrase:
      utile === echeance
        ? `L’échéance ${entretien} (${le(echeance)}) est un jour ouvré.`
        : `Dernier jour ouvré avant l’échéance ${entretien} (${le(echeance)}), qui n’en est pas un.`,
    dossier: ['residence'],
    cles: [cle],
    fondements: c.dossier.residence === 'metropole' ? [FERIES] : [FERIES, FERIES_LOCAUX],
  };
}

function fenetreEtape(fenetre: Valeur<'pointEtape'>, c: ContexteExplication): Raison {
  const { pointEtapeMois: rangMois } = c.parametres;
  const base = {
    regle: 'R13',
    parametres: ['pointEtapeMois'],
    cles: ['debutCsp', 'dateFinCsp'],
  } satisfies Partial<Raison>;
  if (rangMois === null) return { ...base, phrase: 'Ce règlement ne prévoit pas de point d’étape.' };
  const [debut, fin, suspensions] = [c.resultat.debutCsp!, c.resultat.dateFinCsp!, c.resultat.suspensions!];
  const source = { ...base, fondements: [c.convention('art. 9 § 2')] };
  const absent = `${majuscule(c.mots.le)} finit le ${le(fin)}, avant le ${rang(rangMois)} mois d’accompagnement effectif`;
  const sansDecalage = pointEtape(debut, fin, [], c.parametres);
  if (sansDecalage === null) return { ...source, phrase: `${absent} : pas de point d’étape.` };
  const decalage = {
    ...source,
    cles: [...base.cles, 'suspensions'],
    parametres: ['pointEtapeMois', 'pointEtapeDecaleSuspensions'],
    doute: `${doutes.pointEtape(c)} Sans décalage : ${periode(sansDecalage)}.`,
  } satisfies Partial<Raison>;
  if (fenetre === null) {
    return { ...decalage, phrase: `${absent}, les jours suspendus ne comptant pas : pas de point d’étape.` };
  }
  const entiere = pointEtape(debut, FIN_DES_TEMPS, suspensions, c.parametres)!;
  const quand = `${periode(fenetre)}${fenetre.fin < entiere.fin ? `, coupé à la fin ${c.mots.du}` : ''}`;
  if (sansDecalage.debut === fenetre.debut && sansDecalage.fin === fenetre.fin) {
    return { ...source, phrase: `Le ${rang(rangMois)} mois d’accompagnement compté du ${le(debut)}, ${quand}.` };
  }
  const suspendus = suspensions.filter((suspension) => suspension.debut < fenetre.fin).map(periode);
  return {
    ...decalage,
    phrase: `Le ${rang(rangMois)} mois d’accompagnement effectif compté du ${le(debut)}, ${quand}, sans compter les jours suspendus ${enumerer(suspendus)}.`,
  };
}

/** The interviews and the monthly declaration. @see R11, R12, R13, R20, R22 */
export const accompagnement: Famille<Cles> = {
  echeancePreBilan: siDonne((_, c) => ({
    regle: 'R11',
    phrase: `${jours(c.parametres.preBilanJours)} après le début ${c.mots.du} (${le(c.resultat.debutCsp!)}).`,
    cles: ['debutCsp'],
    parametres: ['preBilanJours'],
    doute: c.mots.sigle === 'CRP' ? null : doutes.preBilan(c),
  })),
  dernierJourUtilePreBilan: siDonne((_, c) =>
    dernierJourUtile(c.resultat.echeancePreBilan!, 'du pré-bilan', 'echeancePreBilan', c),
  ),
  echeancePsp: siDonne((_, c) => psp(c)),
  dernierJourUtilePsp: siDonne((_, c) =>
    dernierJourUtile(c.resultat.echeancePsp!, `du ${c.mots.plan.sigle}`, 'echeancePsp', c),
  ),
  pointEtape: fenetreEtape,
  bilan: (bilan, c) => {
    if (bilan === null) {
      return {
        regle: 'R22',
        phrase: `Pas de bilan après un décès.`,
        cles: ['motifFin'],
        fondements: [CONTRAT_DE_CALCUL],
      };
    }
    const { bilanFenetreMois, bilanSortieJours } = c.parametres;
    const auTerme = bilan.type === 'FIN_ACCOMPAGNEMENT';
    return {
      regle: 'R22',
      phrase: auTerme
        ? `Dans ${bilanFenetreMois === 1 ? 'le dernier mois' : `les ${bilanFenetreMois} derniers mois`} ${c.mots.du}, ${periode(bilan)}.`
        : `Dans les ${jours(bilanSortieJours)} qui suivent la sortie anticipée du ${le(c.resultat.dateFinCsp!)}, ${periode(bilan)}.`,
      cles: ['dateFinCsp', 'motifFin'],
      parametres: [auTerme ? 'bilanFenetreMois' : 'bilanSortieJours'],
      doute: auTerme && bilanFenetreMois !== 1 ? null : doutes.BILAN,
    };
  },
  actualisations: (liste, c) =>
    liste.map((actualisation) => {
      return {
        sous: actualisation.mois,
        libelle: `Actualisation, ${mois(actualisation.mois)}`,
        valeur: actualisation,
        regle: 'R20',
        phrase: direActualisation(actualisation, c.mots),
        cles: ['debutCsp', 'dateFinCsp'],
        fondements: [ARRETE_ACTUALISATION, CARNET],
      };
    }),
};
