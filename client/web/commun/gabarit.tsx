import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { peut } from '../../../domain/comptes/politique';
import { libellesRoles } from '../../../domain/comptes/roles';
import { typographierHtml } from '../../affichage/typographie';
import { lecteur } from '../porte/compte-courant';
import { lecteurPeut } from '../porte/pour';
import { accueilDe } from '../porte/suite';
import { ChampRecherche } from './recherche';
import { adressesFeuilles } from './statique';

/** What surrounds every page. */
export interface Cadre {
  /** Names nobody: a browser keeps it in its history. */
  titre: string;
  /** Which entry of the menu is this page. */
  menu?: 'semaine' | 'dossiers' | 'boite' | 'exploitation';
  /** The local mailbox is there. */
  boite: boolean;
  /** Seconds after which the browser asks again: only of a page that its reader asked to be kept fresh. */
  relire?: number;
  children?: Child;
}

/** The frame of every page: French and its typography, one menu, a link to skip it, no script. */
export const Page: FC<Cadre> = (cadre) => raw(typographierHtml(String(<Cadrage {...cadre} />)));

const Cadrage: FC<Cadre> = ({ titre, relire, children, ...cadre }) => (
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
                <a class="marque" href={accueil()}>
                  Jalon
                </a>
              </li>
            </ul>
            <Menu {...cadre} />
          </nav>
          {lecteurPeut('lire-portefeuille') ? <ChampRecherche /> : null}
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

/** Where the name of the tool leads: to what the reader sees first. */
const accueil = (): string => {
  const compte = lecteur();
  return compte === undefined ? '/' : accueilDe(compte.role);
};

/** What the account may open, who it is, and the way out; nothing for who has not signed in. */
const Menu: FC<Pick<Cadre, 'menu' | 'boite'>> = ({ menu, boite }) => {
  const compte = lecteur();
  if (compte === undefined) return null;
  const { role, nom } = compte;
  const entrees = [
    { cle: 'semaine', href: '/', libelle: 'Ma semaine', la: peut(role, 'lire-portefeuille') },
    { cle: 'dossiers', href: '/dossiers', libelle: 'Dossiers', la: peut(role, 'lire-portefeuille') },
    { cle: 'boite', href: '/boite', libelle: 'Boîte locale', la: boite && peut(role, 'lire-boite-locale') },
    { cle: 'exploitation', href: '/exploitation', libelle: 'Exploitation', la: peut(role, 'relever-sante') },
  ];
  return (
    <ul>
      {entrees
        .filter(({ la }) => la)
        .map(({ cle, href, libelle }) => (
          <li>
            <a href={href} aria-current={menu === cle ? 'page' : undefined}>
              {libelle}
            </a>
          </li>
        ))}
      <li class="discret">
        <a href="/compte">
          {nom} ({libellesRoles[role]})
        </a>
      </li>
      <li>
        <form method="post" action="/sortie" class="sortie">
          <button type="submit" class="outline">
            Sortir
          </button>
        </form>
      </li>
    </ul>
  );
};

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
