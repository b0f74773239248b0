import type { FC } from 'hono/jsx';
import { champsEnCause } from '../../../domain/faits/champs-en-cause';
import type { RefusDeSaisie } from './brouillons';

/** What a refusal says of one field of a form; null when it says nothing of it. */
export const fauteDe = (refus: readonly RefusDeSaisie[], nom: string): string | null =>
  refus.find(({ champ, code }) => (champ === undefined ? champsEnCause(code).includes(nom) : champ === nom))?.phrase ??
  null;

interface Props {
  /** Of this sentence: its field names it by `aria-describedby`. */
  id: string;
  phrase: string | null;
}

/** What is wrong with a field of a short form, beside it. */
export const Faute: FC<Props> = ({ id, phrase }) =>
  phrase === null ? null : (
    <small id={id} class="faute">
      {phrase}
    </small>
  );

/** What a field says of the fault that stands beside it. */
export const fautif = ({ id, phrase }: Props) =>
  phrase === null ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': id };
