import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { creerAutorite } from '../test/outils/certificats';
import { lireMoteurDonne } from './acces-moteur';
import { lireReglages } from './reglages';

const nous = creerAutorite('Autorité d’essai');
const client = nous.certifier('jalon');
let dossier: string;
const chemin = (nom: string) => join(dossier, nom);
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-acces-'));
  writeFileSync(chemin('ca.pem'), nous.certificat);
  writeFileSync(chemin('client.pem'), client.certificat);
  writeFileSync(chemin('client.key'), client.cle);
  writeFileSync(chemin('autre.key'), nous.certifier('autre').cle);
  writeFileSync(
    chemin('profils.toml'),
    `[profile.default]\naddress = "moteur:7233"\n[profile.agence]\naddress = "agence:7233"\nnamespace = "csp"\n` +
      `[profile.agence.tls]\nserver_ca_cert_path = "${chemin('ca.pem')}"\n`,
  );
  writeFileSync(chemin('mal-dit.toml'), '[profile.default]\nadresse = "moteur:7233"\n');
});
afterAll(() => rmSync(dossier, { recursive: true }));

const tls = () => ({
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: chemin('ca.pem'),
  TEMPORAL_TLS_CLIENT_CERT_PATH: chemin('client.pem'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: chemin('client.key'),
});

describe('les réglages de Temporal', () => {
  it('absents, rien n’est demandé', () => {
    expect(lireMoteurDonne({ HOME: dossier })).toEqual({ acces: {} });
  });

  it('des certificats, un nom attendu, une clé d’accès sont lus de leurs variables', () => {
    const { acces } = lireMoteurDonne({ ...tls(), TEMPORAL_TLS_SERVER_NAME: 'moteur', TEMPORAL_API_KEY: ' cle ' });
    expect(acces).toMatchObject({ apiKey: 'cle', tls: { serverNameOverride: 'moteur' } });
    const { serverRootCACertificate, clientCertPair } = acces.tls as Exclude<typeof acces.tls, boolean | undefined>;
    expect(Buffer.from(serverRootCACertificate!).toString()).toBe(nous.certificat);
    expect(Buffer.from(clientCertPair!.key).toString()).toBe(client.cle);
  });

  it('un profil est lu de son fichier, ses variables par-dessus', () => {
    const lu = lireMoteurDonne({
      TEMPORAL_CONFIG_FILE: chemin('profils.toml'),
      TEMPORAL_PROFILE: 'agence',
      TEMPORAL_NAMESPACE: 'essai',
    });
    expect(lu).toMatchObject({ adresse: 'agence:7233', espace: 'essai', acces: { tls: expect.anything() } });
    expect(lireMoteurDonne({ TEMPORAL_CONFIG_FILE: chemin('profils.toml') }).adresse).toBe('moteur:7233');
  });

  it('un fichier de profils que personne ne nomme ne décide de rien', () => {
    expect(lireMoteurDonne({ XDG_CONFIG_HOME: dossier, TEMPORAL_ADDRESS: 'moteur:7233' })).toEqual({
      adresse: 'moteur:7233',
      acces: {},
    });
  });

  it.each([
    ['un certificat sans sa clé', () => ({ ...tls(), TEMPORAL_TLS_CLIENT_KEY_PATH: '' }), 'l’un des deux manque'],
    [
      'la clé d’un autre',
      () => ({ ...tls(), TEMPORAL_TLS_CLIENT_KEY_PATH: chemin('autre.key') }),
      'pas celle de son certificat',
    ],
    [
      'un fichier absent',
      () => ({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '/rien.pem' }),
      'ne se lit pas (ENOENT), /rien.pem',
    ],
    [
      'une clé à la place d’un certificat',
      () => ({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: chemin('client.key') }),
      'n’est pas un certificat PEM',
    ],
    ['une adresse sans port', () => ({ TEMPORAL_ADDRESS: 'moteur' }), 'est « moteur », et on attend hôte:port'],
    ['un port qui n’en est pas un', () => ({ TEMPORAL_ADDRESS: 'moteur:99999' }), 'on attend hôte:port'],
    ['une clé d’accès accentuée', () => ({ TEMPORAL_API_KEY: 'clé' }), 'de caractères ASCII'],
    ['« oui » pour true', () => ({ TEMPORAL_TLS: 'oui' }), 'TEMPORAL_TLS vaut « oui » : on attend true ou false.'],
    [
      'un profil inconnu',
      () => ({ TEMPORAL_CONFIG_FILE: chemin('profils.toml'), TEMPORAL_PROFILE: 'rien' }),
      'pas de profil « rien »',
    ],
    ['un nom de profil mal écrit dans le fichier', () => ({ TEMPORAL_CONFIG_FILE: chemin('mal-dit.toml') }), 'adresse'],
    ['un fichier de profils absent', () => ({ TEMPORAL_CONFIG_FILE: '/rien.toml' }), 'n’existe pas : /rien.toml'],
  ] as const)('%s est refusé : sans cela la connexion serait en clair', (_quoi, env, dit) => {
    expect(() => lireMoteurDonne(env())).toThrow(dit);
  });
});

describe('les réglages de Jalon', () => {
  it('une adresse donnée prend ces accès ; le moteur embarqué n’en prend rien', () => {
    const { temporal } = lireReglages({ JALON_TEMPORAL_ADRESSE: 'moteur:7233', ...tls() });
    expect(temporal).toMatchObject({ adresse: 'moteur:7233', espace: 'default', acces: { tls: expect.anything() } });
    // What a person exported for the command line of Temporal, in the same terminal.
    const local = lireReglages({ TEMPORAL_ADDRESS: 'ailleurs:7233', TEMPORAL_TLS: 'true' });
    expect([local.embarques.moteur, local.temporal.adresse, local.temporal.acces]).toEqual([
      true,
      '127.0.0.1:7233',
      {},
    ]);
  });

  it('en production, l’adresse et l’espace du profil suffisent', () => {
    const env = {
      JALON_PROFIL: 'production',
      JALON_REGISTRE_URL: 'postgresql://jalon@registre/jalon',
      JALON_SMTP_URL: 'smtp://relais:25',
      JALON_CLES: `k1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`,
      JALON_POSTE: '/poste',
      JALON_SMS: '/sms',
    };
    expect(() => lireReglages(env)).toThrow('JALON_TEMPORAL_ADRESSE manque');
    const profil = { TEMPORAL_CONFIG_FILE: chemin('profils.toml'), TEMPORAL_PROFILE: 'agence' };
    expect(lireReglages({ ...env, ...profil }).temporal).toMatchObject({ adresse: 'agence:7233', espace: 'csp' });
  });

  it('l’autorité du registre est la seule crue, sous le nom de l’adresse ; celle du relais est lue', () => {
    const { registre, smtp } = lireReglages({
      JALON_REGISTRE_URL: 'postgresql://jalon@registre/jalon?sslmode=disable',
      JALON_REGISTRE_AUTORITE: chemin('ca.pem'),
      JALON_SMTP_AUTORITE: chemin('ca.pem'),
    });
    const { searchParams } = new URL(registre.url!);
    expect(Object.fromEntries(searchParams)).toEqual({ sslmode: 'verify-full', sslrootcert: chemin('ca.pem') });
    expect(smtp.autorite).toBe(nous.certificat);
    expect(() => lireReglages({ JALON_SMTP_AUTORITE: chemin('client.key') })).toThrow(
      'on attend un fichier qui se lit, de certificats d’autorité en PEM',
    );
  });
});
