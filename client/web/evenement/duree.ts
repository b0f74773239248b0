import { ajouterJours, type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import type { Champ } from '../../../domain/dossier/champs';
import { compte } from '../../affichage/libelles';

/** Facts whose paper gives their last day, or how long they last. */
const A_DUREE: readonly string[] = ['ARRET_MALADIE'];

const DUREE: Champ = {
  nom: 'duree',
  libelle: 'Durée, en jours',
  aide: 'Si l’arrêt dit une durée : tous les jours comptent, le premier compris.',
  genre: 'nombre',
  obligatoire: false,
  quand: 'ou le dernier jour',
};

/** The longest that a paper prescribes; a longer one is a slip of the hand. */
const DUREE_MAX = 1_095;

/** The fields of an event as its form asks for them: its last day or its length, whichever the paper says. */
export const champsAvecDuree = (type: string, champs: readonly Champ[]): readonly Champ[] =>
  A_DUREE.includes(type)
    ? champs.flatMap((champ) =>
        champ.nom === 'fin' ? [{ ...champ, obligatoire: false, quand: 'ou la durée' }, DUREE] : [champ],
      )
    : champs;

export type PeriodeLue =
  | { ok: true; valeurs: Record<string, unknown> }
  /** A sentence by field. */
  | { ok: false; erreurs: Record<string, string> };

/** The same values with a last day in the place of a length. */
export function sansDuree(type: string | null, { duree, ...valeurs }: Readonly<Record<string, unknown>>): PeriodeLue {
  if (type === null || !A_DUREE.includes(type)) return { ok: true, valeurs };
  const refuser = (champ: string, phrase: string): PeriodeLue => ({ ok: false, erreurs: { [champ]: phrase } });
  if (duree === undefined)
    return valeurs.fin === undefined
      ? refuser('fin', 'Donnez le dernier jour ou la durée, selon ce que dit l’arrêt.')
      : { ok: true, valeurs };
  if (typeof duree !== 'number' || !Number.isInteger(duree) || duree < 1 || duree > DUREE_MAX)
    return refuser('duree', `Une durée est un nombre entier de jours, entre 1 et ${DUREE_MAX}.`);
  const debut = valeurs.debut as DateCivile;
  const fin = ajouterJours(debut, duree - 1);
  if (valeurs.fin === undefined || valeurs.fin === fin) return { ok: true, valeurs: { ...valeurs, fin } };
  const dite = valeurs.fin as DateCivile;
  const ecart =
    dite < debut ? '' : ` : jusqu’au ${enChiffres(dite)}, cela fait ${compte(joursEntre(debut, dite) + 1, 'jour')}`;
  const phrase = `${compte(duree, 'jour')} à partir du ${enChiffres(debut)} mènent au ${enChiffres(fin)}${ecart}. Gardez ce que dit l’arrêt.`;
  return { ok: false, erreurs: { fin: phrase, duree: phrase } };
}
