/**
 * Whose fault it is that a letter was refused. ADRESSE: it does not exist. BOITE: it exists, and takes no mail (full, closed).
 * LETTRE: this one is not taken (too big), another would be. NOUS: our address, our server, our reputation; nobody's address is at
 * fault, and the letter may go again once that is set right.
 */
export type Tort = 'ADRESSE' | 'BOITE' | 'LETTRE' | 'NOUS';

/** Enhanced status codes (RFC 3463, RFC 7372), the precise ones before their family. */
const PAR_CODE: readonly (readonly [RegExp, Tort])[] = [
  // The sender's address or domain: ours.
  [/^[45]\.1\.[78]$/, 'NOUS'],
  [/^[45]\.1\./, 'ADRESSE'],
  // Longer than this mailbox takes.
  [/^[45]\.2\.3$/, 'LETTRE'],
  [/^[45]\.2\./, 'BOITE'],
  [/^[45]\.3\.4$/, 'LETTRE'],
  [/^[45]\.6\./, 'LETTRE'],
  [/^[45]\.7\./, 'NOUS'],
];

/** These say it themselves: no word beside them says otherwise. */
const CERTAINS = /^[45]\.(?:1\.(?:[1-36]|10)|2\.[23]|3\.4)$/;

const MOTS: readonly (readonly [RegExp, Tort])[] = [
  [
    new RegExp(
      [
        String.raw`\b(?:spf|dkim|dmarc|dnsbl|rbl|ptr|rdns|spamhaus|spamcop|barracuda\w*|proofpoint|sorbs|uceprotect|cloudmark)\b`,
        String.raw`\b(?:block|black|deny)[ -]?list|(?<!not )listed (?:at|by|on)\b|list(?:e|é)e? noire`,
        String.raw`\breputation\b|\bréputation\b|\bspam\b|\bunsolicited\b|\bind[ée]sirable`,
        String.raw`\breverse dns\b|\b(?:client|sending) host (?:blocked|rejected)|\bip (?:address )?(?:is |was |has been )?(?:blocked|banned|listed)`,
        String.raw`\bsender (?:address |domain )?(?:rejected|denied|blocked|verify failed)|\bunauthenticated (?:e-?mail|sender)`,
        String.raw`\b(?:relay(?:ing)? (?:access )?denied|unable to relay)\b`,
      ].join('|'),
      'i',
    ),
    'NOUS',
  ],
  [
    /\b(?:(?:over|exceed\w*|out of) (?:its |the |storage |disk )*(?:quota|allocation|storage)|quota (?:is )?exceeded|mailbox (?:is )?full|bo[iî]te (?:est )?pleine)/i,
    'BOITE',
  ],
  [/\b(?:(?:message|mail|size)\b[^.]{0,40}\b(?:too (?:big|large)|exceeds)|trop (?:gros|volumineux))/i, 'LETTRE'],
  [
    /\b(?:(?:user|recipient|mailbox|address|account)\b[^.]{0,30}\b(?:unknown|not found|does ?n[o']t exist)|(?:unknown|no such|invalid) (?:user|recipient|mailbox|address|local)|inconnue?\b)/i,
    'ADRESSE',
  ],
];

/**
 * Reads a refusal, at the moment of the hand-off or in a message that came back.
 * @param code enhanced status code: `5.7.26`; null when the server gave none
 * @param mots what the server said, used here and kept nowhere: it may quote an address
 * @returns ADRESSE when nothing tells otherwise: that is what a refusal without a word mostly means
 * @see RFC 3463, RFC 5248, RFC 7372
 */
export function tortDuRefus(code: string | null, mots: string): Tort {
  const parCode = code === null ? undefined : PAR_CODE.find(([forme]) => forme.test(code))?.[1];
  if (parCode !== undefined && CERTAINS.test(code!)) return parCode;
  return MOTS.find(([forme]) => forme.test(mots))?.[1] ?? parCode ?? 'ADRESSE';
}

const ETENDU = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/;

/** The first enhanced status code of a text, addresses of servers in brackets set aside. */
export const codeEtendu = (texte: string): string | null => ETENDU.exec(texte.replace(/\[[^\]]*\]/g, ''))?.[0] ?? null;
