import { type JeuParametres, lireJeu } from '../../domain/droit/jeu-parametres';
import { phrase } from '../../domain/faits/erreurs';
import { Refus } from '../usages/commun/refus';
import { type Console, lireJson } from './sortie';

/** Reads a file of changed parameters. @throws Refus with every error of the catalogue */
export async function jeuDonne(console: Console, chemin: string): Promise<JeuParametres> {
  const lu = lireJeu(await lireJson(console, chemin));
  if (!lu.ok) throw new Refus(lu.erreurs.map((code) => ({ code, phrase: phrase(code) })));
  return lu.jeu;
}

/** What the option says in the help of every command that takes such a file. */
export const AIDE_JEU =
  'fichier JSON des paramètres changés, par leur nom, ou {"reglement", "parametres", "source"} pour les seuls parcours d’un règlement';
