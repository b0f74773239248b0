import { setTimeout as attendre } from 'node:timers/promises';
import { completerCourrier, estMalformee, type IssueEnvoi, type Registre } from '../../registre';

/** A PostgreSQL that was killed is back within two or three seconds, a standby takes over within ten. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 300;

/**
 * Records what became of an attempt, with some patience: what the channel took and the register never heard of would be handed over
 * twice. Trying again writes the same.
 * @returns whether the letter is gone by all its channels
 * @throws ErreurRegistre when the register stays away: the attempt is then uncertain
 */
export async function inscrireIssue(registre: Registre, cle: string, issue: IssueEnvoi, le: Date): Promise<boolean> {
  const limite = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await completerCourrier(registre, cle, issue, le);
    } catch (erreur) {
      if (estMalformee(erreur) || Date.now() > limite) throw erreur;
      await attendre(PAUSE_MS);
    }
  }
}
