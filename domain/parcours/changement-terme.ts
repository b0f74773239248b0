import type { DateCivile } from '../calendrier/dates';
import type { Resultat } from '../dossier/resultat';
import type { ChangementTerme, EtatParcours } from './parcours';
import { estPortee } from './portees';

export interface SuiviTerme {
  termeAnnonce: DateCivile | null;
  changements: Record<string, ChangementTerme>;
}

/** A change is announced once no letter of it is still to leave; one left to another counts when that one reached the person. */
function enAttente({ courriers }: EtatParcours, base: string): boolean {
  const lettres = Object.values(courriers).filter(
    (c) => c.code === 'PROLONGATION' && c.base === base && (c.statut !== 'ANNULE' || estPortee(courriers, base)),
  );
  return lettres.length < 2 || lettres.some((c) => c.statut === 'A_REPRENDRE' || c.statut === 'RETENU');
}

/** Nothing is announced any more: should the journey go on after all, what was not said yet will be. */
export function taireChangements(etat: EtatParcours): SuiviTerme {
  const [plusAncien] = Object.keys(etat.changements)
    .filter((base) => enAttente(etat, base))
    .sort();
  const termeAnnonce = plusAncien === undefined ? etat.termeAnnonce : etat.changements[plusAncien]!.termeAvant;
  return { termeAnnonce, changements: {} };
}

/**
 * Compares the term with the last one the person was told of. A change gives birth to one announcement, which takes the place of
 * those still waiting to leave; an exit before the term announces nothing (R25 has its own letters).
 * @param base what the letters of a new change will speak of: the day and the version that brought it
 * @see R15, REGLES §7 (PROLONGATION)
 */
export function suivreTerme(etat: EtatParcours, resultat: Resultat, base: string): SuiviTerme {
  const changements = Object.fromEntries(Object.entries(etat.changements).filter(([b]) => enAttente(etat, b)));
  const terme = resultat.motifFin === 'TERME' ? (resultat.terme ?? null) : null;
  if (terme === null) return { termeAnnonce: etat.termeAnnonce, changements };
  if (etat.termeAnnonce === null || etat.termeAnnonce === terme) return { termeAnnonce: terme, changements };
  const [plusAncien] = Object.keys(changements).sort();
  const termeAvant = plusAncien === undefined ? etat.termeAnnonce : changements[plusAncien]!.termeAvant;
  const nouveau = termeAvant === terme ? {} : { [base]: { termeAvant, termeApres: terme } };
  return { termeAnnonce: terme, changements: nouveau };
}
