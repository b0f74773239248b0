import type { Inacheves } from '../../activities';
import { activites, activitesLocales } from '../activites';
import { attendHorsHistoire } from '../attente';
import { ATTENTE, AVANT_ATTENTE, COHERENCE } from '../classes';

const attente = activites(['lireInacheves'], ATTENTE);
const avant = activitesLocales(['lireInacheves'], AVANT_ATTENTE);

/** What was left half-way, read from the register. */
export const lireInacheves = (): Promise<Inacheves> =>
  attendHorsHistoire() ? attente.lireInacheves() : avant.lireInacheves();

/** Register and engine compared, a part at a time. */
export const { verifierRecents, verifierPage } = activites(['verifierRecents', 'verifierPage'], COHERENCE);
