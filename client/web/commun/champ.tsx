import type { FC } from 'hono/jsx';
import type { Champ } from '../../../domain/dossier/champs';
import { nomSaisi } from '../../saisie/formulaire';
import { Faute } from './faute';
import { Jour } from './jour';

/** One field of a form, from its metadata, with what was typed and what is wrong with it. */
export const ChampSaisi: FC<{ champ: Champ; valeur?: string; erreur?: string }> = ({ champ, valeur, erreur }) => {
  const { libelle, aide, genre, obligatoire, quand = 'facultatif' } = champ;
  const nom = nomSaisi(champ.nom);
  const aides = [aide ? `${nom}-aide` : '', erreur ? `${nom}-erreur` : ''].filter(Boolean).join(' ');
  const dits = {
    'aria-describedby': aides || undefined,
    'aria-invalid': erreur ? ('true' as const) : undefined,
  };
  const commun = { id: nom, name: nom, required: obligatoire, ...dits };
  const notes = (
    <>
      {aide ? <small id={`${nom}-aide`}>{aide}</small> : null}
      <Faute id={`${nom}-erreur`} phrase={erreur ?? null} />
    </>
  );
  if (genre === 'booleen') {
    return (
      <fieldset>
        <label for={nom}>
          <input type="checkbox" {...commun} required={false} value="oui" checked={valeur === 'oui'} /> {libelle}
        </label>
        {notes}
      </fieldset>
    );
  }
  return (
    <fieldset>
      <label for={nom}>
        {libelle}
        {obligatoire ? null : <span class="discret"> ({quand})</span>}
      </label>
      {genre === 'choix' ? (
        <select {...commun}>
          <option value="">{obligatoire ? 'Choisir…' : '–'}</option>
          {champ.choix?.map((c) => (
            <option value={c.valeur} selected={c.valeur === valeur}>
              {c.libelle}
            </option>
          ))}
        </select>
      ) : genre === 'date' ? (
        <Jour id={nom} {...dits} nom={nom} libelle={libelle} valeur={valeur} />
      ) : champ.longueur === undefined ? (
        <input
          type={TYPES[genre]}
          {...commun}
          value={valeur ?? ''}
          {...(genre === 'nombre' ? { inputmode: 'decimal', step: 'any', min: 0 } : {})}
        />
      ) : (
        <textarea {...commun} rows={LIGNES} maxlength={champ.longueur}>
          {valeur ?? ''}
        </textarea>
      )}
      {notes}
    </fieldset>
  );
};

/** Of a text that takes several lines. */
const LIGNES = 5;

const TYPES = { texte: 'text', nombre: 'number' } as const;
