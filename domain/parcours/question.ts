import type { Surcharge } from '../dossier/parametres';
import type { ReferentChange } from './changement-referent';
import type { Evaluer } from './evaluations';
import type { DemandeSituer, ModeEnvoi } from './parcours';

export interface OptionsSituer {
  envoi: ModeEnvoi;
  /** The agency's own parameters, laid over the règlement of the dossier (R3); what the journey adopted lies over them. */
  surcharge?: Surcharge;
  /** Minutes during which a letter born of a recorded fact is held before it leaves, time to take a slip back; 0 by default. */
  sursisMinutes?: number;
  /** UTC instant at which Jalon came back from an interruption of hours, unless an operator released what binds since. */
  revenuLe?: string | null;
  /**
   * Keys of the letters that the journey saw at its last pass, given when the rules changed since: others about what was known then
   * are not to be sent.
   */
  dejaVoulus?: ReadonlySet<string> | undefined;
  /** When the appointment of each interview was last fixed, by the code of the letter that asks for it: UTC instants. */
  entretiensFixes?: ReadonlyMap<string, string> | undefined;
  /**
   * Codes of the letters that the agency decides (`Agence.decisions`): each is its own, and that of an exclusion states the facts that
   * their author wrote (R27). They only announce when absent.
   */
  decidees?: ReadonlySet<string> | undefined;
  /** Who follows the person since her référent changed, as the register alone knows; absent when that never happened. */
  changementReferent?: ReferentChange | undefined;
  /** Who answers for the rules: `evaluer` by default. */
  loi?: Evaluer;
}

/** What is asked of a journey, and under which settings. */
export interface QuestionSituer {
  demande: DemandeSituer;
  options: OptionsSituer;
  /** The rules, asked once a question. */
  evaluer: Evaluer;
}
