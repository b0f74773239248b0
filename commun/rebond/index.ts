import { simpleParser } from 'mailparser';
import { tortDuRefus } from '../../domain/catalogue/tort';
import { lireAvis } from './avis';
import { estPlainteOuAccuse, sonne, vientDUnAutomate } from './emetteur';
import { lireAncien, lireTexte } from './libre';
import { lireRapport } from './rapport';
import type { Rebond } from './rebond';
import { identifiants } from './rendu';

export type { Rebond } from './rebond';

/** Reports are short; the letter that they return weighs a few tens of kilobytes. */
export const REBOND_OCTETS_MAX = 5 * 1024 * 1024;

/**
 * Reads a message that says that another was not delivered, whatever its form: a delivery status notification (RFC 3464) and its
 * lenient cousins, or the plain words of a daemon, as long as it returns what identifies our letter.
 * @param nul the envelope that brought it had no sender, where that is known
 * @returns null for anything else: an out-of-office answer, a reply, a receipt, a complaint, a report of what was delivered
 */
export async function lireRebond(source: Buffer, nul = false): Promise<Rebond | null> {
  const brut = enLignes(source);
  const mail = await simpleParser(Buffer.from(brut, 'latin1'), { keepDeliveryStatus: true, skipImageLinks: true });
  if (estPlainteOuAccuse(mail)) return null;
  const automate = vientDUnAutomate(mail, nul);
  const texte = mail.text ?? '';
  const dsn = mail.attachments.find((a) => /^message\/(?:global-)?delivery-status$/.test(a.contentType));
  const avis = automate === 'DEMON' ? lireAvis(texte) : null;
  const rendu = identifiants(brut, mail, automate === 'DEMON' || dsn !== undefined, avis?.entetes ?? '');
  const nomme = rendu.cle !== null || rendu.messageIds.length > 0;
  const rapport = avis?.dit ?? (dsn && lireRapport(dsn.content.toString('latin1')));
  if (rapport === 'ARRIVE') return null;
  const ouvert = nomme && (automate !== null || dsn !== undefined) && !sonne(mail);
  const lu = rapport ?? lireAncien(mail.headers, texte) ?? (ouvert ? lireTexte(texte) : null);
  if (!lu) return null;
  const { mots, ...dit } = lu;
  return { ...rendu, ...dit, tort: tortDuRefus(dit.code, mots) };
}

/** Handed over by a pipe, a message may begin with the separator of mbox files; from an old system, its lines may end with CR alone. */
function enLignes(source: Buffer): string {
  const brut = source.toString('latin1').replace(/^From .*(?:\r?\n|\r)/, '');
  return brut.includes('\n') ? brut : brut.replace(/\r/g, '\n');
}
