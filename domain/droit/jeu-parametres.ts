import { type Brut, estObjet } from '../dossier/brut';
import type { Surcharge } from '../dossier/parametres';
import { reglementNomme } from './reglements';
import { erreursSurcharge } from './regles/validation';

/** A set of changed parameters as a file gives it: for an impact study, or for the journeys that adopt it. */
export interface JeuParametres {
  /** Only journeys under this règlement are concerned; null: all. */
  reglement: string | null;
  parametres: Surcharge;
  /** The text that the parameters come from. */
  source: string | null;
}

export type JeuLu = { ok: true; jeu: JeuParametres } | { ok: false; erreurs: string[] };

const CHAMPS = ['reglement', 'parametres', 'source'];

/**
 * Reads a set of parameters: either the parameters alone, by their names, or `{reglement?, parametres, source?}`.
 * @returns every error by its code, in the order of the fields
 * @see R3, F4
 */
export function lireJeu(valeur: unknown): JeuLu {
  if (!estObjet(valeur)) return { ok: false, erreurs: ['DOCUMENT_ILLISIBLE'] };
  const nu = !CHAMPS.some((nom) => Object.hasOwn(valeur, nom));
  const { reglement = null, parametres = {}, source = null }: Brut = nu ? { parametres: valeur } : valeur;
  const inconnus = nu ? [] : Object.keys(valeur).filter((nom) => !CHAMPS.includes(nom));
  const erreurs = [
    ...inconnus.map((nom) => `CHAMP_INCONNU:${nom}`),
    ...(reglement === null || estNom(reglement) ? [] : [`REGLEMENT_INCONNU:${String(reglement)}`]),
    ...fautesDeLaSource(source),
    ...erreursParametres(parametres),
  ];
  if (erreurs.length > 0) return { ok: false, erreurs };
  const texte = typeof source === 'string' ? source.trim() : '';
  return {
    ok: true,
    jeu: {
      reglement: reglement as string | null,
      parametres: parametres as Surcharge,
      source: texte === '' ? null : texte,
    },
  };
}

/** Long enough for the reference of a text, short enough for a journal kept for life. */
const LONGUEUR_SOURCE = 500;

function fautesDeLaSource(source: unknown): string[] {
  if (source === null) return [];
  if (typeof source !== 'string') return ['CHAMP_INVALIDE:source'];
  const { length } = source.trim();
  return length > LONGUEUR_SOURCE ? [`TROP_LONG:source:${LONGUEUR_SOURCE}:${length}`] : [];
}

const estNom = (nom: unknown): nom is string => reglementNomme(nom) !== null;

function erreursParametres(parametres: unknown): string[] {
  if (!estObjet(parametres)) return ['CHAMP_INVALIDE:parametres'];
  return Object.keys(parametres).length === 0 ? ['SURCHARGE_VIDE'] : erreursSurcharge(parametres);
}
