import type { ParsedMail } from 'mailparser';

const DEMONS =
  /mailer-?daemon|post[-_]?master|mail(?:er)?[ -]?(?:delivery|system|administrator)|delivery (?:sub)?system|system administrator|^(?:no-?reply|bounces?)@|microsoftexchange/i;

/**
 * Who wrote it, when it is no person: DEMON says so by its name; SANS_RETOUR has no return address, as reports must (RFC 5321
 * §4.5.5), but as out-of-office answers have too.
 */
export function vientDUnAutomate(mail: ParsedMail, nul: boolean): 'DEMON' | 'SANS_RETOUR' | null {
  const { address = '', name = '' } = mail.from?.value[0] ?? {};
  if (DEMONS.test(address) || DEMONS.test(name)) return 'DEMON';
  const vide = mail.headerLines.some(({ line }) => /^return-path\s*:\s*<\s*>/i.test(line));
  return nul || vide ? 'SANS_RETOUR' : null;
}

/** A complaint (RFC 5965) and a receipt (RFC 8098) return the letter as a report does, and say that it arrived. */
export function estPlainteOuAccuse(mail: ParsedMail): boolean {
  const type = mail.headers.get('content-type') as { params?: Record<string, string> } | undefined;
  return (
    /^(?:feedback-report|disposition-notification)$/i.test(type?.params?.['report-type'] ?? '') ||
    mail.attachments.some((a) =>
      /^message\/(?:feedback-report|(?:global-)?disposition-notification)$/.test(a.contentType),
    )
  );
}

const ABSENCES =
  /^\s*(?:\[?auto(?:matic|mated)?[ -]?(?:reply|response|answer)|out of (?:the )?office|away\b|vacation|réponse automatique|absen[ct]e?)/i;

/**
 * Whether it answers by itself (RFC 3834). Daemons mark their reports the same way, so the mark alone counts for someone who is
 * none of them.
 */
export function sonne(mail: ParsedMail): boolean {
  const dit = (nom: string) => String(mail.headers.get(nom) ?? '').toLowerCase();
  if (ABSENCES.test(mail.subject ?? '') || mail.headers.has('x-autoreply') || mail.headers.has('x-autorespond'))
    return true;
  if (/auto[_-]?reply/.test(dit('precedence'))) return true;
  return /auto-replied|vacation/.test(dit('auto-submitted')) && vientDUnAutomate(mail, false) !== 'DEMON';
}
