import { codeEtendu } from '../../domain/catalogue/tort';
import type { Dit } from './rebond';

const ECHECS = /^(?:fail|expired|undeliver)/;
const RETARDS = /^delay/;

/**
 * Reads the fields of a delivery status notification: groups, one for the message then one for each recipient. Lenient with what
 * servers write: space before the colon, address without its type, no action at all.
 * @returns ARRIVE when it says that the message arrived or went further; null when it says nothing of any recipient
 */
export function lireRapport(texte: string): Dit | 'ARRIVE' | null {
  const groupes = texte
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n\s*\n/)
    .map(champs)
    .filter((g) => g.has('action') || g.has('final-recipient') || g.has('original-recipient') || g.has('status'));
  if (groupes.length === 0) return null;
  const echecs = groupes.filter((g) => ECHECS.test(actionDe(g)));
  const vises = echecs.length > 0 ? echecs : groupes.filter((g) => RETARDS.test(actionDe(g)));
  if (vises.length === 0) return 'ARRIVE';
  const destinataires = vises.flatMap((g) => adresses(g.get('original-recipient'), g.get('final-recipient')));
  return {
    destinataires: [...new Set(destinataires)],
    sorte: echecs.length > 0 ? 'DEFINITIF' : 'RETARDE',
    code: vises.map(codeDe).find((code) => code !== null) ?? null,
    mots: vises.map((g) => g.get('diagnostic-code') ?? '').join('\n'),
  };
}

/** What was done, or what the status means when nothing says it. */
function actionDe(groupe: Map<string, string>): string {
  const action = groupe.get('action')?.toLowerCase() ?? '';
  if (action !== '') return action;
  const statut = codeDe(groupe)?.charAt(0);
  return statut === '2' ? 'delivered' : 'failed';
}

const champs = (groupe: string): Map<string, string> =>
  new Map(
    groupe.split('\n').flatMap((ligne) => {
      const [, nom, valeur] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(ligne) ?? [];
      return nom === undefined ? [] : [[nom.toLowerCase(), valeur!] as const];
    }),
  );

/** `rfc822; someone@example.org`, with or without its type. */
const adresses = (...valeurs: (string | undefined)[]): string[] =>
  valeurs.flatMap((valeur) => /(?:^|;)\s*<?([^\s<>;]+@[^\s<>;]+?)>?$/.exec(valeur ?? '')?.[1] ?? []);

/** The status, or what the remote server said when the status says nothing more than yes or no. */
function codeDe(groupe: Map<string, string>): string | null {
  const statut = codeEtendu(groupe.get('status') ?? '');
  const precis = codeEtendu(groupe.get('diagnostic-code') ?? '');
  return statut === null || statut.endsWith('.0.0') ? (precis ?? statut) : statut;
}
