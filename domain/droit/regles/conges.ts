import type { DateCivile } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { compter, couper, reunir } from '../../calendrier/intervalles';
import type { Parametres } from '../../dossier/parametres';
import type { Resultat } from '../../dossier/resultat';
import type { Recus, Rejets } from './recus';

/** Calendar days of leave within the CSP, a day declared twice counting once. @see R21, F29 */
export function conges(
  recus: Recus,
  debutCsp: DateCivile,
  dateFinCsp: DateCivile,
  { congesMaxJours }: Parametres,
  rejets: Rejets,
): NonNullable<Resultat['conges']> {
  const pris: Periode[] = [];
  for (const conge of recus.pour('CONGES')) {
    if (conge.fin < debutCsp) rejets.rejeter(conge, 'AVANT_CSP');
    else if (conge.debut > dateFinCsp) rejets.rejeter(conge, 'HORS_CSP');
    else pris.push(conge);
  }
  const joursPris = compter(couper(reunir(pris), debutCsp, dateFinCsp));
  return {
    joursPris,
    solde: Math.max(0, congesMaxJours - joursPris),
    depassement: Math.max(0, joursPris - congesMaxJours),
  };
}
