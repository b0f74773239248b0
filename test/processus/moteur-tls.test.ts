import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { NativeConnection } from '@temporalio/worker';
import { connecter, ErreurMoteur } from '../../client/temporal';
import type { AccesMoteur } from '../../commun/acces-moteur';
import { lireReglages } from '../../commun/reglages';
import { creerAutorite } from '../outils/certificats';

const nous = creerAutorite('Autorité d’essai');
const autre = creerAutorite('Autre autorité');
const octets = (pem: string) => Buffer.from(pem);
const { certificat, cle } = nous.certifier('jalon');
const deNous = { serverRootCACertificate: octets(nous.certificat), serverNameOverride: 'moteur' };
const complet: AccesMoteur = {
  tls: { ...deNous, clientCertPair: { crt: octets(certificat), key: octets(cle) } },
};

/** What stands before an engine: it asks for a certificate, and says « no error, nothing to tell » to every call of gRPC. */
let porte: Http2SecureServer;
let adresse: string;
/** Names of those whom it let in. */
const entres: string[] = [];
beforeAll(async () => {
  const { certificat: cert, cle: key } = nous.certifier('moteur', { noms: ['moteur'] });
  porte = createSecureServer({ cert, key, ca: nous.certificat, requestCert: true, rejectUnauthorized: true });
  porte.on('secureConnection', (prise) => entres.push(String(prise.getPeerCertificate().subject.CN)));
  porte.on('stream', (flux) => {
    flux.on('error', () => undefined);
    flux.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
    flux.on('wantTrailers', () => flux.sendTrailers({ 'grpc-status': '0' }));
    flux.end(Buffer.alloc(5));
  });
  await new Promise<void>((pret) => porte.listen(0, '127.0.0.1', pret));
  adresse = `127.0.0.1:${(porte.address() as { port: number }).port}`;
});
afterAll(() => new Promise((fini) => porte.close(fini)));

const reglages = (acces: AccesMoteur) => {
  const lus = lireReglages({ ...process.env, JALON_TEMPORAL_ADRESSE: adresse });
  return { ...lus, temporal: { ...lus.temporal, acces } };
};
const refus = async (acces: AccesMoteur): Promise<string> => {
  const erreur = await connecter(reglages(acces)).catch((e: unknown) => e);
  expect(erreur).toBeInstanceOf(ErreurMoteur);
  return (erreur as ErreurMoteur).message;
};

it('celui qui a le certificat demandé entre, client et worker', async () => {
  const client = await connecter(reglages(complet));
  await client.connection.close();
  const worker = await NativeConnection.connect({ address: adresse, ...complet });
  await worker.close();
  expect(entres).toEqual(['jalon', 'jalon']);
});

it('les autres restent dehors, et chacun sait pourquoi', async () => {
  const faux = autre.certifier('jalon');
  const [clair, sans, usurpe, mefiant] = await Promise.all([
    refus({}),
    refus({ tls: deNous }),
    refus({
      tls: { ...deNous, clientCertPair: { crt: octets(faux.certificat), key: octets(faux.cle) } },
    }),
    refus({ tls: { ...deNous, serverRootCACertificate: octets(autre.certificat) } }),
  ]);
  expect(clair).toBe(
    `Le moteur Temporal (${adresse}) ne nous prend pas : il ne répond que par TLS (TEMPORAL_TLS=true, et ce qu’il demande).`,
  );
  expect(sans).toContain('il demande un certificat, et n’en reçoit pas');
  expect(usurpe).toContain('il refuse le certificat que TEMPORAL_TLS_CLIENT_CERT_PATH lui présente');
  expect(mefiant).toContain('son certificat n’est pas d’une autorité connue');
});
