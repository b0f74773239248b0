import type { FC } from 'hono/jsx';
import { libellesRoles } from '../../../domain/comptes/roles';
import type { Compte } from '../../../registre';
import { adresseSecret, enBase32 } from '../../usages/commun/second-facteur';
import { Avis, Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';

interface Props {
  compte: Compte;
  boite: boolean;
  /** A secret that its application does not know yet, with the token under which it is kept; null once it has one. */
  propose: { brouillon: string; secret: Uint8Array } | null;
  /** Nothing else is opened before it has one. */
  exige: boolean;
  refus?: string;
}

/** Who I am here, and what protects my account. */
export const PageCompte: FC<Props> = ({ compte, boite, propose, exige, refus }) => (
  <Page titre="Mon compte" boite={boite}>
    <h1>Mon compte</h1>
    <p>
      <strong>{compte.nom}</strong>, {libellesRoles[compte.role]}
      {compte.agence === null ? '' : ` (agence ${compte.agence})`}, qui entre{' '}
      {compte.parIdentite ? 'par son fournisseur d’identité' : `avec l’adresse ${compte.adresse}`}.
    </p>
    {compte.parIdentite ? null : <SecondFacteur {...{ compte, propose, exige, refus }} />}
  </Page>
);

const SecondFacteur: FC<Omit<Props, 'boite'>> = ({ compte, propose, exige, refus }) => (
  <>
    <h2>Code à l’entrée</h2>
    {propose === null ? (
      <p>
        Ce compte demande à l’entrée, outre le mot de passe, le code d’une application. Application perdue : un
        administrateur réinitialise le compte.
      </p>
    ) : (
      <Proposition compte={compte} {...propose} exige={exige} refus={refus} />
    )}
  </>
);

type Proposee = NonNullable<Props['propose']> & Pick<Props, 'compte' | 'exige' | 'refus'>;

const Proposition: FC<Proposee> = ({ compte, brouillon, secret, exige, refus }) => (
  <>
    {exige ? (
      <Avis genre="attention">
        <p>Un administrateur entre avec un code : donnez d’abord ce secret à votre application.</p>
      </Avis>
    ) : null}
    {refus ? (
      <Refuse>
        <p id="refus">{refus}</p>
      </Refuse>
    ) : null}
    <p>
      Un mot de passe se devine ou se vole ; un code qui change toutes les trente secondes, non. Dans une application
      d’authentification (FreeOTP, Aegis, celle de votre téléphone…), ajoutez un compte en y tapant cette clé, ou en
      ouvrant <a href={adresseSecret(secret, compte.adresse)}>ce lien</a> sur l’appareil qui la porte :
    </p>
    <p>
      <code>{enBase32(secret).match(/.{4}/g)!.join(' ')}</code>
    </p>
    <form class="saisie" method="post" action="/compte">
      <input type="hidden" name="brouillon" value={brouillon} />
      <label>
        Code que l’application montre
        <input
          type="text"
          name="code"
          required
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          aria-describedby={refus ? 'refus' : undefined}
        />
      </label>
      <button type="submit">Demander un code à l’entrée</button>
    </form>
  </>
);
