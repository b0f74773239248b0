import type { Configuration } from 'openid-client';
import type { ReglagesIdentite } from '../../../commun/reglages-identite';
import type { SujetDeLIdentite } from '../../../registre';
import { Refus } from '../commun/refus';

/** What a browser brings back from the provider is compared with; only the browser that left with it comes back. */
export interface Depart {
  etat: string;
  nonce: string;
  verificateur: string;
}

/** Who the provider says came, and its proof: the ID token, which ends its own session too. */
export interface Identite extends SujetDeLIdentite {
  jeton: string;
}

/** The provider does not answer, or not as it should; its message is the French sentence for whoever wanted to enter. */
export class ErreurFournisseur extends Error {
  override readonly name = 'ErreurFournisseur';
}

/** A provider that is there answers within a second; beyond five, the page says that it is not. */
const DELAI_SECONDES = 5;
/** Whoever came back gave up, or was not let through. Other errors are between the provider and us. */
const ABANDONS = new Set([
  'access_denied',
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
]);

/** Loaded late: only who enters this way waits for it. By import(): an ES module, which the first versions of Node 20 do not take by require(). */
const oidc = () => import('openid-client');

/**
 * An OpenID Connect provider: authorization code with PKCE, state and nonce, all of it on the server. Only `openid` is asked for: neither
 * name nor address is wanted, role and agency are Jalon's own.
 */
export class Fournisseur {
  private decouvert: Promise<Configuration> | null = null;
  private readonly retour: string;
  private readonly entree: string;

  /** @param jalon address of the web tool, from which the provider sends back to `/entree/identite/retour` and, signed out, to `/entree` */
  constructor(
    private readonly dit: ReglagesIdentite,
    jalon: string,
  ) {
    this.retour = new URL('/entree/identite/retour', jalon).href;
    this.entree = new URL('/entree', jalon).href;
  }

  get nom(): string {
    return this.dit.nom;
  }

  /** It is made to ask for a second factor. */
  get sur(): boolean {
    return this.dit.acr.length > 0;
  }

  /** Where to go and prove who one is. @throws ErreurFournisseur */
  async partir(): Promise<{ adresse: string; depart: Depart }> {
    const config = await this.decouvrir();
    const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
      await oidc();
    const depart = { etat: randomState(), nonce: randomNonce(), verificateur: randomPKCECodeVerifier() };
    const adresse = buildAuthorizationUrl(config, {
      redirect_uri: this.retour,
      scope: 'openid',
      state: depart.etat,
      nonce: depart.nonce,
      code_challenge: await calculatePKCECodeChallenge(depart.verificateur),
      code_challenge_method: 'S256',
      ...this.exigence(config),
    });
    return { adresse: adresse.href, depart };
  }

  /**
   * Who came back.
   * @param recherche what the provider added to the address of the return, `?` included
   * @throws Refus ENTREE_ABANDONNEE, ENTREE_PERDUE, IDENTITE_PEU_SURE; ErreurFournisseur
   */
  async reconnaitre(recherche: string, { etat, nonce, verificateur }: Depart): Promise<Identite> {
    const adresse = new URL(recherche, this.retour);
    if (adresse.searchParams.get('state') !== etat) throw Refus.de('ENTREE_PERDUE');
    const config = await this.decouvrir();
    const attendus = {
      expectedState: etat,
      expectedNonce: nonce,
      pkceCodeVerifier: verificateur,
      idTokenExpected: true,
    };
    const { authorizationCodeGrant } = await oidc();
    const jetons = await authorizationCodeGrant(config, adresse, attendus).catch(async (erreur: unknown) => {
      throw await this.refusDe(erreur);
    });
    const { iss, sub, acr } = jetons.claims()!;
    if (this.sur && !this.dit.acr.includes(String(acr))) throw Refus.de('IDENTITE_PEU_SURE');
    return { emetteur: iss, sujet: sub, jeton: jetons.id_token! };
  }

  /**
   * Where the provider's own session ends; null when it does not offer it. Written here: ProConnect refuses the `client_id` that the library adds.
   * @throws ErreurFournisseur
   */
  async sortir(jeton: string): Promise<string | null> {
    const fin = (await this.decouvrir()).serverMetadata().end_session_endpoint;
    if (fin === undefined) return null;
    if (!URL.canParse(fin)) throw this.panne(new TypeError(`end_session_endpoint : ${fin}`));
    const adresse = new URL(fin);
    // Its return changes nothing here: the state is what the protocol of some asks for.
    const state = (await oidc()).randomState();
    const dits = { id_token_hint: jeton, post_logout_redirect_uri: this.entree, state };
    for (const [nom, valeur] of Object.entries(dits)) adresse.searchParams.set(nom, valeur);
    return adresse.href;
  }

  /** What the provider says of itself, asked once; asked again while it has not answered. */
  private decouvrir(): Promise<Configuration> {
    this.decouvert ??= this.lire().catch((cause: unknown) => {
      this.decouvert = null;
      throw this.panne(cause);
    });
    return this.decouvert;
  }

  private async lire(): Promise<Configuration> {
    const { emetteur, client, secret } = this.dit;
    const { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, Configuration, discovery } = await oidc();
    // On this machine alone: the settings refuse it elsewhere.
    const execute = emetteur.startsWith('http:') ? [allowInsecureRequests] : [];
    const serveur = (
      await discovery(new URL(emetteur), client, undefined, undefined, { execute, timeout: DELAI_SECONDES })
    ).serverMetadata();
    // Where nothing is said, the specification says basic; ProConnect takes post alone.
    const moyens = serveur.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const preuve = moyens.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    const config = new Configuration(serveur, client, undefined, preuve(secret));
    config.timeout = DELAI_SECONDES;
    for (const poser of execute) poser(config);
    return config;
  }

  /** As an essential claim where the provider reads them: it then refuses by itself. */
  private exigence(config: Configuration): Record<string, string> {
    const { acr } = this.dit;
    if (acr.length === 0) return {};
    if (config.serverMetadata().claims_parameter_supported)
      return { claims: JSON.stringify({ id_token: { acr: { essential: true, values: acr } } }) };
    return { acr_values: acr.join(' ') };
  }

  private async refusDe(erreur: unknown): Promise<Error> {
    const { AuthorizationResponseError, ResponseBodyError } = await oidc();
    if (erreur instanceof AuthorizationResponseError) {
      if (ABANDONS.has(erreur.error)) return Refus.de('ENTREE_ABANDONNEE');
      if (erreur.error === 'unmet_authentication_requirements') return Refus.de('IDENTITE_PEU_SURE');
    }
    // Its code was used already, or has waited too long.
    if (erreur instanceof ResponseBodyError && erreur.error === 'invalid_grant') return Refus.de('ENTREE_PERDUE');
    return this.panne(erreur);
  }

  private panne(cause: unknown): ErreurFournisseur {
    const phrase = `On ne peut pas entrer par ${this.nom} en ce moment : recommencez dans un instant, ou dites-le à l’administrateur de Jalon.`;
    return new ErreurFournisseur(phrase, { cause });
  }
}
