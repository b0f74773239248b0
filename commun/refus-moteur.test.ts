import { type Server, createServer as serveurEnClair } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';
import { creerAutorite } from '../test/outils/certificats';
import { refusDuMoteur } from './refus-moteur';

const nous = creerAutorite('Autorité d’essai');
const autre = creerAutorite('Autre autorité');
const duServeur = nous.certifier('moteur', { noms: ['127.0.0.1'] });
const octets = (pem: string) => Buffer.from(pem);
const notreAutorite = { serverRootCACertificate: octets(nous.certificat) };
const avecClient = ({ certificat, cle } = nous.certifier('jalon')) => ({
  ...notreAutorite,
  clientCertPair: { crt: octets(certificat), key: octets(cle) },
});

/** A server for the time of one question, which answers the first words that it is told. */
async function demander<S extends Server>(serveur: S, tls: Parameters<typeof refusDuMoteur>[0]['acces']['tls']) {
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  const { port } = serveur.address() as { port: number };
  try {
    return await refusDuMoteur({ adresse: `127.0.0.1:${port}`, acces: tls === undefined ? {} : { tls } });
  } finally {
    await new Promise((fini) => serveur.close(fini));
  }
}

const enTls = (options: TlsOptions = {}) =>
  createServer({ cert: duServeur.certificat, key: duServeur.cle, ALPNProtocols: ['h2'], ...options }, (prise) => {
    prise.on('error', () => undefined);
    prise.once('data', () => prise.end('bien'));
  });
const mutuel = () => enTls({ requestCert: true, rejectUnauthorized: true, ca: nous.certificat });
const enClair = () =>
  serveurEnClair((prise) => void prise.on('error', () => undefined).once('data', () => prise.end('?')));

describe('un moteur qui nous prend', () => {
  it('par son certificat, ou par les deux, n’est pas en faute', async () => {
    expect(await demander(enTls(), notreAutorite)).toBeNull();
    expect(await demander(mutuel(), avecClient())).toBeNull();
  });

  it('en clair, comme nous, n’est pas en faute', async () => {
    expect(await demander(enClair(), undefined)).toBeNull();
  });
});

describe('un moteur qui ne nous prend pas', () => {
  it.each([
    [
      'd’une autre autorité',
      () => enTls(),
      { serverRootCACertificate: octets(autre.certificat) },
      'pas d’une autorité connue',
    ],
    ['d’une autorité que personne ne nous a dite', () => enTls(), true, 'pas d’une autorité connue'],
    [
      'd’un autre nom',
      () => enTls(),
      { ...notreAutorite, serverNameOverride: 'autre.example.org' },
      'celui d’un autre nom',
    ],
    [
      'au certificat passé',
      () => {
        const vieux = nous.certifier('moteur', { noms: ['127.0.0.1'], jusquA: new Date('2026-01-02') });
        return enTls({ cert: vieux.certificat, key: vieux.cle });
      },
      notreAutorite,
      'a expiré',
    ],
    ['qui demande un certificat, sans que nous en ayons', mutuel, notreAutorite, 'il demande un certificat'],
    [
      'qui refuse celui que nous avons',
      mutuel,
      avecClient(autre.certifier('jalon')),
      'il refuse le certificat que TEMPORAL_TLS_CLIENT_CERT_PATH',
    ],
    ['en clair, et nous non', enClair, notreAutorite, 'il ne parle pas TLS'],
    ['en TLS, et nous en clair', () => enTls(), undefined, 'il ne répond que par TLS'],
    ['en TLS mutuel, et nous en clair', mutuel, undefined, 'il ne répond que par TLS'],
  ] as const)('%s', async (_quoi, serveur, tls, dit) => {
    expect(await demander(serveur(), tls)).toContain(dit);
  });
});

it('un moteur figé prend l’appel et ne dit rien', async () => {
  const fige = () => serveurEnClair((prise) => void prise.on('error', () => undefined).resume());
  expect(await demander(fige(), undefined)).toContain('il est figé');
  expect(await demander(fige(), notreAutorite)).toContain('il est figé');
});

it('personne à cette adresse n’est pas une affaire de TLS', async () => {
  expect(await refusDuMoteur({ adresse: '127.0.0.1:9', acces: { tls: true } })).toBeNull();
  expect(await refusDuMoteur({ adresse: '127.0.0.1:9', acces: {} })).toBeNull();
});
