import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { TLSConfig } from '@temporalio/common/lib/internal-non-workflow';
import { hotePort } from './adresses';

/** How an engine is reached beyond its address: TLS, key, headers. Empty for one that asks for nothing. */
export interface AccesMoteur {
  tls?: TLSConfig | boolean;
  apiKey?: string;
  metadata?: Record<string, string>;
}

/** An engine as Temporal's own settings name it: the variables `TEMPORAL_*`, and the profile that they name. */
export interface MoteurDonne {
  adresse?: string;
  espace?: string;
  acces: AccesMoteur;
}

/** What gRPC takes as the value of a header. */
const ENTETE = /^[ -~]*$/;

type Environnement = Readonly<Record<string, string | undefined>>;

/**
 * Reads Temporal's own settings, as its command line and its other SDKs do. The file of profiles is read when it is named, or one of its
 * profiles is: one that lies in a home for other uses decides nothing here.
 * @throws Error, a French sentence, for what cannot be used: without it a name misspelt would leave a connection in clear
 * @see docs/exploitation.md, Reaching the engine
 */
export function lireMoteurDonne(env: Environnement): MoteurDonne {
  const donnees = Object.entries(env).flatMap(([nom, valeur]) =>
    nom.startsWith('TEMPORAL_') && valeur?.trim() ? [[nom, valeur.trim()] as const] : [],
  );
  // Temporal's own server and tools are told by variables of the same prefix: nothing of ours, nothing to load.
  if (donnees.length === 0) return { acces: {} };
  const lu = Object.fromEntries(donnees);
  exigerLisible(lu);
  // Loaded late: most processes have no use for it. By require: only it is hooked by the launcher.
  const { loadClientConfigProfile, toClientOptions } =
    require('@temporalio/envconfig') as typeof import('@temporalio/envconfig');
  try {
    const profil = loadClientConfigProfile({
      overrideEnvVars: { ...maison(env), ...lu },
      disableFile: !(lu.TEMPORAL_CONFIG_FILE || lu.TEMPORAL_PROFILE),
      configFileStrict: true,
    });
    const { namespace, connectionOptions } = toClientOptions(profil);
    const { address, tls, apiKey, metadata } = connectionOptions;
    if (Boolean(profil.tls?.clientCert) !== Boolean(profil.tls?.clientKey))
      throw new Error('un certificat de client va avec sa clé, et l’un des deux manque');
    if (typeof tls === 'object' && tls !== null) exigerCertificats(tls);
    if (address && !hotePort.safeParse(address).success)
      throw new Error(`l’adresse du moteur est « ${address} », et on attend hôte:port`);
    if (![apiKey ?? '', ...Object.values(metadata ?? {}).map(String)].every((dit) => ENTETE.test(dit)))
      throw new Error('une clé d’accès ou un en-tête tient en une ligne, de caractères ASCII');
    return {
      ...(address ? { adresse: address } : {}),
      ...(namespace ? { espace: namespace } : {}),
      acces: {
        ...(tls ? { tls } : {}),
        ...(apiKey ? { apiKey } : {}),
        ...(metadata ? { metadata: metadata as Record<string, string> } : {}),
      },
    };
  } catch (erreur) {
    throw new Error(
      `Les réglages TEMPORAL_… ne peuvent pas être suivis : ${enClair(erreur as NodeJS.ErrnoException)}.`,
    );
  }
}

/** Where a home keeps its profiles. */
const maison = ({ HOME, XDG_CONFIG_HOME, APPDATA }: Environnement): Record<string, string> => ({
  ...(HOME ? { HOME } : {}),
  ...(XDG_CONFIG_HOME ? { XDG_CONFIG_HOME } : {}),
  ...(APPDATA ? { APPDATA } : {}),
});

/** What the library would take for an absence, and go on in clear. */
function exigerLisible({ TEMPORAL_TLS, TEMPORAL_CONFIG_FILE }: Environnement): void {
  if (TEMPORAL_TLS && !/^(true|false|1|0)$/.test(TEMPORAL_TLS))
    throw new Error(`TEMPORAL_TLS vaut « ${TEMPORAL_TLS} » : on attend true ou false.`);
  if (TEMPORAL_CONFIG_FILE && !existsSync(TEMPORAL_CONFIG_FILE))
    throw new Error(`TEMPORAL_CONFIG_FILE nomme un fichier qui n’existe pas : ${TEMPORAL_CONFIG_FILE}.`);
}

function exigerCertificats({ serverRootCACertificate: autorite, clientCertPair: paire }: TLSConfig): void {
  if (autorite) certificat(autorite, 'l’autorité du moteur n’est pas un certificat PEM');
  if (!paire) return;
  const sien = certificat(paire.crt, 'le certificat de client n’en est pas un, en PEM');
  const cle = tenter(() => createPrivateKey(Buffer.from(paire.key)), 'la clé de client n’en est pas une, en PEM');
  if (!sien.checkPrivateKey(cle)) throw new Error('la clé de client n’est pas celle de son certificat');
}

const certificat = (octets: Uint8Array, sinon: string) => tenter(() => new X509Certificate(octets), sinon);

function tenter<T>(lire: () => T, sinon: string): T {
  try {
    return lire();
  } catch {
    throw new Error(sinon);
  }
}

function enClair({ code, path, message }: NodeJS.ErrnoException): string {
  if (path !== undefined) return `un fichier ne se lit pas (${code}), ${path}`;
  const absent = /^Profile '(.+)' not found/.exec(message)?.[1];
  if (absent !== undefined) return `le fichier des profils n’a pas de profil « ${absent} »`;
  return message;
}
