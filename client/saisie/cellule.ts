import type { DateCivile } from '../../domain/calendrier/dates';
import { replier } from '../../domain/dossier/replier';
import { enLignes, lireNombre, surUneLigne } from '../../domain/dossier/valeurs';
import type { Colonne } from './colonnes';
import { lireDateEcrite } from './date';
import { dateRelative, resoudreDates } from './dates-relatives';
import { type Erreur, erreur } from './erreur';

/** When given, cells such as `J-12` are days counted from it. */
export interface ModeDates {
  relativesA: DateCivile | null;
}

const OUI = new Set(['oui', 'o', 'vrai', 'true', '1', 'x']);
const NON = new Set(['non', 'n', 'faux', 'false', '0']);
const ABREGES: Record<string, string> = { mme: 'madame', m: 'monsieur', mr: 'monsieur', mail: 'email' };

/**
 * The value of a cell as the schemas want it. What cannot be read is left as it is written, for the rules to name with the
 * rest; a cell of which no rule would say anything is an error here.
 */
export function lireCellule(colonne: Colonne, brute: string, mode: ModeDates): { valeur?: unknown; erreur?: Erreur } {
  const texte = surUneLigne(brute);
  if (texte === '') return {};
  switch (colonne.genre) {
    case 'texte':
      return { valeur: texte };
    case 'lignes':
      return { valeur: enLignes(brute) };
    case 'date':
      return { valeur: lireJour(texte, mode) ?? texte };
    case 'nombre': {
      const { genre, valeur, phrase } = lireNombre(texte);
      if (genre === 'juste') return { valeur };
      return refus(colonne, phrase, genre === 'douteux' ? 'CHAMP_DOUTEUX' : 'CHAMP_INVALIDE');
    }
    case 'booleen': {
      const mot = simplifier(texte);
      if (OUI.has(mot)) return { valeur: true };
      return NON.has(mot) ? { valeur: false } : refus(colonne, 'on attend oui ou non');
    }
    case 'choix':
      return { valeur: choisir(colonne, texte) ?? texte };
    case 'json':
      return lireJson(colonne, texte, mode);
  }
}

/** A day, or one counted from another when the mode allows it. */
const lireJour = (texte: string, { relativesA }: ModeDates): DateCivile | null =>
  lireDateEcrite(texte) ?? (relativesA === null ? null : dateRelative(texte, relativesA));

/** A choice by its code or by its French label, whatever the case and the accents. */
function choisir(colonne: Colonne, texte: string): string | undefined {
  const mot = simplifier(texte);
  const cherche = ABREGES[mot] ?? mot;
  return colonne.choix?.find((c) => simplifier(c.valeur) === cherche || simplifier(c.libelle) === cherche)?.valeur;
}

function lireJson(colonne: Colonne, texte: string, mode: ModeDates): { valeur?: unknown; erreur?: Erreur } {
  try {
    const valeur: unknown = JSON.parse(texte);
    return { valeur: mode.relativesA === null ? valeur : resoudreDates(valeur, mode.relativesA) };
  } catch {
    return refus(colonne, 'ce n’est pas une liste JSON bien écrite');
  }
}

const refus = (colonne: Colonne, pourquoi: string, code = 'CHAMP_INVALIDE') => ({
  erreur: erreur(`${code}:${colonne.nom}`, `Le champ « ${colonne.nom} » ne convient pas : ${pourquoi}.`),
});

/** Lower case without accents or punctuation, to compare what people type. */
export const simplifier = (texte: string): string => replier(texte).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
