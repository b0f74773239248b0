import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { tropLong } from '../../../domain/dossier/limite';
import { Refus } from '../../usages/commun/refus';
import { parLaPorte } from './recevoir';
import { RECHERCHE_MAX } from './recherche';

/**
 * What an address asks of a list, by these names and no other, each once; an empty one asks for nothing. A list is shown as it was asked
 * for, or not at all: nobody would see that it is another one.
 * @throws Refus FILTRE_INCONNU, FILTRE_EN_DOUBLE, CARACTERE_INTERDIT
 */
export function demandeDeListe<N extends string>(c: Context, noms: readonly N[]): Partial<Record<N, string>> {
  const donnes = [...new URL(c.req.url).searchParams.keys()];
  if (donnes.some((nom) => !(noms as readonly string[]).includes(nom))) throw Refus.de('FILTRE_INCONNU');
  const double = donnes.find((nom, rang) => donnes.indexOf(nom) !== rang);
  if (double !== undefined) throw Refus.de(`FILTRE_EN_DOUBLE:${double}`);
  return parLaPorte(c.req.query()) as Partial<Record<N, string>>;
}

/** One of the values that a filter knows; null when the address gives none. @throws Refus FILTRE_INVALIDE */
export function parmi<V extends string>(nom: string, valeur: string | undefined, connues: readonly V[]): V | null {
  if (valeur === undefined || valeur === '') return null;
  const connue = connues.find((v) => v === valeur);
  if (connue === undefined) throw Refus.de(`FILTRE_INVALIDE:${nom}`);
  return connue;
}

/** The sheet that an address asks for, the first unless it says so; whether there is one is for `feuilleter`. @throws Refus FILTRE_INVALIDE */
export function pageDemandee(page: string | undefined): number {
  if (page === undefined || page === '') return 1;
  if (!/^[1-9]\d{0,5}$/.test(page)) throw Refus.de('FILTRE_INVALIDE:page');
  return Number(page);
}

/** What is looked for, whole: cut, it would find something else. */
export function rechercheDemandee(recherche = ''): string {
  const long = tropLong(recherche, RECHERCHE_MAX);
  if (long !== null) throw new HTTPException(400, { message: `La recherche est trop longue : ${long}.` });
  return recherche;
}
