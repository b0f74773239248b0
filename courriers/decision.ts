import { type Agence, codesDecision, type Decision } from '../domain/dossier/personnes';
import type { Section } from './contenu';
import type { DonneesCourrier } from './donnees';
import { propre, t } from './texte';

const peutDecider = (code: DonneesCourrier['code']): code is (typeof codesDecision)[number] =>
  (codesDecision as readonly string[]).includes(code);

/**
 * What an agency needs to be the author of a letter's decision: who signs, in what capacity, on what ground, how to appeal.
 * An exclusion wants its facts besides (R27). Null when the agency is not configured for it, or when one of these is blank: the letter then
 * only announces.
 */
export function decisionDe(
  { code, faits }: Pick<DonneesCourrier, 'code' | 'faits'>,
  agence: Pick<Agence, 'decisions'>,
): Decision | null {
  const decision = peutDecider(code) ? agence.decisions?.[code] : undefined;
  if (decision === undefined || (code === 'SORTIE_DECIDEE' && propre(faits ?? '') === '')) return null;
  const { signataire, fondement, recours } = decision;
  return [signataire?.nom, signataire?.qualite, fondement, recours].every((x) => propre(x ?? '') !== '')
    ? decision
    : null;
}

/** Codes of the letters that an agency decides; of an exclusion, those whose facts their author wrote. @see R27 */
export const lettresDecidees = (agence: Pick<Agence, 'decisions'>): ReadonlySet<string> =>
  new Set(codesDecision.filter((code) => decisionDe({ code, faits: 'écrits' }, agence) !== null));

/** The parts that make a decision one, whatever its template says. */
export const partiesDecision = ({ fondement, recours }: Decision): Section[] => [
  { titre: 'Sur quoi se fonde cette décision', paragraphes: [t`${fondement}`] },
  { titre: 'Si vous contestez cette décision', paragraphes: [t`${recours}`] },
];
