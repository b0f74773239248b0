import type { FC } from 'hono/jsx';
import { libellesRoles } from '../../../domain/comptes/roles';
import { phrase } from '../../../domain/faits/erreurs';
import type { Compte } from '../../../registre';
import { Avis, Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';

interface Props {
  compte: Compte;
  lien: string;
  /** Whether an address and a password do. */
  motsDePasse: boolean;
  /** Name of the identity provider, for an account that may enter that way; null otherwise. */
  fournisseur: string | null;
  refus?: string | undefined;
}

/** A first way in, or a new one: its owner chooses which. */
export const PageLien: FC<Props> = ({ compte, lien, motsDePasse, fournisseur, refus }) => (
  <Page titre="Choisir comment entrer" boite={false}>
    <h1>{fournisseur === null ? 'Choisir un mot de passe' : 'Choisir comment entrer'}</h1>
    <p>
      Pour le compte de <strong>{compte.nom}</strong> ({libellesRoles[compte.role]}).
    </p>
    {fournisseur === null ? null : (
      <p>
        <a class="bouton" href={`/entree/identite?${new URLSearchParams({ lien })}`}>
          Entrer désormais avec {fournisseur}
        </a>
      </p>
    )}
    {motsDePasse ? <ParMotDePasse compte={compte} refus={refus} /> : null}
    {motsDePasse || fournisseur !== null ? null : (
      <Avis genre="alerte">
        <p>{phrase('IDENTITE_PEU_SURE')}</p>
      </Avis>
    )}
  </Page>
);

const ParMotDePasse: FC<Pick<Props, 'compte' | 'refus'>> = ({ compte, refus }) => (
  <>
    <p>Avec un mot de passe, ce compte entre à l’adresse {compte.adresse}.</p>
    {refus ? (
      <Refuse>
        <p id="refus">{refus}</p>
      </Refuse>
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
  </>
);
