import type { Lues } from './variables';

/** The identity provider by which people enter, as it is told. */
export interface ReglagesIdentite {
  /** Its own name for itself, from which the rest is read (OpenID Connect Discovery). */
  emetteur: string;
  /** Who Jalon is for it. */
  client: string;
  secret: string;
  /** What people call it. */
  nom: string;
  /** Levels of assurance, one of which it must say; none: any will do. */
  acr: readonly string[];
}

/** Given together or not at all. */
const ENSEMBLE = ['JALON_OIDC_EMETTEUR', 'JALON_OIDC_CLIENT', 'JALON_OIDC_SECRET'] as const;
const LOCALES = ['127.0.0.1', 'localhost', '[::1]'];

/** The identity provider; null when there is none. */
export function lireIdentite(lues: Lues): ReglagesIdentite | null {
  const { JALON_OIDC_EMETTEUR: emetteur, JALON_OIDC_CLIENT: client, JALON_OIDC_SECRET: secret } = lues;
  if (emetteur === undefined || client === undefined || secret === undefined) return null;
  const nom = lues.JALON_OIDC_NOM ?? 'votre fournisseur d’identité';
  return { emetteur, client, secret, nom, acr: lues.JALON_OIDC_ACR ?? [] };
}

/** What is wrong with what is said of the identity provider, one French sentence each. */
export function fautesDIdentite(lues: Lues, production: boolean): string[] {
  const donnees = ENSEMBLE.filter((nom) => lues[nom] !== undefined);
  const sansMotDePasse = lues.JALON_MOTS_DE_PASSE === 'non';
  if (donnees.length === 0) {
    const seules = (['JALON_OIDC_NOM', 'JALON_OIDC_ACR'] as const).filter((nom) => lues[nom] !== undefined);
    return [
      ...seules.map((nom) => `${nom} ne sert qu’avec ${ENSEMBLE.join(', ')}, qui manquent.`),
      ...(sansMotDePasse
        ? ['JALON_MOTS_DE_PASSE vaut « non », et aucun fournisseur d’identité n’est donné : personne n’entrerait.']
        : []),
    ];
  }
  return [
    ...ENSEMBLE.filter((nom) => lues[nom] === undefined).map(
      (nom) => `${nom} manque : ${ENSEMBLE.join(', ')} se donnent ensemble.`,
    ),
    ...(enClair(lues.JALON_OIDC_EMETTEUR, production)
      ? ['JALON_OIDC_EMETTEUR doit être une adresse https:// : les identités n’y passent pas en clair.']
      : []),
    ...(production && sansMotDePasse && lues.JALON_OIDC_ACR === undefined
      ? [
          'JALON_MOTS_DE_PASSE vaut « non » sans JALON_OIDC_ACR : aucun administrateur n’entrerait, faute de second facteur.',
        ]
      : []),
  ];
}

/** Plain HTTP is for a provider that is tried on this machine. */
const enClair = (emetteur: string | undefined, production: boolean): boolean => {
  if (emetteur === undefined) return false;
  const { protocol, hostname } = new URL(emetteur);
  return protocol === 'http:' && (production || !LOCALES.includes(hostname));
};
