import type { Child, FC } from 'hono/jsx';

/** A part of the page of a dossier. */
export interface Partie {
  /** Its anchor. */
  id: string;
  titre: string;
  /** What it holds, in a few words: read without unfolding it. */
  dit: string;
  /** Something in it waits for the reader. */
  ouverte: boolean;
  /** Null when it is empty: its line says so. */
  contenu: Child | null;
}

/** The parts of a page, each folded into the line that says what it holds. */
export const Parties: FC<{ parties: readonly Partie[] }> = ({ parties }) => (
  <>
    {parties.map(({ id, titre, dit, ouverte, contenu }) => {
      const tete = (
        <>
          <h2 id={`${id}-titre`}>{titre}</h2> <span class="discret">{dit}</span>
        </>
      );
      return (
        <section aria-labelledby={`${id}-titre`} class="partie">
          {contenu === null ? (
            <div id={id} class="vide">
              {tete}
            </div>
          ) : (
            <details open={ouverte}>
              <summary>{tete}</summary>
              {/* Inside what folds: a browser unfolds what an address points into. */}
              <div id={id}>{contenu}</div>
            </details>
          )}
        </section>
      );
    })}
  </>
);

/** The way to each part, from the top of the page. */
export const MenuDesParties: FC<{ parties: readonly Partie[] }> = ({ parties }) => (
  <nav aria-label="Dans ce dossier" class="onglets">
    <ul>
      {parties.map(({ id, titre }) => (
        <li>
          <a href={`#${id}`}>{titre}</a>
        </li>
      ))}
    </ul>
  </nav>
);
