import type { FC } from 'hono/jsx';
import { Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';

interface Props {
  /** Where to go afterwards. */
  suite: string | undefined;
  /** Jalon is being tried on this machine. */
  essai: boolean;
  /** Whether an address and a password do. */
  motsDePasse: boolean;
  /** Name of the identity provider; null when there is none. */
  fournisseur: string | null;
  /** What was typed, and why it did not do. */
  adresse?: string;
  refus?: string;
}

/** Who are you? */
export const PageEntree: FC<Props> = ({ suite, essai, motsDePasse, fournisseur, adresse, refus }) => (
  <Page titre="Entrer" boite={false}>
    <h1>Entrer</h1>
    {refus ? (
      <Refuse>
        <p id="refus">{refus}</p>
      </Refuse>
    ) : null}
    {suite === undefined ? null : (
      <p>
        Il faut entrer pour voir cette page ; si votre session a pris fin, rien de ce que vous écriviez n’est perdu.
      </p>
    )}
    {fournisseur === null ? null : <ParIdentite suite={suite} nom={fournisseur} />}
    {motsDePasse ? <ParMotDePasse {...{ suite, adresse, refus }} /> : null}
    <p class="discret">
      {motsDePasse ? 'Mot de passe oublié, premier accès' : 'Premier accès'} : demandez un lien d’entrée à
      l’administrateur de Jalon.
      {essai
        ? ' Vous essayez Jalon ? Ouvrez l’adresse de démonstration que « npm start » a écrite dans son terminal.'
        : ''}
    </p>
  </Page>
);

/** A link, not a form: what answers a form may lead to this tool alone. */
const ParIdentite: FC<{ suite: string | undefined; nom: string }> = ({ suite, nom }) => (
  <p>
    <a class="bouton" href={`/entree/identite${suite === undefined ? '' : `?${new URLSearchParams({ suite })}`}`}>
      Entrer avec {nom}
    </a>
  </p>
);

const ParMotDePasse: FC<Pick<Props, 'suite' | 'adresse' | 'refus'>> = ({ suite, adresse, refus }) => (
  <form class="saisie" method="post" action="/entree">
    {suite === undefined ? null : <input type="hidden" name="suite" value={suite} />}
    <label>
      Adresse e-mail
      <input
        type="email"
        name="adresse"
        value={adresse ?? ''}
        required
        autocomplete="username"
        maxlength={254}
        aria-describedby={refus ? 'refus' : undefined}
      />
    </label>
    <label>
      Mot de passe
      <input type="password" name="motDePasse" required autocomplete="current-password" maxlength={200} />
    </label>
    <label>
      Code de votre application
      <input
        type="text"
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
        aria-describedby="aide-code"
      />
      <small id="aide-code">Seulement si votre compte en demande un.</small>
    </label>
    <button type="submit">Entrer</button>
  </form>
);
