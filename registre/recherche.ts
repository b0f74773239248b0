import { and, eq, like, or, type SQL, sql } from 'drizzle-orm';
import { lireNumero, type Numero } from '../domain/dossier/numero';
import type { Employeur, Identite } from '../domain/dossier/personnes';
import { motsReplies } from '../domain/dossier/replier';
import { dossiers, identites } from './schema';

/** Who the people of a dossier are, as the table `identites` keeps them. */
export interface Identifies {
  identite: Identite;
  employeur: Employeur | null;
}

/** The row of a dossier in `identites`: what is written of people is written by it, so that it is found as it now stands. */
export const ligneIdentite = (numero: Numero, { identite, employeur }: Identifies) => ({
  ...{ numero, identite, employeur },
  recherche: texteCherche(numero, { identite, employeur }),
});

/**
 * All that a dossier is looked for by, in one text: the words of its names, of the company and of the e-mail address, then its numbers as
 * digits. Each word follows a space, the first too: that tells the beginning of a word from its middle.
 */
export function texteCherche(numero: Numero, { identite, employeur }: Identifies): string {
  const { prenom, nom, email = '', telephone = '' } = identite;
  const mots = motsReplies([prenom, nom, employeur?.nom ?? '', email].join(' '));
  const chiffres = chiffresCherches(telephone) ?? telephone.replace(/\D/g, '');
  return ` ${mots} ${numero.replaceAll('-', '')} ${chiffres}`;
}

/**
 * What a search asks of `dossiers`: every word that was typed, in any order, accents and case ignored. A word of two letters, or a
 * number, is the beginning of one; a longer word may be its middle. A telephone or a dossier's number is known by any five digits in a row.
 */
export function conditionRecherche(saisie: string): SQL {
  const lu = lireNumero(saisie);
  if (lu.ok) return eq(dossiers.numero, lu.numero);
  const contient = (partie: string): SQL => like(identites.recherche, `%${partie}%`);
  const mots = motsReplies(saisie).split(' ').filter(Boolean);
  const chiffres = chiffresCherches(saisie);
  const trouves = or(
    mots.length === 0 ? sql`false` : and(...mots.map((mot) => contient(DANS_UN_MOT.test(mot) ? mot : ` ${mot}`))),
    chiffres === null ? undefined : contient(chiffres),
  );
  return sql`${dossiers.numero} in (select ${identites.numero} from ${identites} where ${trouves})`;
}

/** Long enough to be looked for in the middle of words, and no number. */
const DANS_UN_MOT = /^(?!\d+$).{3,}/su;

/**
 * The digits that a phone number is known by, whatever is put between and before them: `+33 (0)6 39 98…`, `0639.98…`; null for what
 * is no phone number, or too short to tell one from another.
 */
export function chiffresCherches(cherche: string): string | null {
  if (!/^[+(]?\d[\d\s().+/-]*$/.test(cherche)) return null;
  const chiffres = cherche
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^(?:00|(?=33\d{9}$))33/, '')
    .replace(/^0/, '');
  return chiffres.length >= CHIFFRES_MIN ? chiffres : null;
}
const CHIFFRES_MIN = 5;
