import type { Child, FC } from 'hono/jsx';
import { nomSaisi } from '../../saisie/formulaire';

/**
 * Why what was just asked was not done. A page that comes back refused starts here for the keyboard and for who hears it, the fields to
 * mend being next; one that is led to by an anchor starts where it points.
 */
export const Refuse: FC<{ children?: Child }> = ({ children }) => (
  <div class="avis alerte" role="alert" tabindex={-1} autofocus>
    {children}
  </div>
);

/** The same, of the short form of a part of a page; nothing while none was refused. */
export const FormulaireRefuse: FC<{ refusee: { phrase: string } | null }> = ({ refusee }) =>
  refusee === null ? null : (
    <Refuse>
      <p>{refusee.phrase}</p>
    </Refuse>
  );

/** A field that was refused. */
export interface ChampRefuse {
  /** Id of the field. */
  ancre: string;
  libelle: string;
  phrase: string;
}

/** The fields that were refused, each one step away. */
export const ChampsRefuses: FC<{ champs: readonly ChampRefuse[] }> = ({ champs }) =>
  champs.length === 0 ? null : (
    <ul>
      {champs.map(({ ancre, libelle, phrase }) => (
        <li>
          <a href={`#${ancre}`}>{libelle}</a> : {phrase}
        </li>
      ))}
    </ul>
  );

/** Those of a form whose sentences go by the name of the field. */
export const champsRefuses = (
  champs: readonly { nom: string; libelle: string }[],
  erreurs: Readonly<Record<string, string>>,
): ChampRefuse[] =>
  champs.flatMap(({ nom, libelle }) =>
    erreurs[nom] === undefined ? [] : [{ ancre: nomSaisi(nom), libelle, phrase: erreurs[nom] }],
  );
