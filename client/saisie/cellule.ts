import type { DateCivile } from '../../domain/calendrier/dates';
import type { Colonne } from './colonnes';
import { lireDateEcrite } from './date';
import { dateRelative, resoudreDates } from './dates-relatives';
import { type Erreur, erreur } from './erreur';
import { lireNombreEcrit } from './nombre';

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
  const texte = brute.trim();
  if (texte === '') return {};
  switch (colonne.genre) {
    case 'texte':
      return { valeur: texte };
    case 'lignes':
      return {
        valeur: texte
          .split('|')
          .map((l) => l.trim())
          .filter((l) => l !== ''),
      };
    case 'date':
      return { valeur: lireJour(texte, mode) ?? texte };
    case 'nombre': {
      const nombre = lireNombreEcrit(texte);
      return nombre !== null ? { valeur: nombre } : refus(colonne, `« ${texte} » n’est pas un nombre`);
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

const refus = (colonne: Colonne, pourquoi: string) => ({
  erreur: erreur(`CHAMP_INVALIDE:${colonne.nom}`, `Le champ « ${colonne.nom} » ne convient pas : ${pourquoi}.`),
});

/** Lower case without accents or punctuation, to compare what people type. */
export const simplifier = (texte: string): string =>
  texte
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
