import type { FC } from 'hono/jsx';
import { libellesRoles } from '../../../domain/comptes/roles';
import type { Compte } from '../../../registre';
import { Avis, Page } from '../commun/gabarit';

/** A first way in, or a new one: its owner chooses a password. */
export const PageLien: FC<{ compte: Compte; refus?: string }> = ({ compte, refus }) => (
  <Page titre="Choisir un mot de passe" boite={false}>
    <h1>Choisir un mot de passe</h1>
    <p>
      Pour le compte de <strong>{compte.nom}</strong> ({libellesRoles[compte.role]}), qui entre ensuite avec l’adresse{' '}
      {compte.adresse}.
    </p>
    {refus ? (
      <Avis genre="alerte">
        <p id="refus">{refus}</p>
      </Avis>
    ) : null}
    <form class="saisie" method="post">
      <input type="hidden" name="adresse" value={compte.adresse} autocomplete="username" />
      <label>
        Mot de passe
        <input
          type="password"
          name="motDePasse"
          required
          minlength={12}
          maxlength={200}
          autocomplete="new-password"
          aria-describedby={refus ? 'aide refus' : 'aide'}
        />
        <small id="aide">Douze caractères au moins : une phrase que vous seul diriez convient très bien.</small>
      </label>
      <label>
        Le même, encore une fois
        <input type="password" name="encore" required maxlength={200} autocomplete="new-password" />
      </label>
      <button type="submit">Choisir ce mot de passe et entrer</button>
    </form>
  </Page>
);
