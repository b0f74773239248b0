import type { FC } from 'hono/jsx';
import { MOTIF_MAX } from '../../../domain/dossier/limite';
import type { SaisieRefusee } from '../dossier/refusee';
import { Faute, fautif } from './faute';

interface Props {
  /** What asks for it: "Motif", "Pourquoi". */
  libelle: string;
  /** Id of the sentence that says what is wrong with it. */
  faute: string;
  /** What was just refused of this form. */
  refusee: SaisieRefusee | null;
}

/** The reason that a short form asks for, with what was wrong with it. */
export const ChampMotif: FC<Props> = ({ libelle, faute: id, refusee }) => {
  const faute = { id, phrase: refusee?.phrase ?? null };
  return (
    <>
      <label>
        {libelle}{' '}
        <input
          name="motif"
          required
          maxlength={MOTIF_MAX}
          autocomplete="off"
          value={refusee?.saisie.motif}
          {...fautif(faute)}
        />
      </label>
      <Faute {...faute} />
    </>
  );
};
