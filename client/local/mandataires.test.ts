import { type Arrivee, lireMandataires, venueParTls } from './mandataires';

const mandataires = lireMandataires(['10.0.0.5', '172.16.0.0/12', 'fd00::/8']);
const venue = (plus: Partial<Arrivee>) =>
  venueParTls(mandataires, { pair: '10.0.0.5', protocole: 'https', chemin: '/', ...plus });

it('seul un mandataire connu, qui dit que le navigateur est venu par TLS, est écouté', () => {
  expect(venue({})).toBe(true);
  expect(venue({ pair: '172.20.3.4' })).toBe(true);
  expect(venue({ pair: 'fd12::1' })).toBe(true);
  // As a socket that listens on both families names an IPv4 address.
  expect(venue({ pair: '::ffff:10.0.0.5' })).toBe(true);
  for (const pair of ['10.0.0.6', '192.168.0.1', '::1', undefined])
    expect([pair, venue({ pair })]).toEqual([pair, false]);
  for (const protocole of ['http', 'https, http', '', null])
    expect([protocole, venue({ protocole })]).toEqual([protocole, false]);
});

it('qui surveille le processus demande /sante lui-même, et rien d’autre', () => {
  for (const chemin of ['/sante', '/sante/vie', '/sante/pret'])
    expect(venue({ pair: '127.0.0.1', protocole: null, chemin })).toBe(true);
  expect(venue({ pair: '127.0.0.1', protocole: null, chemin: '/sante/' })).toBe(false);
});
