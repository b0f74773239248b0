import { confierTache, listerReferents, type Registre, tracer } from '../../registre';
import { Refus } from './commun/refus';

export interface TacheAConfier {
  cle: string;
  numero: string;
  /** Agency of the dossier: a task stays within it. */
  agence: string;
  auteur: string;
  /** Id of the counsellor who sees to it; empty: the dossier's own. */
  a: string;
}

/**
 * Gives one task to a colleague of the agency, or back to the dossier's own counsellor; the dossier does not change hands.
 * @throws Refus REFERENT_INCONNU, TACHE_CLOSE; nothing is then changed
 */
export async function confierUneTache(
  registre: Registre,
  { cle, numero, agence, auteur, a }: TacheAConfier,
  maintenant: Date,
): Promise<void> {
  const collegues = await listerReferents(registre);
  if (a !== '' && !collegues.some((r) => r.id === a && r.agence === agence)) throw Refus.de(`REFERENT_INCONNU:${a}`);
  if (!(await confierTache(registre, cle, a === '' ? null : a))) throw Refus.de('TACHE_CLOSE');
  const details = { cle, ...(a === '' ? {} : { a }) };
  await tracer(registre, { numero, auteur, acte: 'CONFIER_TACHE', details }, maintenant);
}
