import type { Champ } from '../../../domain/dossier/champs';
import { lireJeu } from '../../../domain/droit/jeu-parametres';
import { phrase } from '../../../domain/faits/erreurs';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import { type AdoptionDemandee, adoptionDe } from '../../usages/adopter-reglement';

/** What the form of an adoption asks for. The set is pasted, or comes from a file under the same name. */
export const champsAdoption = [
  {
    nom: 'jeu',
    libelle: 'Paramètres changés (JSON)',
    aide: 'Par leur nom, comme {"dureeMois": 13}, ou un document {"reglement", "parametres", "source"} : le même que pour une étude d’impact.',
    genre: 'texte',
    obligatoire: true,
  },
  {
    nom: 'source',
    libelle: 'Texte d’où viennent les paramètres',
    aide: 'Avenant, arrêté, décision : il doit être dit ici, ou dans le document par « source ».',
    genre: 'texte',
    obligatoire: false,
  },
] as const satisfies readonly Champ[];

export type AdoptionLue = { ok: true; adoption: AdoptionDemandee } | { ok: false; erreurs: Record<string, string> };

/** Reads a set of parameters as `jalon adopter` does; the source typed counts before that of the document. */
export function lireAdoption(saisie: Saisie): AdoptionLue {
  const texte = (saisie[nomSaisi('jeu')] ?? '').trim();
  if (texte === '') return { ok: false, erreurs: { jeu: 'À remplir, ou un fichier à choisir.' } };
  const lu = lireJeu(enJson(texte));
  if (!lu.ok) return { ok: false, erreurs: { jeu: lu.erreurs.map(phrase).join(' ') } };
  const source = (saisie[nomSaisi('source')] ?? '').trim();
  return { ok: true, adoption: adoptionDe(lu.jeu, source === '' ? undefined : source) };
}

function enJson(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    // Not JSON: no set of parameters, which `lireJeu` says of null.
    return null;
  }
}
