import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What a provider started for a test is told. */
export interface ReglagesFournisseur {
  client: string;
  secret: string;
  /** Address of Jalon. */
  jalon: string;
}

/**
 * A real OpenID Connect provider, in a process of its own: it is written in ES modules that jest does not run. It asks nobody for a password:
 * whoever is sent to `/qui/…` says who she is in the address (`sujet`, `acr`), or gives up (`refus`). Prints its address.
 */
async function demarrer({ client, secret, jalon }: ReglagesFournisseur): Promise<void> {
  const serveur = createServer((demande, reponse) => {
    const { pathname, searchParams } = new URL(demande.url!, emetteur);
    if (!pathname.startsWith('/qui/')) return repondre(demande, reponse);
    const { sujet = '', acr, refus } = Object.fromEntries(searchParams);
    const issue = refus === undefined ? { login: { accountId: sujet, ...(acr ? { acr } : {}) } } : { error: refus };
    void provider
      .interactionFinished(demande, reponse, issue)
      .catch((erreur) => reponse.writeHead(500).end(String(erreur)));
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  const emetteur = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`;
  const provider = new Provider(emetteur, {
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: [`${jalon}/entree/identite/retour`],
        post_logout_redirect_uris: [`${jalon}/entree`],
      },
    ],
    pkce: { required: () => true },
    acrValues: ['fort', 'faible'],
    features: { claimsParameter: { enabled: true }, devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/qui/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // Nobody is asked whether Jalon may know who she is.
    loadExistingGrant: async ({ oidc }) => {
      const accord = new provider.Grant({ accountId: oidc.session!.accountId!, clientId: oidc.client!.clientId });
      accord.addOIDCScope('openid');
      accord.addOIDCClaims(['acr']);
      await accord.save();
      return accord;
    },
  });
  const repondre = provider.callback();
  console.log(emetteur);
}

void demarrer(JSON.parse(process.argv[2]!));
