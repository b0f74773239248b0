import { age, ajouterMois, type DateCivile, enChiffres } from '../../calendrier/dates';
import { faux, juste, type Normaliseur } from './jugement';

/** Ages at the hand-over between which someone can be an employee: the youngest apprentices, and well beyond any retirement. */
const AGE_MIN = 14;
const AGE_MAX = 90;

/** A birth date plausible against the hand-over; nothing is said of it while the hand-over is not known. */
export const normaliserNaissance: Normaliseur<DateCivile> = (lu, { dateRemise }) => {
  if (dateRemise === undefined) return juste(lu);
  const attendu = `on attend une date entre le ${enChiffres(ajouterMois(dateRemise, -12 * AGE_MAX))} et le ${enChiffres(ajouterMois(dateRemise, -12 * AGE_MIN))}`;
  const refus = (pourquoi: string) => faux<DateCivile>(`${enChiffres(lu)} ${pourquoi} (${attendu})`);
  if (lu >= dateRemise) return refus(`n’est pas avant la remise du ${enChiffres(dateRemise)}`);
  const ans = age(lu, dateRemise);
  return ans < AGE_MIN || ans > AGE_MAX
    ? refus(`donne ${ans} ans à la remise du ${enChiffres(dateRemise)}`)
    : juste(lu);
};
