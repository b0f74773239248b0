import type { z } from 'zod';
import { champsDossier } from '../../domain/dossier/dossier';
import { limitePassee } from '../../domain/dossier/limite';
import { phrase } from '../../domain/faits/erreurs';
import { phraseSurChamps } from '../../domain/faits/phrase-sur-champs';

/** Why a document or a row is refused: a stable code, its French sentence, the field when there is one. */
export interface Erreur {
  code: string;
  phrase: string;
}

/** An error of the catalogue, with the fields of the opening that it speaks of; `precision` replaces its sentence when the case allows a better one. */
export const erreur = (code: string, precision?: string): Erreur => ({
  code,
  phrase: precision ?? phraseSurChamps(code, champsDossier),
});

/** What a code written `CODE:x` is about; the code itself when it is about nothing. */
export const cheminDe = (code: string): string => code.slice(code.indexOf(':') + 1);

/** A name that is not among those known, with these; many of them are not all listed. */
export function inconnu(code: string, connus: readonly { id: string }[]): Erreur {
  const ids = connus.map(({ id }) => id).sort();
  if (ids.length === 0) return erreur(code, `${phrase(code)} Rien n’est encore enregistré : voir « jalon agences ».`);
  const cites = ids.slice(0, CONNUS_CITES).join(', ');
  const reste = ids.length > CONNUS_CITES ? `, et ${ids.length - CONNUS_CITES} de plus (voir « jalon agences »)` : '';
  return erreur(code, `${phrase(code)} Valeurs acceptées : ${cites}${reste}.`);
}

const CONNUS_CITES = 12;

/** What zod found wrong (asked with `reportInput`), one error per field, in codes of the catalogue. `racine` is put before the field's path. */
export function erreursZod(issues: readonly z.core.$ZodIssue[], racine = ''): Erreur[] {
  return issues.flatMap((issue) => {
    const champ = [racine, ...issue.path].filter((p) => p !== '').join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((cle) => erreur(`CHAMP_INCONNU:${champ === '' ? cle : `${champ}.${cle}`}`));
    }
    if (issue.code === 'invalid_type' && issue.input === undefined) return [erreur(`CHAMP_MANQUANT:${champ}`)];
    return [erreur(`CHAMP_INVALIDE:${champ}`, `Le champ « ${champ} » ne convient pas : ${attendu(issue)}.`)];
  });
}

/** A limit that was passed, and by what. */
function tropGrand({ origin, maximum, input, message }: z.core.$ZodIssueTooBig): string {
  if (origin === 'number') return message;
  const donne = typeof input === 'string' || Array.isArray(input) ? input.length : Number.NaN;
  return limitePassee(Number(maximum), donne, origin === 'string' ? 'caractères' : 'lignes');
}

function attendu(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'il est vide' : 'il en manque';
    case 'too_big':
      return tropGrand(issue);
    case 'invalid_value':
      return `on attend ${issue.values.join(', ')}`;
    case 'invalid_type':
      return issue.expected === 'object' ? 'on attend un objet' : `on attend une valeur de type ${issue.expected}`;
    case 'invalid_format':
      // Formats of our own schemas carry their French message; a regular expression without one names an id.
      return /^[a-zà-ÿ]/.test(issue.message) ? issue.message : 'lettres minuscules, chiffres et tirets seulement';
    default:
      return issue.message;
  }
}
