import { type Registre, terminerTache, tracer } from '../../registre';
import { Refus } from './commun/refus';

/** Says that a task is done. @param numero its dossier, when known @throws Refus TACHE_INCONNUE */
export async function terminerUneTache(
  registre: Registre,
  { cle, numero, auteur }: { cle: string; numero: string | null; auteur: string },
  maintenant: Date,
): Promise<void> {
  if (!(await terminerTache(registre, cle, auteur, maintenant))) throw Refus.de('TACHE_INCONNUE');
  await tracer(registre, { numero, auteur, acte: 'TERMINER_TACHE', details: { cle } }, maintenant);
}
