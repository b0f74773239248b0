import type { Context } from 'hono';
import type { Saisie } from '../../saisie/formulaire';

/** A file stands for the field of the same name: `fichier.jeu` for `champ.jeu`. */
const FICHIER = /^fichier\./;

/** The texts of a posted form, a file given counting as the text of its field; a repeated field is not ours and counts as absent. */
export async function lireFormulaire(c: Context): Promise<Saisie> {
  const saisie: Record<string, string> = {};
  const fichiers: [string, File][] = [];
  for (const [nom, valeur] of Object.entries(await c.req.parseBody())) {
    if (typeof valeur === 'string') saisie[nom] = valeur;
    else if (valeur instanceof File && valeur.size > 0 && FICHIER.test(nom)) fichiers.push([nom, valeur]);
  }
  for (const [nom, fichier] of fichiers) saisie[nom.replace(FICHIER, 'champ.')] = await fichier.text();
  return saisie;
}
