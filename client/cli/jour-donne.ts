import type { DateCivile } from '../../domain/calendrier/dates';
import { lireDateEcrite } from '../saisie/date';
import { MauvaisUsage } from './sortie';

/** The day that an option gives. @throws MauvaisUsage when it is none */
export function jourDonne(option: string, valeur: string): DateCivile {
  const jour = lireDateEcrite(valeur);
  if (jour === null)
    throw new MauvaisUsage(`${option} : « ${valeur} » n’est pas une date, on attend AAAA-MM-JJ ou JJ/MM/AAAA.`);
  return jour;
}
