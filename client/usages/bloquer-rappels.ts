import type { Numero } from '../../domain/dossier/numero';
import { bloquerRappels, debloquerRappels, type RappelsBloques, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** Stops every reminder to a person until a day: they wait, and those still useful then leave. @throws Refus DOSSIER_INCONNU */
export async function bloquerLesRappels(registre: Registre, blocage: RappelsBloques, maintenant: Date): Promise<void> {
  if (!(await bloquerRappels(registre, blocage, maintenant))) throw Refus.de('DOSSIER_INCONNU');
}

/** Lets them go again before that day. @throws Refus RAPPELS_NON_BLOQUES */
export async function debloquerLesRappels(
  registre: Registre,
  numero: Numero,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  if (!(await debloquerRappels(registre, numero, auteur, maintenant))) throw Refus.de('RAPPELS_NON_BLOQUES');
}
