import type { Client } from '@temporalio/client';
import { compte } from '../affichage/libelles';
import { acheverInacheves } from '../usages/achever-inacheves';

/** What was left half-way is taken up within seconds. */
const PATIENCE_MS = 30_000;

/**
 * Takes up what a crash left half-way, and says what it was. Without a worker to do it, one does not wait for ever: the Schedule of the
 * same does it.
 */
export async function direReprises(
  temporal: Client,
  dire: (phrase: string) => void,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const reprises = await temporal
    .withDeadline(Date.now() + patienceMs, () => acheverInacheves(temporal))
    .catch(() => null);
  if (reprises === null) return dire('Ce qu’une coupure a interrompu sera repris dès qu’un worker répondra.');
  const { ouvertures, rendezVous } = reprises;
  if (ouvertures > 0)
    dire(`${compte(ouvertures, 'ouverture interrompue reprise', 'ouvertures interrompues reprises')}.`);
  if (rendezVous > 0) dire(`${compte(rendezVous, 'rendez-vous interrompu repris', 'rendez-vous interrompus repris')}.`);
}
