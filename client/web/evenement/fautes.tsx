import type { FC } from 'hono/jsx';
import type { Champ } from '../../../domain/dossier/champs';
import { Dit } from '../commun/dit';
import { ChampsRefuses, champsRefuses, Refuse } from '../commun/refuse';
import { MOTIF } from './acte';

interface Props {
  champs: readonly Champ[];
  /** Sentences by field name; under '' what concerns the whole form. */
  erreurs: Readonly<Record<string, string>>;
  /** Stable code of the refusal. */
  code: string | null;
}

/** What is wrong with a form, each field one click away. */
export const Fautes: FC<Props> = ({ champs, erreurs, code }) => {
  const motif = erreurs[MOTIF] === undefined ? [] : [{ ancre: MOTIF, libelle: 'Motif', phrase: erreurs[MOTIF] }];
  const fautifs = [...champsRefuses(champs, erreurs), ...motif];
  const compte = fautifs.length === 1 ? 'Un champ est à revoir.' : `${fautifs.length} champs sont à revoir.`;
  return (
    <Refuse>
      <p>
        <Dit code={code} phrase={erreurs[''] ?? compte} /> Rien n’a été enregistré.
      </p>
      <ChampsRefuses champs={fautifs} />
    </Refuse>
  );
};
