import type { FC } from 'hono/jsx';
import { compte } from '../../affichage/libelles';
import type { Bloque } from '../../usages/sante/parcours-bloques';
import { type Feuilletee, PageAbsente } from '../commun/feuilleter';
import { Page } from '../commun/gabarit';
import { Pour } from '../porte/pour';

/** Where all of them are listed. */
export const ADRESSE_BLOQUES = '/exploitation/parcours';

interface PropsListe {
  bloques: readonly Bloque[];
  /** Where the Temporal UI shows them; null where none was named. */
  interfaceMoteur: string | null;
}

/** Journeys that do not go on, each with its reason; an id holds the number of its dossier, which who reads this does not open. */
const Liste: FC<PropsListe> = ({ bloques, interfaceMoteur }) => (
  <ul>
    {bloques.map(({ id, raison }) => (
      <li>
        <strong>{id}</strong> : {raison}
        {interfaceMoteur === null ? null : (
          <Pour usage="lire-histoires">
            {' '}
            <a
              href={`${interfaceMoteur}/workflows/${encodeURIComponent(id)}`}
              aria-label={`Interface de Temporal : ${id}`}
            >
              Interface de Temporal
            </a>
          </Pour>
        )}
      </li>
    ))}
  </ul>
);

/** The first ones, and the way to the others. */
export const Premiers: FC<PropsListe & { total: number }> = ({ bloques, total, interfaceMoteur }) => {
  if (bloques.length === 0) return <p>Aucun.</p>;
  return (
    <>
      <Liste bloques={bloques} interfaceMoteur={interfaceMoteur} />
      {total > bloques.length ? (
        <p>
          <a href={ADRESSE_BLOQUES}>Les voir tous ({total})</a>
        </p>
      ) : null}
    </>
  );
};

interface Props {
  feuille: Feuilletee<{ lignes: readonly Bloque[]; total: number }>;
  interfaceMoteur: string | null;
  boite: boolean;
}

/** Every journey that does not go on, page by page. */
export const PageBloques: FC<Props> = ({ feuille, interfaceMoteur, boite }) => {
  const { lignes, total, page, derniere } = feuille;
  return (
    <Page titre="Parcours qui n’avancent pas" boite={boite}>
      <p>
        <a href="/exploitation">← Exploitation</a>
      </p>
      <h1>Parcours qui n’avancent pas</h1>
      <PageAbsente {...feuille} />
      <p>{total === 0 ? 'Aucun.' : compte(total, 'parcours', 'parcours')}</p>
      <Liste bloques={lignes} interfaceMoteur={interfaceMoteur} />
      <p class="actions">
        {page > 1 ? <a href={`${ADRESSE_BLOQUES}?page=${page - 1}`}>Page précédente</a> : null}
        {page < derniere ? <a href={`${ADRESSE_BLOQUES}?page=${page + 1}`}>Page suivante</a> : null}
      </p>
    </Page>
  );
};
