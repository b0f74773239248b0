import type { FC } from 'hono/jsx';

/** Longer than any name with its number. */
export const RECHERCHE_MAX = 100;

/** On every page: one field that finds a dossier, whoever follows it. */
export const ChampRecherche: FC = () => (
  <search aria-label="Tous les dossiers">
    <form method="get" action="/dossiers" class="recherche">
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
