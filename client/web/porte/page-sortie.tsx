import type { FC } from 'hono/jsx';
import { Page } from '../commun/gabarit';

/** Signed out of Jalon; the browser goes on to end the provider's own session, by itself or by this link. */
export const PageSortie: FC<{ nom: string; vers: string }> = ({ nom, vers }) => (
  <Page titre="Vous êtes sorti" boite={false}>
    <h1>Vous êtes sorti de Jalon</h1>
    <p>Votre session chez {nom} se ferme aussi : sans cela, le suivant entrerait ici sous votre nom.</p>
    <p>
      <a href={vers}>Continuer</a>
    </p>
  </Page>
);
