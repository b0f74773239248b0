import type { FC } from 'hono/jsx';
import type { Explication } from '../../../domain/droit/expliquer';
import { regleDite } from '../../../domain/droit/regle-dite';

interface Props {
  /** What is explained, for who hears the page: "dernier jour du CSP". */
  de: string;
  /** The computation in one sentence, with what is doubtful in it. */
  phrase: string;
  explication: Pick<Explication, 'regle' | 'source' | 'doute'>;
}

/** The number of a document in our own list tells a counsellor nothing. */
const sansNumero = (source: string): string => source.replace(/ \(S\d{3}\)/g, '');

/** Why a date is what it is, one click away from it: the computation, the rule, the texts, the doubt. */
export const Pourquoi: FC<Props> = ({ de, phrase, explication: { regle, source, doute } }) => (
  <details class="pourquoi">
    <summary aria-label={`Pourquoi : ${de}`}>pourquoi</summary>
    <p>
      {phrase} <small>({regleDite(regle)})</small>
    </p>
    {doute ? <p>À savoir : {doute}</p> : null}
    {source === '' ? null : <p class="discret">D’après : {sansNumero(source)}.</p>}
  </details>
);
