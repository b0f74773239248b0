import type { FC } from 'hono/jsx';
import { Avis } from './gabarit';

/** A sheet of a list, and how much the list holds in all; a sheet past the end may not know how much. */
interface Feuille {
  lignes: readonly unknown[];
  total: number;
}

/** A sheet that is there, and the one asked for when it was another. */
export type Feuilletee<F> = F & { page: number; derniere: number; absente: number | null };

/**
 * The sheet that an address asks for, else the last one: nothing shown would say that nothing is there.
 * @param lire asked of how many lines come before
 */
export async function feuilleter<F extends Feuille>(
  page: number,
  parPage: number,
  lire: (decalage: number) => F | Promise<F>,
): Promise<Feuilletee<F>> {
  const voulue = await lire((page - 1) * parPage);
  const premiere = voulue.lignes.length > 0 || page === 1 ? voulue : await lire(0);
  const derniere = Math.max(1, Math.ceil(premiere.total / parPage));
  if (premiere === voulue) return { ...voulue, page, derniere, absente: null };
  const montree = derniere === 1 ? premiere : await lire((derniere - 1) * parPage);
  return { ...montree, page: derniere, derniere, absente: page };
}

/** Says that there is no such sheet, and which one is shown instead. */
export const PageAbsente: FC<Pick<Feuilletee<unknown>, 'derniere' | 'absente'>> = ({ derniere, absente }) =>
  absente === null ? null : (
    <Avis genre="attention">
      <p>
        La page {absente.toLocaleString('fr-FR')} n’existe pas :{' '}
        {derniere === 1 ? 'il n’y en a qu’une, que voici.' : `il y en a ${derniere}, voici la dernière.`}
      </p>
    </Avis>
  );
