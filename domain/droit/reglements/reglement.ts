import type { NomParametre, Parametres } from '../../dossier/parametres';
import { VOCABULAIRE_CSP, type Vocabulaire } from './vocabulaire';

/**
 * How sure a value is. S: a document of `docs/sources`. T: a legal text found and read. G: general knowledge, unverified.
 * D: our decision where sources are silent or disagree.
 * @see REGLES, certainty marks
 */
export type Certitude = 'S' | 'T' | 'G' | 'D';

export const libellesCertitude: Readonly<Record<Certitude, string>> = {
  S: 'document source',
  T: 'texte légal lu',
  G: 'connaissance générale, non vérifiée',
  D: 'notre décision, faute de source claire',
};

/** One parameter of a règlement, with where it comes from, in French. */
export interface Parametre<V> {
  valeur: V;
  source: string;
  certitude: Certitude;
}

export type ParametresSources = { readonly [N in NomParametre]: Parametre<Parametres[N]> };

/** Those that Jalon carries; others may be installed. */
export type NomReglement =
  | 'crp-2009'
  | 'csp-2011'
  | 'csp-2015-v2015'
  | 'csp-2015-v2019'
  | 'csp-2015-v2021'
  | 'csp-2015-v2025'
  | 'csp-mayotte-2018'
  | 'csp-experimental-2011';

/** A règlement: a versioned set of parameters that a dossier keeps for life. @see R3 */
export interface Reglement {
  nom: string;
  /** True when a date never chooses it. */
  parNom?: true;
  libelle: string;
  vocabulaire: Vocabulaire;
  sources: ParametresSources;
  /** The values alone, as the rules read them. */
  parametres: Parametres;
}

/** Builds a règlement from its sourced parameters. */
export function reglement(
  nom: string,
  libelle: string,
  sources: ParametresSources,
  vocabulaire: Vocabulaire = VOCABULAIRE_CSP,
): Reglement {
  const valeurs = Object.entries(sources).map(([parametre, { valeur }]) => [parametre, valeur]);
  return { nom, libelle, vocabulaire, sources, parametres: Object.fromEntries(valeurs) as Parametres };
}

/** Takes over the parameters of another règlement, which its own text was not checked for, but for those given. */
export function emprunter(base: Reglement, differences: Partial<ParametresSources>): ParametresSources {
  const empruntes = Object.entries(base.sources).map(([nom, { valeur, source }]) => [
    nom,
    { valeur, source: `repris de ${base.nom} (${source})`, certitude: 'G' },
  ]);
  return { ...Object.fromEntries(empruntes), ...differences } as ParametresSources;
}

const avec =
  (certitude: Certitude) =>
  <V>(valeur: V, source: string): Parametre<V> => ({ valeur, source, certitude });

/** `S(21, 'S000 …')`: a value with its source and its certainty mark. */
export const S = avec('S');
export const T = avec('T');
export const G = avec('G');
export const D = avec('D');
