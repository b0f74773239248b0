import { lireRebond } from '../../commun/rebond';
import { inscrireRebond, type SuiteRebond } from '../../registre';
import { departRenvoi, typeRenvoi } from '../../workflows/renvoi/messages';
import type { DepsParcours } from './commun/deps';

/**
 * Takes a message that came back from the mail relay. Only what speaks of one of our letters counts: an out-of-office answer, a reply
 * are ignored.
 */
export async function recevoirRebond(
  { registre, temporal }: Pick<DepsParcours, 'registre' | 'temporal'>,
  source: Buffer,
  maintenant: Date,
): Promise<SuiteRebond | { suite: 'IGNORE' }> {
  const rebond = await lireRebond(source);
  if (!rebond) return { suite: 'IGNORE' };
  const suite = await inscrireRebond(registre, rebond, maintenant);
  if ('aRenvoyer' in suite && suite.aRenvoyer) {
    const { numero, aRenvoyer: courrier, minutes } = suite;
    await temporal.workflow.start(typeRenvoi, departRenvoi({ numero, courrier, apres: minutes }));
  }
  return suite;
}
