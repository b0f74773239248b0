import type { Journal } from '../commun/journaux';
import { type Registre, refusSubis } from '../registre';

/** Someone has to act on DNS or on a relay: a minute more changes nothing. */
const GUET_MS = 60_000;

/**
 * Tells the operators, once, that mail servers refuse us (blocked address, SPF, DKIM, login), as soon as several dossiers meet it, and
 * once more when it is over. The letters wait, and go again by themselves.
 * @param guetMs time between two looks
 * @returns stops it
 */
export function guetterRefus(registre: Registre, journal: Journal, guetMs = GUET_MS): () => void {
  let dit = false;
  const minuterie = setInterval(() => {
    regarder().catch((err: unknown) => journal.warn({ err }, 'refus non comptés'));
  }, guetMs);
  return () => clearInterval(minuterie);

  async function regarder(): Promise<void> {
    const refus = await refusSubis(registre, new Date());
    if (refus !== null && !dit) {
      journal.error(
        { ...refus },
        'des serveurs refusent nos e-mails, qui attendent : vérifier SPF, DKIM et l’adresse IP du relais',
      );
    }
    if (refus === null && dit) journal.info('les e-mails ne sont plus refusés par notre faute');
    dit = refus !== null;
  }
}
