import { adresseSecret, codeDe, enBase32, nouveauSecret, pasDe, pasDuCode } from './second-facteur';

/** The secret of the test vectors of RFC 4226 and RFC 6238. */
const secret = Buffer.from('12345678901234567890');

it('les codes sont ceux de la norme (RFC 4226 annexe D, RFC 6238 annexe B)', () => {
  expect([0, 1, 2, 9].map((pas) => codeDe(secret, pas))).toEqual(['755224', '287082', '359152', '520489']);
  const a = (secondes: number) => codeDe(secret, pasDe(new Date(secondes * 1_000)));
  expect([a(59), a(1_111_111_109), a(20_000_000_000)]).toEqual(['287082', '081804', '353130']);
});

it('un code vaut une demi-minute avant et après la sienne, écrit comme l’application le montre', () => {
  const a = (secondes: number) => pasDuCode(secret, ' 287 082 ', new Date(secondes * 1_000));
  expect([a(30), a(59), a(89)]).toEqual([1, 1, 1]);
  expect(a(90)).toBeNull();
  for (const faux of ['', '287083', '87082', '0287082'])
    expect([faux, pasDuCode(secret, faux, new Date(59_000))]).toEqual([faux, null]);
});

it('le secret se tape ou se suit', () => {
  expect(enBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(adresseSecret(secret, 'm-lescot@example.org')).toBe(
    'otpauth://totp/Jalon%3Am-lescot%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Jalon',
  );
  expect(nouveauSecret()).toHaveLength(20);
});
