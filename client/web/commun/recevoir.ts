import type { Context, MiddlewareHandler } from 'hono';
import { codeDeFaute, lireTextes } from '../../../domain/dossier/valeurs';
import type { Saisie } from '../../saisie/formulaire';
import { Refus } from '../../usages/commun/refus';
import { avecUnSeulJour } from './jour';

/** A file stands for the field of the same name: `fichier.jeu` for `champ.jeu`. */
const FICHIER = /^fichier\./;

/**
 * The texts of a posted form, a file given counting as the text of its field; a repeated field is not ours and counts as absent; a day
 * is one text, whichever of its two fields gives it. A text that cannot be kept is left as it came: whoever reads its field refuses it there, and shows it again.
 */
export async function lireFormulaire(c: Context): Promise<Saisie> {
  const saisie: Record<string, string> = {};
  const fichiers: [string, File][] = [];
  for (const [nom, valeur] of Object.entries(await c.req.parseBody())) {
    if (typeof valeur === 'string') saisie[nom] = valeur;
    else if (valeur instanceof File && valeur.size > 0 && FICHIER.test(nom)) fichiers.push([nom, valeur]);
  }
  for (const [nom, fichier] of fichiers) saisie[nom.replace(FICHIER, 'champ.')] = await fichier.text();
  return avecUnSeulJour(saisie);
}

/** The texts of a form that no page shows again. @throws Refus CARACTERE_INTERDIT */
export async function lireGeste(c: Context): Promise<Saisie> {
  return parLaPorte(await lireFormulaire(c));
}

/** What an address asks for, refused whole when one of its texts cannot be kept. */
export const adresseLisible: MiddlewareHandler = async (c, next) => {
  parLaPorte(c.req.query());
  await next();
};

/** Texts in canonical form. @throws Refus naming the first that cannot be kept */
export function parLaPorte(textes: Saisie): Saisie {
  const { valeur, fautes } = lireTextes(textes);
  if (fautes[0] !== undefined) throw Refus.de(codeDeFaute(fautes[0]));
  return valeur;
}
