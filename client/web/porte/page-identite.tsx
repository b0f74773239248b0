import type { FC } from 'hono/jsx';
import { Avis, Page } from '../commun/gabarit';

/** Whoever came back from the identity provider does not enter: why, and what to do. */
export const PageIdentite: FC<{ nom: string; refus: string; motsDePasse: boolean }> = ({ nom, refus, motsDePasse }) => (
  <Page titre="Entrer" boite={false}>
    <h1>Vous n’êtes pas entré</h1>
    <Avis genre="alerte">
      <p>{refus}</p>
    </Avis>
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
