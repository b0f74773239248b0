import type { DateCivile } from '../calendrier/dates';
import { cleCourrier, lireCle } from '../catalogue/cle-courrier';
import type { CodeCourrier } from '../catalogue/codes-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { clesVoulues } from './cles-voulues';
import type { Entendu } from './entendre';
import type { EtatParcours } from './parcours';
import type { QuestionSituer } from './question';
import type { Situation } from './situation';
import { versionDomaine } from './version';

/** The rules changed since this journey was last asked. */
export const aChangeDeRegles = ({ version, versionDomaine: connue }: EtatParcours): boolean =>
  version > 0 && connue !== versionDomaine;

/** Keys of the letters that a journey saw at its last pass, gone or to come; what that pass left to the past, it did not want. */
export const clesConnues = (situation: Situation | null): ReadonlySet<string> =>
  new Set(situation?.courriers.filter(({ statut }) => statut !== 'REPRIS').map(({ cle }) => cle));

/** Letters that leave the day their cause is known: whatever day that is, they speak of what already was. */
const DES_QUE_CONNU: readonly string[] = [
  'SUSPENSION',
  'CONGES_ENREGISTRES',
  'REINTEGRATION',
  'DECISION_INSPECTION',
  'FIN_POUR_EMPLOI',
  'FIN_POUR_RETRAITE',
  'SORTIE_DECIDEE',
  'REJET',
  'RECTIFICATION',
] satisfies CodeCourrier[];

/**
 * Letters that the rules of today want, those of the last pass did not, and that no new fact brings: what they speak of was dealt with
 * under the former rules, and a change of code alone writes to nobody about the past. What is still to come leaves on its day, and a term that
 * moves is announced (PROLONGATION): `jalon impact --code` says both beforehand.
 * @returns their keys; empty once the journey was asked under the rules of today
 */
export function clesDejaReglees(
  question: QuestionSituer,
  { juges }: Pick<Entendu, 'juges'>,
  voulus: readonly CourrierPrevu[],
  jour: DateCivile,
): ReadonlySet<string> {
  const { etat } = question.demande;
  const { dejaVoulus } = question.options;
  if (dejaVoulus === undefined || !aChangeDeRegles(etat)) return new Set();
  const cles = new Set<string>(voulus.map((lettre) => cleCourrier(etat.numero, lettre)));
  const neuve = (cle: string) => !Object.hasOwn(etat.courriers, cle);
  // Still to leave under a key that the rules of today write otherwise: it is the same letter, and it leaves.
  const attendues = new Set([...dejaVoulus].filter((cle) => neuve(cle) && !cles.has(cle)).map(codeEtLecteur));
  const duPasse = voulus
    .filter(({ code, date }) => date < jour || DES_QUE_CONNU.includes(code))
    .map((lettre) => cleCourrier(etat.numero, lettre))
    .filter((cle) => neuve(cle) && !dejaVoulus.has(cle) && !attendues.has(codeEtLecteur(cle)));
  if (duPasse.length === 0) return new Set();
  const avant = clesVoulues(question, etat.journal, jour);
  // Born of the journey's own memory, no journal tells whether a RECTIFICATION is new: without a new fact, it is not.
  const sansFait = juges.entrees.length === 0;
  return new Set(duPasse.filter((cle) => avant.has(cle) || (sansFait && lireCle(cle)?.code === 'RECTIFICATION')));
}

const codeEtLecteur = (cle: string): string => {
  const lue = lireCle(cle);
  return lue === null ? cle : `${lue.code}/${lue.destinataire}`;
};
