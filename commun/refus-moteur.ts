import { type ConnectionOptions, connect } from 'node:tls';
import type { AccesMoteur } from './acces-moteur';
import { raisonDuCertificat } from './raisons-tls';
import { SILENCE } from './silence';

/** What opens HTTP/2, which gRPC is made of: a server that takes us answers it. */
const PREFACE = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]),
]);
/** With the two seconds that an engine has to answer before it is asked why, within those of a part that is asked how it is. */
const PATIENCE_MS = 800;

const DEMANDE =
  'il demande un certificat, et n’en reçoit pas (TEMPORAL_TLS_CLIENT_CERT_PATH et TEMPORAL_TLS_CLIENT_KEY_PATH)';
const REFUSE = 'il refuse le certificat que TEMPORAL_TLS_CLIENT_CERT_PATH lui présente';

const AIDES = {
  nom: 'TEMPORAL_TLS_SERVER_NAME dit lequel attendre',
  autorite: 'TEMPORAL_TLS_SERVER_CA_CERT_PATH dit laquelle croire',
};
/** Codes of a server that answers something else to a handshake, or hangs up. */
const SANS_TLS = /ERR_SSL_|EPROTO|ECONNRESET|FERME/;

/**
 * Why an engine that listens does not take us, in the words of a French sentence; null when nobody listens, or when neither TLS nor its
 * silence has to do with it. gRPC says of all of this that it could not connect.
 */
export async function refusDuMoteur({
  adresse,
  acces,
}: {
  adresse: string;
  acces: AccesMoteur;
}): Promise<string | null> {
  const tls = acces.tls ?? acces.apiKey !== undefined;
  if (tls === false) {
    // It may ask for more than is given here: an alert is an answer in TLS too.
    const code = await essayer(adresse, { rejectUnauthorized: false });
    if (code === 'FIGE') return SILENCE;
    const parleTls = code === null || /_ALERT_|CONGEDIE/.test(code);
    return parleTls ? 'il ne répond que par TLS (TEMPORAL_TLS=true, et ce qu’il demande)' : null;
  }
  const {
    serverRootCACertificate: ca,
    clientCertPair: paire,
    serverNameOverride: servername,
  } = tls === true ? {} : tls;
  const code = await essayer(adresse, {
    ...(ca ? { ca: Buffer.from(ca) } : {}),
    ...(paire ? { cert: Buffer.from(paire.crt), key: Buffer.from(paire.key) } : {}),
    ...(servername ? { servername } : {}),
  });
  if (code === null) return null;
  if (code === 'FIGE') return SILENCE;
  if (/_ALERT_|CONGEDIE/.test(code)) return paire ? REFUSE : DEMANDE;
  return raisonDuCertificat(code, AIDES) ?? (SANS_TLS.test(code) ? 'il ne parle pas TLS' : null);
}

/** Says hello as gRPC does. @returns null once the server answered, else the code of what it did instead */
function essayer(adresse: string, options: ConnectionOptions): Promise<string | null> {
  const [, host = '', port] = /^\[?(.*?)\]?:(\d+)$/.exec(adresse) ?? [];
  return new Promise((rendre) => {
    const prise = connect({ host, port: Number(port), ALPNProtocols: ['h2'], ...options });
    let jointe = false;
    let serree = false;
    const finir = (code: string | null) => {
      clearTimeout(limite);
      prise.destroy();
      rendre(code);
    };
    const coupure = (code: string) => (serree && !code.includes('_ALERT_') ? 'CONGEDIE' : code);
    // The system takes a call for a process that is frozen.
    const limite = setTimeout(() => finir(jointe ? 'FIGE' : 'MUET'), PATIENCE_MS);
    prise.once('connect', () => {
      jointe = true;
    });
    // A certificate that is missing or refused is said after the handshake, in TLS 1.3; some servers hang up without a word.
    prise.once('secureConnect', () => {
      serree = true;
      prise.write(PREFACE);
    });
    prise.once('data', () => finir(null));
    prise.once('error', (erreur: NodeJS.ErrnoException) => finir(coupure(erreur.code ?? erreur.message)));
    prise.once('end', () => finir(coupure('FERME')));
  });
}
