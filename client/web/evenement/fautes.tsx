import type { FC } from 'hono/jsx';
import type { Champ } from '../../../domain/dossier/champs';
import { nomSaisi } from '../../saisie/formulaire';
import { Dit } from '../commun/dit';
import { Avis } from '../commun/gabarit';
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
  const vers = champs.map(({ nom, libelle }) => ({ nom, libelle, ancre: nomSaisi(nom) }));
  const fautifs = [...vers, { nom: MOTIF, libelle: 'Motif', ancre: MOTIF }].filter(({ nom }) => nom in erreurs);
  const compte = fautifs.length === 1 ? 'Un champ est à revoir.' : `${fautifs.length} champs sont à revoir.`;
  return (
    <Avis genre="alerte">
      <p>
        <Dit code={code} phrase={erreurs[''] ?? compte} /> Rien n’a été enregistré.
      </p>
      {fautifs.length > 0 ? (
        <ul>
          {fautifs.map(({ nom, libelle, ancre }) => (
            <li>
              <a href={`#${ancre}`}>{libelle}</a> : {erreurs[nom]}
            </li>
          ))}
        </ul>
      ) : null}
    </Avis>
  );
};
