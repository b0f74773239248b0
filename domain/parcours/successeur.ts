import { type DateCivile, FIN_DES_TEMPS } from '../calendrier/dates';
import { codesAnnoncesDeFin } from '../catalogue/annonces-de-fin';
import { entreeCatalogue } from '../catalogue/catalogue';
import { jourDeBase, lireCle } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Evaluation } from '../droit/calculer';
import { estDemande, estSansObjet } from './demandes';
import type { EtatParcours, MemoireCourrier } from './parcours';
import type { Portees } from './portees';

export interface QuestionSuccession {
  etat: EtatParcours;
  /** Letters that rules and events want, by key. */
  voulus: ReadonlyMap<string, CourrierPrevu>;
  connu: Pick<Evaluation, 'resultat' | 'entretiens'>;
  jour: DateCivile;
  /** What another letter carries is said by that one. */
  portees?: Portees;
  /** Keys of the letters whose attempt is under way: what they say is written already. */
  enCours?: readonly string[];
  /** Codes of the letters that the agency decides: a decision corrects nothing else. */
  decidees?: ReadonlySet<string> | undefined;
  /** What is a part of another letter does not leave: it says of none that it is false. */
  estDitAilleurs?: (voulu: CourrierPrevu) => boolean;
  /** Nor does what was told before, or under former rules. */
  estRepris?: (voulu: CourrierPrevu) => boolean;
}

/** What a letter on an end before the term says no longer counts: those on what was to come until the term, and those on another end. */
const DE_LA_FIN: readonly string[] = [
  'C08_CONVOCATION_POINT_ETAPE',
  'C09_CONVOCATION_BILAN',
  'C13_FIN_CSP',
  'C18_FORMATION_POURSUITE',
  ...codesAnnoncesDeFin,
];

/** What the letter on the return from an absence, or on the end that it no longer moves, says of it, and of the interviews that it moved. */
const DE_L_ABSENCE: readonly string[] = ['SUSPENSION', 'C08_CONVOCATION_POINT_ETAPE', 'C09_CONVOCATION_BILAN'];

/** What a CSP that does not take place leaves without object. */
const DU_CSP: readonly string[] = [
  'C04_ADHESION',
  'C06_CONVOCATION_PRE_BILAN',
  'C07_CONVOCATION_PSP',
  'PRIME_DERNIER_MOIS',
];

/** Letters that tell an end or a return whole: what else would leave for it that day may be left to them. */
const ENTIERES: readonly string[] = [...codesAnnoncesDeFin, 'RETOUR'];

/** Letters on a new end of the CSP, on a return to it, on its never taking place or on another answer, and those that they say no longer count. */
const DITS_PAR: Readonly<Record<string, readonly string[]>> = {
  PROLONGATION: [...DE_L_ABSENCE, 'C13_FIN_CSP', 'C18_FORMATION_POURSUITE', 'PRIME_DERNIER_MOIS'],
  ...Object.fromEntries([...codesAnnoncesDeFin, 'C14_CESSATION_INSCRIPTION'].map((code) => [code, DE_LA_FIN])),
  REINTEGRATION: ['FIN_POUR_EMPLOI'],
  RETOUR: DE_L_ABSENCE,
  DECISION_INSPECTION: DU_CSP,
  C04_ADHESION: ['C05_REFUS'],
  C05_REFUS: DU_CSP,
};

/**
 * Letters that tell how things stand from now on, in the order in which one is chosen: what the same act made false, and that nothing else
 * says, is named by them, so that its reader has one letter.
 */
const NOMMENT_LE_RESTE: readonly string[] = [
  ...codesAnnoncesDeFin,
  'DECISION_INSPECTION',
  'C04_ADHESION',
  'C05_REFUS',
  'C01_PROPOSITION',
  'RETOUR',
  'REINTEGRATION',
  'SUSPENSION',
  'PROLONGATION',
  'C14_CESSATION_INSCRIPTION',
  'C13_FIN_CSP',
  'REJET',
  'CONGES_ENREGISTRES',
  'C10_CONTRIBUTION',
];

/** Another answer counts: its own letter says so, or a RECTIFICATION at its head (R8). */
function autreReponse({ code }: MemoireCourrier, { connu: { resultat }, jour }: QuestionSuccession): boolean {
  const { decision, finReflexionToleree } = resultat;
  if (code === 'C05_REFUS') return decision === 'ACCEPTATION';
  const silence = decision === 'REFUS_TACITE' && jour > (finReflexionToleree ?? FIN_DES_TEMPS);
  return code === 'C04_ADHESION' && (decision === 'REFUS' || silence);
}

const dit = (code: string, faux: string): boolean => code === faux || (DITS_PAR[code]?.includes(faux) ?? false);

/** Whether a letter names one that no rule leaves to it: it corrects in the place of a RECTIFICATION, and travels as one. */
export const corrigeLeReste = (code: string, remplace: readonly string[] = []): boolean =>
  NOMMENT_LE_RESTE.includes(code) && remplace.some((cle) => !dit(code, lireCle(cle)?.code ?? code));

/** It leaves now; that of a return as soon as the person is back, be it on the next working day. */
const estVenu = ({ code, base, date }: CourrierPrevu, jour: DateCivile): boolean =>
  (code === 'RETOUR' ? base : date) <= jour;

/** The letter of a return speaks of the absence that is over, not of one that was to begin after it. */
const parleDe = (voulu: CourrierPrevu, faux: MemoireCourrier): boolean =>
  voulu.code !== 'RETOUR' || faux.code !== 'SUSPENSION' || (jourDeBase(faux.base) ?? FIN_DES_TEMPS) < voulu.base;

/**
 * Key of the letter to leave that says of a false one what is true: the same code issued anew, a new term announced, or what else leaves
 * for that reader. It leaves now; but what asks for something by a later day may be asked anew on its own day, the first day harming nobody
 * until then.
 * @param rectification key of the one that another false letter of that reader takes already
 */
export function succeder(
  faux: MemoireCourrier,
  cleFausse: string,
  question: QuestionSuccession,
  rectification: string | undefined,
): string | undefined {
  const { etat, voulus, connu, jour, portees, enCours = [], decidees, estDitAilleurs, estRepris } = question;
  const attendu = (code: string): boolean => code === faux.code && estDemande(code);
  const aPartir = [...voulus].filter(
    ([cle, voulu]) =>
      voulu.destinataire === faux.destinataire &&
      cle !== cleFausse &&
      !enCours.includes(cle) &&
      !estSansObjet(voulu, jour, connu) &&
      (estVenu(voulu, jour) || attendu(voulu.code)) &&
      jour <= (entreeCatalogue(voulu.code).utileJusquau(connu.resultat, voulu) ?? FIN_DES_TEMPS) &&
      (portees?.has(cle) || (!Object.hasOwn(etat.courriers, cle) && !estDitAilleurs?.(voulu))),
  );
  const siens = aPartir.filter(([, voulu]) => dit(voulu.code, faux.code) && parleDe(voulu, faux));
  const [cle] = siens.find(([, { code }]) => ENTIERES.includes(code)) ?? siens[0] ?? [];
  if (cle === undefined && rectification !== undefined) return rectification;
  const dite = cle ?? parmiLeReste()?.[0];
  return dite && (portees?.get(dite)?.porteuse ?? dite);

  function parmiLeReste() {
    if (autreReponse(faux, question)) return undefined;
    const rang = ([, { code }]: (typeof aPartir)[number]): number => NOMMENT_LE_RESTE.indexOf(code);
    return aPartir
      .filter(([, v]) => NOMMENT_LE_RESTE.includes(v.code) && !decidees?.has(v.code) && !estRepris?.(v))
      .filter(([, v]) => parleDe(v, faux))
      .sort((a, b) => rang(a) - rang(b))[0];
  }
}
