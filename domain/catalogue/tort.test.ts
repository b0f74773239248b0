import { codeEtendu, type Tort, tortDuRefus } from './tort';

describe('à qui tient un refus', () => {
  it.each<[string | null, string, Tort]>([
    ['5.1.1', '550 5.1.1 inconnu', 'ADRESSE'],
    ['5.1.10', '', 'ADRESSE'],
    ['5.2.1', 'The email account is disabled', 'BOITE'],
    ['5.2.2', '', 'BOITE'],
    ['4.2.2', 'Over quota', 'BOITE'],
    ['5.2.3', '', 'LETTRE'],
    ['5.3.4', '552 5.3.4 trop gros', 'LETTRE'],
    ['5.6.0', '', 'LETTRE'],
    ['5.7.26', '550 5.7.26 SPF de l’expéditeur en échec', 'NOUS'],
    ['5.7.1', '', 'NOUS'],
    ['5.1.8', 'Access denied, bad outbound sender', 'NOUS'],
  ])('au code %s (%s) : %s', (code, mots, tort) => expect(tortDuRefus(code, mots)).toBe(tort));

  it.each<[string, Tort]>([
    ['554 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org', 'NOUS'],
    ['550 message rejected: DKIM signature did not verify', 'NOUS'],
    ['550 sender address rejected: domain not found', 'NOUS'],
    ['550 adresse IP en liste noire', 'NOUS'],
    ['550 poor reputation', 'NOUS'],
    ['552 mailbox full', 'BOITE'],
    ['552 message size exceeds fixed limit', 'LETTRE'],
    ['550 No such user here', 'ADRESSE'],
    ['550 utilisateur inconnu', 'ADRESSE'],
    ['550 non', 'ADRESSE'],
  ])('aux mots « %s » : %s', (mots, tort) => expect(tortDuRefus(null, mots)).toBe(tort));

  it('les mots précisent un code vague, pas un code qui nomme l’adresse', () => {
    expect(tortDuRefus('5.0.0', '550 blocked by DMARC policy')).toBe('NOUS');
    expect(tortDuRefus('5.7.1', '550 5.7.1 user unknown')).toBe('ADRESSE');
    expect(tortDuRefus('5.1.1', '550 5.1.1 user unknown, our DMARC reports are at example.org')).toBe('ADRESSE');
  });
});

it('un code étendu n’est pas une adresse de serveur', () => {
  expect(codeEtendu('host mx.example.org[192.0.2.25] said: 550 5.2.1 disabled')).toBe('5.2.1');
  expect(codeEtendu('192.0.2.32 a répondu : 550 inconnu')).toBeNull();
  expect(codeEtendu('5.1.2.3 refuse')).toBeNull();
  expect(codeEtendu('relais [v 5.9.9] : 550 5.2.1 boîte fermée')).toBe('5.2.1');
});
