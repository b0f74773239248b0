import type { Champ } from '../../domain/dossier/champs';
import { tropLong } from '../../domain/dossier/limite';
import { lireNombre, nettoyer, porteInterdit, surUneLigne } from '../../domain/dossier/valeurs';
import { phrase } from '../../domain/faits/erreurs';
import { fauteDeDate, lireDateEcrite } from './date';

/** What a form sends: texts by field name. */
export type Saisie = Readonly<Record<string, string>>;

/** What a form sent, once read: typed values, and one French sentence per field that cannot be read. */
export interface SaisieLue {
  valeurs: Record<string, unknown>;
  erreurs: Record<string, string>;
}

/** Name of a field in a form: apart from what the form says of the act itself (`motif` is both). */
export const nomSaisi = (nom: string): string => `champ.${nom}`;

/** Reads the fields of a form by their metadata; the rules judge the values afterwards. */
export function lireSaisie(champs: readonly Champ[], saisie: Saisie): SaisieLue {
  const lue: SaisieLue = { valeurs: {}, erreurs: {} };
  for (const champ of champs) {
    const tape = saisie[nomSaisi(champ.nom)] ?? '';
    const texte = champ.longueur === undefined ? surUneLigne(tape) : nettoyer(tape);
    if (porteInterdit(texte)) {
      lue.erreurs[champ.nom] = phrase(`CARACTERE_INTERDIT:${champ.libelle}`);
    } else if (champ.genre === 'booleen') {
      if (texte === 'oui') lue.valeurs[champ.nom] = true;
    } else if (texte === '') {
      if (champ.obligatoire) lue.erreurs[champ.nom] = 'À remplir.';
    } else {
      const { valeur, erreur } = lireTexte(champ, texte);
      if (erreur) lue.erreurs[champ.nom] = erreur;
      else lue.valeurs[champ.nom] = valeur;
    }
  }
  return lue;
}

/** A line of a form: the longest value that any of them asks for. */
const TEXTE_MAX = 200;

function lireTexte(champ: Champ, texte: string): { valeur?: unknown; erreur?: string } {
  switch (champ.genre) {
    case 'date': {
      const valeur = lireDateEcrite(texte);
      return valeur ? { valeur } : { erreur: fauteDeDate(texte) };
    }
    case 'nombre': {
      const { genre, valeur, phrase } = lireNombre(texte);
      if (genre !== 'juste') return { erreur: `Un nombre est attendu : ${phrase}.` };
      return valeur >= 0 ? { valeur } : { erreur: 'Un nombre est attendu : il ne peut pas être négatif.' };
    }
    case 'choix':
      return champ.choix?.some((c) => c.valeur === texte) ? { valeur: texte } : { erreur: 'Choisissez dans la liste.' };
    default: {
      const long = tropLong(texte, champ.longueur ?? TEXTE_MAX);
      return long === null ? { valeur: texte } : { erreur: `${long}.` };
    }
  }
}

/** The text of a field for a form that shows recorded values again. */
export const enTexte = (valeur: unknown): string =>
  valeur === undefined || valeur === null ? '' : valeur === true ? 'oui' : valeur === false ? '' : String(valeur);
