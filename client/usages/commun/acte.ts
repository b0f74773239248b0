import type { Enveloppe } from '../../../workflows/parcours/messages';

/** Content of an act, as the signals of `workflows/parcours/messages.ts` carry it. */
export type ContenuActe = Enveloppe & Record<string, unknown>;

/** The content of an act, under the name of who did it. The same `id` sent twice counts once. */
export type ContenuSigne = ContenuActe & { id: string; auteur: string };
