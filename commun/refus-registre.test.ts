import { refusDuRegistre } from './refus-registre';

const erreur = (code: string | undefined, message = 'x') => Object.assign(new Error(message), code ? { code } : {});
/** As the server says it of whoever comes in clear. */
const hba = 'no pg_hba.conf entry for host "10.0.0.5", user "jalon", database "jalon"';

it.each([
  ['le certificat d’une autre autorité', erreur('SELF_SIGNED_CERT_IN_CHAIN'), 'JALON_REGISTRE_AUTORITE dit laquelle'],
  ['un certificat sans autorité', erreur('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'pas d’une autorité connue'],
  ['le certificat d’un autre nom', erreur('ERR_TLS_CERT_ALTNAME_INVALID'), 'JALON_REGISTRE_URL dit lequel attendre'],
  ['un certificat passé', erreur('CERT_HAS_EXPIRED'), 'son certificat a expiré'],
  ['un serveur sans TLS', erreur(undefined, 'The server does not support SSL connections'), 'il ne parle pas TLS'],
  ['autre chose que PostgreSQL', erreur('ERR_SSL_WRONG_VERSION_NUMBER'), 'il ne parle pas TLS à cette adresse'],
  ['un serveur qui ne prend que TLS', erreur('28000', `${hba}, no encryption`), 'il ne répond que par TLS'],
  ['le même, en français', erreur('28000', 'pg_hba.conf : aucun chiffrement'), 'il ne répond que par TLS'],
  ['une machine qu’il n’admet pas', erreur('28000', `${hba}, SSL encryption`), 'son pg_hba.conf dit qui entre'],
  ['un certificat demandé', erreur('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 'par quel certificat'],
  ['un mot de passe refusé', erreur('28P01'), 'JALON_REGISTRE_MOT_DE_PASSE'],
  ['un mot de passe absent', erreur(undefined, 'SASL: client password must be a string'), 'demande un mot de passe'],
  ['une base absente', erreur('3D000'), 'n’existe pas'],
  ['la cause d’une autre erreur', new Error('x', { cause: erreur('CERT_NOT_YET_VALID') }), 'pas encore valable'],
])('%s est dit, avec ce qui est à vérifier', (_quoi, dite, raison) => {
  expect(refusDuRegistre(dite)).toEqual({
    code: 'REGISTRE_REFUSE',
    raison: expect.stringContaining(raison),
    phrase: expect.stringMatching(/^Le registre \(PostgreSQL\) ne nous prend pas : .+\.$/),
  });
});

it.each([erreur('ECONNREFUSED'), erreur('53100'), erreur('23505'), new TypeError('x is undefined'), 'texte', false])(
  '%s est une autre affaire',
  (autre) => {
    expect(refusDuRegistre(autre)).toBeNull();
  },
);
