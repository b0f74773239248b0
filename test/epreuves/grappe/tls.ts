import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Certifie, creerAutorite } from '../../outils/certificats';

/** What the engine, and what Jalon, find in their environment once everyone shows a certificate. */
export interface EnvironnementTls {
  /** The settings of the server's image. */
  moteur: Record<string, string>;
  /** Those of Temporal's clients. */
  client: Record<string, string>;
}

/** Mutual TLS under an authority of its own, between the services of the cluster and at its door. @param dossier where its files are written */
export function certifierLaGrappe(dossier: string): EnvironnementTls {
  const ecrire = (nom: string, contenu: string): string => {
    const fichier = join(dossier, nom);
    writeFileSync(fichier, contenu, { mode: 0o600 });
    return fichier;
  };
  const autorite = creerAutorite('Autorité de l’épreuve');
  const ca = ecrire('ca.pem', autorite.certificat);
  const paire = (nom: string, { certificat, cle }: Certifie) => [
    ecrire(`${nom}.pem`, certificat),
    ecrire(`${nom}.key`, cle),
  ];
  const [porte, clePorte] = paire('porte', autorite.certifier('moteur'));
  const [interne, cleInterne] = paire('interne', autorite.certifier('interne'));
  const [client, cleClient] = paire('client', autorite.certifier('jalon'));
  return {
    moteur: {
      TEMPORAL_TLS_REQUIRE_CLIENT_AUTH: 'true',
      TEMPORAL_TLS_FRONTEND_CERT: porte!,
      TEMPORAL_TLS_FRONTEND_KEY: clePorte!,
      TEMPORAL_TLS_FRONTEND_SERVER_NAME: 'moteur',
      TEMPORAL_TLS_SERVER_CERT: interne!,
      TEMPORAL_TLS_SERVER_KEY: cleInterne!,
      TEMPORAL_TLS_SERVER_CA_CERT: ca,
      TEMPORAL_TLS_INTERNODE_SERVER_NAME: 'interne',
      // The template of the image writes two authorities as soon as there is one: the same, or an empty name.
      TEMPORAL_TLS_CLIENT1_CA_CERT: ca,
      TEMPORAL_TLS_CLIENT2_CA_CERT: ca,
    },
    client: {
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: ca,
      TEMPORAL_TLS_SERVER_NAME: 'moteur',
      TEMPORAL_TLS_CLIENT_CERT_PATH: client!,
      TEMPORAL_TLS_CLIENT_KEY_PATH: cleClient!,
    },
  };
}
