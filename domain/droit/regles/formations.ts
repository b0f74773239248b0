import { ajouterJours, type DateCivile } from '../../calendrier/dates';
import type { Resultat } from '../../dossier/resultat';
import type { Recu, Recus, Rejets } from './recus';

type Formations = NonNullable<Resultat['formations']>;

/** @see R23, F29 */
export function lireFormations(
  recus: Recus,
  debutCsp: DateCivile,
  dateFinCsp: DateCivile,
  rejets: Rejets,
): Recu<'FORMATION'>[] {
  return recus.pour('FORMATION').filter((formation) => {
    if (formation.debut < debutCsp) rejets.rejeter(formation, 'AVANT_CSP');
    else if (formation.debut > dateFinCsp) rejets.rejeter(formation, 'HORS_CSP');
    else return true;
    return false;
  });
}

/** A training that outlives the CSP goes on if the person registers again. @see R23, F29 */
export function suivreFormations(
  formations: readonly Recu<'FORMATION'>[],
  dateFinCsp: DateCivile,
  { requise, dateEffet }: NonNullable<Resultat['reinscription']>,
): Formations {
  const sansSuite = requise ? 'SOUS_CONDITION_REINSCRIPTION' : 'SANS_OBJET';
  const suite = dateEffet === ajouterJours(dateFinCsp, 1) ? 'POURSUIVIE' : 'POURSUIVIE_AVEC_INTERRUPTION';
  return formations.map(({ index, debut, fin }) => {
    const acheveeAuTerme = fin <= dateFinCsp;
    const poursuite = acheveeAuTerme ? null : dateEffet === null ? sansSuite : suite;
    return { index, debut, fin, acheveeAuTerme, poursuite };
  });
}
