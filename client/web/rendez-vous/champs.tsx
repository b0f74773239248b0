import type { Child, FC } from 'hono/jsx';
import { Faute } from '../commun/faute';
import { Jour } from '../commun/jour';

interface Props {
  nom: string;
  libelle: string;
  valeur?: string | undefined;
  erreur?: string | undefined;
  aide?: string;
  obligatoire?: boolean;
  /** When it is wanted, for a field that another one decides of. */
  quand?: string;
}

/** What surrounds a field: its label, its help, what is wrong with it. */
const Cadre: FC<Props & { children?: Child }> = ({
  nom,
  libelle,
  erreur,
  aide,
  obligatoire,
  quand = 'facultatif',
  children,
}) => (
  <fieldset>
    <label for={nom}>
      {libelle}
      {obligatoire ? null : <span class="discret"> ({quand})</span>}
    </label>
    {children}
    {aide ? <small id={`${nom}-aide`}>{aide}</small> : null}
    <Faute id={`${nom}-erreur`} phrase={erreur ?? null} />
  </fieldset>
);

const dits = ({ nom, aide, erreur }: Props) => ({
  'aria-describedby': [aide ? `${nom}-aide` : '', erreur ? `${nom}-erreur` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': erreur ? ('true' as const) : undefined,
});

const attributs = (p: Props) => ({ id: p.nom, name: p.nom, required: p.obligatoire === true, ...dits(p) });

/** A day: what is missing is said by the answer, since either of its two fields may give it. */
export const LigneJour: FC<Props> = (p) => (
  <Cadre {...p}>
    <Jour id={p.nom} nom={p.nom} libelle={p.libelle} valeur={p.valeur} {...dits(p)} />
  </Cadre>
);

export const Ligne: FC<Props & { type?: 'text' | 'time' | 'url' | 'month'; max?: number }> = (p) => (
  <Cadre {...p}>
    <input type={p.type ?? 'text'} {...attributs(p)} value={p.valeur ?? ''} maxlength={p.max} />
  </Cadre>
);

export const Zone: FC<Props & { lignes?: number }> = (p) => (
  <Cadre {...p}>
    <textarea {...attributs(p)} rows={p.lignes ?? 3}>
      {p.valeur ?? ''}
    </textarea>
  </Cadre>
);

export const Choix: FC<Props & { choix: Readonly<Record<string, string>> }> = (p) => (
  <Cadre {...p}>
    <select {...attributs(p)}>
      {Object.entries(p.choix).map(([valeur, libelle]) => (
        <option value={valeur} selected={valeur === p.valeur}>
          {libelle}
        </option>
      ))}
    </select>
  </Cadre>
);

/** Fields that a page carries on without showing them. */
export const Caches: FC<{ champs: Readonly<Record<string, string>> }> = ({ champs }) => (
  <>
    {Object.entries(champs).map(([nom, valeur]) => (
      <input type="hidden" name={nom} value={valeur} />
    ))}
  </>
);
