import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { limitePassee } from '../../../domain/dossier/limite';
import { codeDeFaute, lireTextes } from '../../../domain/dossier/valeurs';
import type { Saisie } from '../../saisie/formulaire';
import { Refus } from '../../usages/commun/refus';
import { avecUnSeulJour } from './jour';

/** A file stands for the field of the same name: `fichier.jeu` for `champ.jeu`. */
const FICHIER = /^fichier\./;

/** What a form carries without showing it: nobody typed it, and no page would say what is wrong with it. */
const CACHE = /^_(?!motif$)|^vu[.A-Z]/;

/**
 * The texts of a posted form, a file given counting as the text of its field; a day is one text, whichever of its two fields gives it. A text
 * that cannot be kept is left as it came: whoever reads its field refuses it there, and shows it again.
 */
export async function lireFormulaire(c: Context): Promise<Saisie> {
  const saisie: Record<string, string> = {};
  const fichiers: [string, File][] = [];
  for (const [nom, valeur] of Object.entries(await champsRecus(c))) {
    if (typeof valeur === 'string') saisie[nom] = valeur;
    else if (Array.isArray(valeur)) throw new HTTPException(400, { message: REPETE });
    else if (valeur.size > 0 && FICHIER.test(nom)) fichiers.push([nom, valeur]);
  }
  for (const [nom, fichier] of fichiers) saisie[nom.replace(FICHIER, 'champ.')] = await fichier.text();
  parLaPorte(Object.fromEntries(Object.entries(saisie).filter(([nom]) => CACHE.test(nom))));
  return avecUnSeulJour(saisie);
}

const REPETE =
  'Ce formulaire donne deux fois le même champ : rien n’a été enregistré. Revenez au dossier et recommencez.';
const ABIME = 'Ce formulaire est arrivé abîmé : rien n’a été enregistré. Revenez au dossier et recommencez.';

async function champsRecus(c: Context) {
  try {
    return await c.req.parseBody({ all: true });
  } catch (cause) {
    throw new HTTPException(400, { message: ABIME, cause });
  }
}

/** The texts of a form that no page shows again. @throws Refus CARACTERE_INTERDIT */
export async function lireGeste(c: Context): Promise<Saisie> {
  return parLaPorte(await lireFormulaire(c));
}

/** Of an address, in bytes: four times what the longest of ours takes, and half of what a server lets in. */
const ADRESSE_MAX = 8_000;

/** What an address asks for, refused whole when it is out of all proportion, or when one of its texts cannot be read or kept. */
export const adresseLisible: MiddlewareHandler = async (c, next) => {
  const { length } = c.req.url;
  if (length > ADRESSE_MAX)
    throw new HTTPException(414, { message: `Cette adresse est trop longue : ${limitePassee(ADRESSE_MAX, length)}.` });
  if (!seDecode(new URL(c.req.url).search))
    throw new HTTPException(400, { message: 'Cette adresse est arrivée abîmée : un de ses caractères ne se lit pas.' });
  parLaPorte(c.req.query());
  await next();
};

function seDecode(demande: string): boolean {
  try {
    return decodeURIComponent(demande) !== undefined;
  } catch {
    return false;
  }
}

/** Texts in canonical form. @throws Refus naming the first that cannot be kept */
export function parLaPorte(textes: Saisie): Saisie {
  const { valeur, fautes } = lireTextes(textes);
  if (fautes[0] !== undefined) throw Refus.de(codeDeFaute(fautes[0]));
  return valeur;
}
