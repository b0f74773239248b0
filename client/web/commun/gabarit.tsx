import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { typographierHtml } from '../../affichage/typographie';
import { ChampRecherche } from './recherche';
import { adressesFeuilles } from './statique';

/** What surrounds every page. */
export interface Cadre {
  titre: string;
  /** Which entry of the menu is this page. */
  menu?: 'semaine' | 'dossiers' | 'boite';
  /** The local mailbox is there. */
  boite: boolean;
  /** Seconds after which the browser asks again, while an act is being taken into account. */
  relire?: number;
  children?: Child;
}

/** The frame of every page: French and its typography, one menu, a link to skip it, no script. */
export const Page: FC<Cadre> = (cadre) => raw(typographierHtml(String(<Cadrage {...cadre} />)));

const Cadrage: FC<Cadre> = ({ titre, menu, boite, relire, children }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {relire ? <meta http-equiv="refresh" content={String(relire)} /> : null}
        <title>{`${titre} – Jalon`}</title>
        <link rel="icon" href="data:," />
        {adressesFeuilles.map((adresse) => (
          <link rel="stylesheet" href={adresse} />
        ))}
      </head>
      <body>
        <a class="evitement" href="#contenu">
          Aller au contenu
        </a>
        <header class="container">
          <nav aria-label="Menu principal">
            <ul>
              <li>
                <a class="marque" href="/">
                  Jalon
                </a>
              </li>
            </ul>
            <ul>
              <li>
                <a href="/" aria-current={menu === 'semaine' ? 'page' : undefined}>
                  Ma semaine
                </a>
              </li>
              <li>
                <a href="/dossiers" aria-current={menu === 'dossiers' ? 'page' : undefined}>
                  Dossiers
                </a>
              </li>
              {boite ? (
                <li>
                  <a href="/boite" aria-current={menu === 'boite' ? 'page' : undefined}>
                    Boîte locale
                  </a>
                </li>
              ) : null}
            </ul>
          </nav>
          <ChampRecherche />
        </header>
        <main class="container" id="contenu">
          {children}
        </main>
        <footer class="container">
          <p>
            Jalon suit les contrats de sécurisation professionnelle. Les dates affichées sont celles du lieu de
            résidence du bénéficiaire.
          </p>
        </footer>
      </body>
    </html>
  </>
);

/** A short message at the top of a page. */
export const Avis: FC<{ genre?: 'attention' | 'alerte' | 'fait'; children?: Child }> = ({ genre, children }) => (
  <div class={genre ? `avis ${genre}` : 'avis'} role={genre === 'alerte' ? 'alert' : 'status'}>
    {children}
  </div>
);

/** One word of state, in its colour. */
export const Pastille: FC<{ genre?: 'attention' | 'alerte' | 'fait'; children?: Child }> = ({ genre, children }) => (
  <span class={genre ? `pastille ${genre}` : 'pastille'}>{children}</span>
);
