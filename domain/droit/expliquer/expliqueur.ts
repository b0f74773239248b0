import type { NomChampDossier } from '../../dossier/dossier';
import type { NomParametre } from '../../dossier/parametres';
import type { Resultat } from '../../dossier/resultat';
import type { ContexteExplication } from './contexte';
import type { Entree, Fondement } from './explication';

/** What a family says of a value; `expliquer` adds the key, the labels, the sources of the parameters. */
export interface Raison {
  /** End of the key, for one entry of a list or one field of an object. */
  sous?: string;
  /** Name of that entry, in French; required with `sous`. */
  libelle?: string;
  /** The value of that entry; by default that of the key. */
  valeur?: unknown;
  regle: string;
  phrase: string;
  /** Inputs, by name: fields of the dossier, keys of the result, parameters, others. */
  dossier?: readonly NomChampDossier[];
  cles?: readonly (keyof Resultat)[];
  parametres?: readonly NomParametre[];
  autres?: readonly Entree[];
  fondements?: readonly Fondement[];
  doute?: string | null;
}

/** A key as `calculer` gives it when it gives it: null where it has no meaning. */
export type Valeur<K extends keyof Resultat> = Exclude<Resultat[K], undefined>;

/** Explains one key: its value, or each of its entries; an empty list when there is nothing to say. */
export type Expliqueur<K extends keyof Resultat> = (
  valeur: Valeur<K>,
  c: ContexteExplication,
) => Raison | readonly Raison[];

/** The explanations of some keys of the result. */
export type Famille<K extends keyof Resultat> = { readonly [C in K]-?: Expliqueur<C> };

/** An explanation of a value that may be null, in which case there is nothing to say. */
export const siDonne =
  <V>(expliqueur: (valeur: V, c: ContexteExplication) => Raison | readonly Raison[]) =>
  (valeur: V | null, c: ContexteExplication): Raison | readonly Raison[] =>
    valeur === null ? [] : expliqueur(valeur, c);

/** One explanation per field of an object, in the order of the fields; a field that lacks its own does not compile. */
export type RaisonsDesChamps<O> = {
  readonly [N in keyof O]-?: (objet: O, c: ContexteExplication) => Omit<Raison, 'sous'> | null;
};

/** The fields of an object, those that have something to say. */
export const parChamps = <O extends object>(
  objet: O,
  champs: RaisonsDesChamps<O>,
  c: ContexteExplication,
  prefixe = '',
): Raison[] =>
  (Object.keys(champs) as (keyof O & string)[]).flatMap((nom) => {
    const raison = champs[nom](objet, c);
    return raison === null ? [] : [{ valeur: objet[nom], ...raison, sous: `${prefixe}${nom}` }];
  });
