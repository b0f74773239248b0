import { createContext, type FC, useContext } from 'hono/jsx';

/** The names that a page knows, by the id under which the register keeps who acted. */
export const Noms = createContext<ReadonlyMap<string, string>>(new Map());

/** Who did something: her name; the id alone when an operator, an import or a closed register did it. */
export const Qui: FC<{ id: string | null }> = ({ id }) => {
  const noms = useContext(Noms);
  return <>{id === null ? '' : (noms.get(id) ?? id)}</>;
};
