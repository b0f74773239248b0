import { log, sleep } from '@temporalio/workflow';
import type { IssueRemise } from '../../domain/parcours/parcours';
import { minutesAvantReprise, RETENU_MINUTES } from '../../domain/parcours/reprises';
import { remettre } from '../parcours/activites';
import type { DemandeRenvoi } from './messages';

/** Two days of attempts at the pace of a journey: what no channel takes by then is someone's task. */
const TENTATIVES = 13;
/** A week held: the counsellor decides, with the letter in hand. */
const RETENUES = 7 * 24;

/**
 * Sends a letter that came back by its next channel. The journey believes it gone and is not woken: what was refused is read in the
 * register by `remettre`, which ends in a task when nothing works.
 */
export async function renvoi({ numero, courrier }: DemandeRenvoi): Promise<void> {
  let tentatives = 0;
  let retenues = 0;
  for (;;) {
    const maintenant = new Date().toISOString();
    const epuise = tentatives >= TENTATIVES || retenues >= RETENUES;
    const { statut } = await remettre
      .executeWithOptions({ summary: `Renvoi ${courrier.code}` }, [
        { numero, courrier, maintenant, renvoi: true, ...(epuise ? { enTache: true } : {}) },
      ])
      .catch((erreur: unknown): IssueRemise => {
        log.warn('courrier revenu non remis, à reprendre', { code: courrier.code, erreur: String(erreur) });
        return { statut: 'A_REPRENDRE', le: maintenant };
      });
    if (statut === 'RETENU') retenues += 1;
    else if (statut === 'A_REPRENDRE') tentatives += 1;
    else return;
    const minutes = statut === 'RETENU' ? RETENU_MINUTES : minutesAvantReprise(tentatives);
    await sleep(`${minutes}m`, { summary: `Nouvel essai ${courrier.code}` });
  }
}
