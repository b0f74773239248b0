import type { Dit } from './rebond';

/** What a notice says, and the headers of our message that it returns, written as a message writes them. */
export interface Avis {
  dit: Dit | 'ARRIVE';
  entetes: string;
}

interface Notification {
  notificationType?: string;
  bounce?: {
    bouncedRecipients?: { emailAddress?: string; action?: string; status?: string; diagnosticCode?: string }[];
  };
  mail?: { headers?: { name?: string; value?: string }[] };
}

/**
 * Reads a notice of Amazon SES: JSON in the text of an e-mail, alone or in the envelope of SNS. It tells of what it will try no more.
 * @returns ARRIVE for a delivery, a complaint, and an out-of-office answer, which it takes for a bounce without action; null for any
 * other text
 */
export function lireAvis(texte: string): Avis | null {
  if (!texte.trimStart().startsWith('{')) return null;
  const lu = lireJson(texte) as (Notification & { Message?: unknown }) | null;
  const avis = typeof lu?.Message === 'string' ? (lireJson(lu.Message) as Notification | null) : lu;
  if (avis?.notificationType === undefined) return null;
  const entetes = (avis.mail?.headers ?? []).map(({ name, value }) => `${name}: ${value}`).join('\n');
  const vises = (avis.bounce?.bouncedRecipients ?? []).filter(({ action }) => action === 'failed');
  if (vises.length === 0) return { dit: 'ARRIVE', entetes };
  const dit: Dit = {
    destinataires: vises.flatMap(({ emailAddress }) => emailAddress ?? []),
    sorte: 'DEFINITIF',
    code: vises.find(({ status }) => status !== undefined)?.status ?? null,
    mots: vises.map(({ diagnosticCode }) => diagnosticCode ?? '').join('\n'),
  };
  return { dit, entetes };
}

/** A relay may have cut its long line (« ! », end of line, space: Sendmail); SNS writes a footer under it. */
function lireJson(texte: string): unknown {
  const entier = texte.replace(/!\r?\n /g, '');
  try {
    return JSON.parse(entier.slice(0, entier.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}
