import type { FC } from 'hono/jsx';
import { sansNomsDeChamps } from '../../../domain/faits/phrase-sur-champs';

/** What a code says, in the words of a counsellor; the code itself shows to whom points at the sentence, to quote it. */
export const Dit: FC<{ code: string | null; phrase: string | null }> = ({ code, phrase }) => (
  <span title={code ?? undefined}>{sansNomsDeChamps(phrase ?? '')}</span>
);
