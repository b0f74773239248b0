import type { DateCivile } from '../calendrier/dates';
import { type CodeCourrier, catalogue } from '../catalogue/catalogue';
import { baseRectification, cleCourrier } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Resultat } from '../dossier/resultat';
import type { EtatParcours, MemoireCourrier } from './parcours';

/** What a letter states today, in one line; null for one that is never rectified. */
export function ditAujourdhui(code: string, resultat: Resultat): string | null {
  const { dit } = catalogue[code as CodeCourrier];
  return dit === null
    ? null
    : dit(resultat)
        .map((valeur) => valeur ?? '')
        .join('|');
}

/** A value that was stated and is no longer the same; what was not known yet and is now makes nothing false. */
function contredit(avant: string, aujourdhui: string): boolean {
  const valeurs = aujourdhui.split('|');
  return avant.split('|').some((valeur, rang) => valeur !== '' && valeur !== valeurs[rang]);
}

/** A letter that left still says the truth: the rules still want it, and what it stated has not moved. */
export const ditVrai = ({ code, dit }: MemoireCourrier, voulu: boolean, resultat: Resultat): boolean =>
  voulu && (dit === undefined || !contredit(dit, ditAujourdhui(code, resultat) ?? ''));

/** A new end of the CSP is announced by PROLONGATION, which also says that these no longer count. */
const DITS_PAR_PROLONGATION: readonly string[] = ['C09_CONVOCATION_BILAN', 'C13_FIN_CSP', 'C18_FORMATION_POURSUITE'];

export interface QuestionRectifications {
  etat: EtatParcours;
  /** Keys of the letters that rules and events want. */
  voulus: ReadonlyMap<string, CourrierPrevu>;
  resultat: Resultat;
  changements: EtatParcours['changements'];
  jour: DateCivile;
}

export interface Rectifications {
  /** RECTIFICATION letters wanted, those that left included. */
  courriers: CourrierPrevu[];
  /** Base of the RECTIFICATION of each letter that became false just now, by its key. */
  nouvelles: Record<string, string>;
}

/**
 * The letters that correct those that left and became false: one each, unless a letter that leaves as well says it already (the
 * same code issued anew, a new term announced) or what was false is nothing to act on.
 * @see R28, ARCHITECTURE "Letters"
 */
export function situerRectifications(question: QuestionRectifications): Rectifications {
  const { etat, voulus, resultat, jour } = question;
  const trouvees: Rectifications = { courriers: [], nouvelles: {} };
  for (const [cle, memoire] of Object.entries(etat.courriers)) {
    const { code, destinataire, statut, rectification } = memoire;
    if (!aEteLu(memoire, voulus.has(cle))) continue;
    if (destinataire === 'CONSEILLER' || catalogue[code as CodeCourrier].dit === null) continue;
    if (ditVrai(memoire, voulus.has(cle), resultat)) continue;
    const connue = statut === 'RECTIFIE' ? rectification : undefined;
    if (statut === 'RECTIFIE' && connue === undefined) continue;
    if (connue === undefined && ditAutrement(memoire, question)) continue;
    const nouvelle = connue ?? baseRectification(memoire, etat.version + 1);
    if (connue === undefined) trouvees.nouvelles[cle] = nouvelle;
    const lettre = { code: 'RECTIFICATION', destinataire, base: nouvelle };
    const partie = etat.courriers[cleCourrier(etat.numero, lettre)];
    trouvees.courriers.push({ ...lettre, date: partie?.date ?? jour });
  }
  return trouvees;
}

/** It reached someone: left, or left by one channel and no longer wanted on the others. */
const aEteLu = ({ statut, partiel }: MemoireCourrier, voulu: boolean): boolean =>
  statut === 'PARTI' || statut === 'RECTIFIE' || (partiel === true && !voulu);

function ditAutrement({ code, destinataire }: MemoireCourrier, question: QuestionRectifications): boolean {
  const { etat, voulus, changements, jour } = question;
  const annoncee = Object.keys(changements).length > 0;
  if (annoncee && destinataire === 'BENEFICIAIRE' && DITS_PAR_PROLONGATION.includes(code)) return true;
  return [...voulus].some(
    ([cle, voulu]) =>
      voulu.code === code &&
      voulu.destinataire === destinataire &&
      voulu.date <= jour &&
      !Object.hasOwn(etat.courriers, cle),
  );
}
