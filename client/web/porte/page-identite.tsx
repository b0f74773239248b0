import type { FC } from 'hono/jsx';
import { Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';

/** Whoever came back from the identity provider does not enter: why, and what to do. */
export const PageIdentite: FC<{ nom: string; refus: string; motsDePasse: boolean }> = ({ nom, refus, motsDePasse }) => (
  <Page titre="Entrer" boite={false}>
    <h1>Vous n’êtes pas entré</h1>
    <Refuse>
      <p>{refus}</p>
    </Refuse>
    <p>
      <a href="/entree/identite">Recommencer avec {nom}</a>
    </p>
    {motsDePasse ? (
      <p>
        <a href="/entree">Entrer autrement</a>
      </p>
    ) : null}
  </Page>
);
