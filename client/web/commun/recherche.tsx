import type { FC } from 'hono/jsx';

/** Longer than any name with its number. */
export const RECHERCHE_MAX = 100;

/** Where what is looked for is sent: kept under a token, so that the address of a list names nobody. */
export const ADRESSE_RECHERCHE = '/recherche';

/** Name of the field that says which list is asked, `/dossiers` when there is none. */
export const VERS_RECHERCHE = '_vers';

/** On every page: one field that finds a dossier, whoever follows it. */
export const ChampRecherche: FC = () => (
  <search aria-label="Tous les dossiers">
    <form method="post" action={ADRESSE_RECHERCHE} class="recherche">
      <input
        type="search"
        name="q"
        aria-label="Chercher un dossier : nom, numéro, téléphone, e-mail ou entreprise"
        placeholder="Nom, numéro, téléphone, entreprise"
        required
        maxlength={RECHERCHE_MAX}
        autocomplete="off"
      />
      <button type="submit" class="secondary">
        Chercher
      </button>
    </form>
  </search>
);
