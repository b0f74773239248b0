import type { FC } from 'hono/jsx';
import type { Champ } from '../../../domain/dossier/champs';
import { nomSaisi } from '../../saisie/formulaire';

const LIGNES = 10;

/** A field of several lines, typed, pasted or taken from a file. */
export const ChampLong: FC<{ champ: Champ; valeur?: string; erreur?: string }> = ({ champ, valeur = '', erreur }) => {
  const nom = nomSaisi(champ.nom);
  const aides = [`${nom}-aide`, erreur ? `${nom}-erreur` : ''].filter(Boolean).join(' ');
  return (
    <fieldset>
      <label for={nom}>{champ.libelle}</label>
      <textarea
        id={nom}
        name={nom}
        rows={LIGNES}
        spellcheck={false}
        aria-describedby={aides}
        aria-invalid={erreur ? 'true' : undefined}
      >
        {valeur}
      </textarea>
      <small id={`${nom}-aide`}>{champ.aide}</small>
      {erreur ? <small id={`${nom}-erreur`}>{erreur}</small> : null}
      <label for={`fichier.${champ.nom}`}>
        Ou un fichier <span class="discret">(il remplace ce qui est écrit au-dessus)</span>
      </label>
      <input type="file" id={`fichier.${champ.nom}`} name={`fichier.${champ.nom}`} accept=".json,application/json" />
    </fieldset>
  );
};
