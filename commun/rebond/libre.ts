import type { Headers } from 'mailparser';
import { codeEtendu } from '../../domain/catalogue/tort';
import { lireRapport } from './rapport';
import type { Dit } from './rebond';

/** Where the copy of our message begins. */
const COPIE =
  /^[>|\s]*(?:message-id|return-path|received|received-spf|dkim-signature|authentication-results|arc-[\w-]+|mime-version|x-jalon-courrier|x-[\w-]*(?:spam|dkim|dmarc)[\w-]*)\s*:/im;

const PAS_ENCORE =
  /warning (?:message )?only|still being retried|will (?:continue|keep|be retried|be re-?attempted|retry)|(?:has|have|is|was) (?:been )?(?:temporarily )?delayed|delayed mail|not yet been delivered|need not resend|do not (?:need to )?resend|(?:est|a été) retardé|nouvelles? tentatives?/i;

/** What a daemon says in plain words. The fields of a report may be among them. */
export function lireTexte(texte: string): Dit | null {
  const debut = COPIE.exec(texte)?.index ?? texte.length;
  const dires = texte.slice(0, debut);
  const rapport = lireRapport(
    dires
      .split('\n')
      .filter((l) => /^\s*[\w-]+\s*:/.test(l))
      .join('\n'),
  );
  if (rapport === 'ARRIVE') return null;
  if (rapport?.destinataires.length) return { ...rapport, mots: dires };
  return {
    destinataires: adressesDe(dires),
    sorte: PAS_ENCORE.test(dires) ? 'RETARDE' : 'DEFINITIF',
    code: codeEtendu(dires),
    mots: dires,
  };
}

/** Older reports name the addresses in a header of their own. */
export function lireAncien(entetes: Headers, texte: string): Dit | null {
  const echoues = entetes.get('x-failed-recipients');
  if (typeof echoues !== 'string') return null;
  const destinataires = echoues.split(/[\s,]+/).filter((a) => a !== '');
  return { ...(lireTexte(texte) ?? { sorte: 'DEFINITIF', code: null, mots: '' }), destinataires };
}

const adressesDe = (dires: string): string[] => [
  ...new Set([...dires.matchAll(/[^\s<>"'(),:;[\]]+@[\w.-]+\.\w+/g)].map(([adresse]) => adresse)),
];
