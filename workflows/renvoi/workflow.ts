import { allHandlersFinished, condition, sleep } from '@temporalio/workflow';
import {
  minutesAvantTentative,
  RENVOI_RETENUES,
  RENVOI_TENTATIVES,
  RETENU_MINUTES,
} from '../../domain/parcours/tentatives';
import { refuserInconnus } from '../messages-inconnus';
import { tenter } from '../remises';
import { nommer } from '../resumes';
import type { DemandeRenvoi } from './messages';

/**
 * Sends a letter that came back by its next channel, or by the same one, later, when the fault was ours. The journey believes it gone and is not woken: what was refused is read in the
 * register by `remettre`, which ends in a task when nothing works.
 */
export async function renvoi({ numero, courrier, apres }: DemandeRenvoi): Promise<void> {
  refuserInconnus(numero);
  if (apres) await sleep(`${apres}m`, { summary: `Refusé par notre faute : ${nommer(courrier)} repart ensuite` });
  let tentatives = 0;
  let retenues = 0;
  for (;;) {
    const maintenant = new Date().toISOString();
    const epuise = tentatives >= RENVOI_TENTATIVES || retenues >= RENVOI_RETENUES;
    const { statut } = await tenter({
      numero,
      courrier,
      maintenant,
      renvoi: true,
      ...(epuise ? { enTache: true } : {}),
    });
    if (statut === 'RETENU') retenues += 1;
    else if (statut === 'A_REPRENDRE') tentatives += 1;
    else return condition(allHandlersFinished);
    const minutes = statut === 'RETENU' ? RETENU_MINUTES : minutesAvantTentative(tentatives);
    await sleep(`${minutes}m`, { summary: `Nouvel essai : ${nommer(courrier)}` });
  }
}
