import { ajouterJours, type DateCivile, enChiffres, lireDate, ORIGINE } from '../calendrier/dates';
import type { Resultat } from '../dossier/resultat';
import { phrase } from '../faits/erreurs';

/** A month of actualisation, with what is known of it. @see R20 */
export interface MoisActualisation {
  /** `AAAA-MM` */
  mois: string;
  ouverture: DateCivile;
  cloture: DateCivile;
  /** Day it was done; null when nothing is recorded. */
  le: DateCivile | null;
  /** Nothing is recorded and the period is over, beyond what France Travail's list takes to come. */
  statut: 'FAITE' | 'OUVERTE' | 'NON_CONNUE' | 'A_VENIR';
}

/**
 * The months of a journey until today, the one that opens next included, the latest first. One that had closed before Jalon took the
 * journey over is not its business, unless it is known.
 */
export function moisActualisation(
  { actualisations = [], motifFin }: Pick<Resultat, 'actualisations' | 'motifFin'>,
  connues: readonly { mois: string; le: DateCivile }[],
  jour: DateCivile,
  dateReprise: DateCivile | null = null,
): MoisActualisation[] {
  const faites = new Map(connues.map(({ mois, le }) => [mois, le]));
  const suivant = motifFin === 'DECES' ? undefined : actualisations.find((a) => a.ouverture > jour)?.mois;
  return actualisations
    .filter((a) => a.ouverture <= jour || a.mois === suivant)
    .filter((a) => faites.has(a.mois) || a.cloture >= (dateReprise ?? ORIGINE))
    .map(({ mois, ouverture, cloture }) => {
      const le = faites.get(mois) ?? null;
      return { mois, ouverture, cloture, le, statut: statutDuMois(le, ouverture, cloture, jour) };
    })
    .reverse();
}

function statutDuMois(
  le: DateCivile | null,
  ouverture: DateCivile,
  cloture: DateCivile,
  jour: DateCivile,
): MoisActualisation['statut'] {
  if (le !== null) return 'FAITE';
  if (jour < ouverture) return 'A_VENIR';
  return jour <= cloture ? 'OUVERTE' : 'NON_CONNUE';
}

export interface SaisieActualisation {
  mois: string;
  le: string;
}

/**
 * Reads an actualisation reported for a journey.
 * @returns the code and the sentence of what is wrong with it, or the actualisation
 */
export function lireActualisation(
  { mois, le }: SaisieActualisation,
  { actualisations = [] }: Pick<Resultat, 'actualisations'>,
  jour: DateCivile,
): { ok: true; mois: string; le: DateCivile } | { ok: false; code: string; phrase: string } {
  const refuser = (code: string, precision?: string) => ({
    ok: false as const,
    code,
    phrase: precision ?? phrase(code),
  });
  const m = mois.trim();
  if (lireDate(`${m}-01`) === null) return refuser('ACTUALISATION_MOIS_INVALIDE');
  if (le.trim() === '') return refuser('CHAMP_MANQUANT:le', 'Dites quel jour l’actualisation a été faite.');
  const date = lireDate(le.trim());
  if (date === null) return refuser('DATE_INVALIDE:le');
  if (date > jour) return refuser('ACTUALISATION_FUTURE');
  const attendue = actualisations.find((a) => a.mois === m);
  if (!attendue) return refuser('ACTUALISATION_SANS_OBJET');
  if (date < attendue.ouverture) {
    const ouvre = `Pour ce mois, l’actualisation n’ouvre que le ${enChiffres(attendue.ouverture)}.`;
    return refuser('ACTUALISATION_PREMATUREE', ouvre);
  }
  return { ok: true, mois: m, le: date };
}

/** Days after its closing during which a month may still be reported late by France Travail's list. */
const LISTE_TARDIVE_JOURS = 7;

/** Whether a month counts as missed: over, unreported, and past the time that the list takes to come. */
export const estManquee = ({ statut, cloture }: MoisActualisation, jour: DateCivile): boolean =>
  statut === 'NON_CONNUE' && jour > ajouterJours(cloture, LISTE_TARDIVE_JOURS);
