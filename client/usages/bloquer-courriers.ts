import { estCodeCourrier } from '../../domain/catalogue/catalogue';
import {
  bloquerCourriers,
  courriersTenus,
  debloquerCourriers,
  listerAgences,
  type PorteeBlocage,
  type Registre,
} from '../../registre';
import type { Decision, DepsCourriers } from './commun/courriers';
import { Refus } from './commun/refus';

/**
 * Holds back the letters of a code, of an agency, of both, or all of them: obeyed just before every hand-off.
 * @returns false when they are held already
 * @throws Refus CODE_COURRIER_INCONNU, AGENCE_INCONNUE
 */
export async function bloquer(
  { registre }: Pick<DepsCourriers, 'registre'>,
  portee: PorteeBlocage,
  { auteur, motif }: Decision,
  maintenant: Date,
): Promise<boolean> {
  await verifierPortee(registre, portee);
  return bloquerCourriers(registre, { ...portee, motif, par: auteur }, maintenant);
}

async function verifierPortee(registre: Registre, { code, agence }: PorteeBlocage): Promise<void> {
  if (code !== null && !estCodeCourrier(code)) throw Refus.de('CODE_COURRIER_INCONNU');
  if (agence !== null && !(await listerAgences(registre)).some(({ id }) => id === agence)) {
    throw Refus.de(`AGENCE_INCONNUE:${agence}`);
  }
}

/**
 * Lifts a blocage; the letters that it held leave at once when their time has come.
 * @returns how many letters waited
 * @throws Refus SUSPENSION_INCONNUE
 */
export async function debloquer(
  { registre, prevenir }: DepsCourriers,
  portee: PorteeBlocage,
  { auteur, motif }: Decision,
  maintenant: Date,
): Promise<number> {
  if (!(await debloquerCourriers(registre, { ...portee, motif, par: auteur }, maintenant))) {
    throw Refus.de('SUSPENSION_INCONNUE');
  }
  const tenus = await courriersTenus(registre, portee);
  await prevenir(tenus);
  return tenus.length;
}
