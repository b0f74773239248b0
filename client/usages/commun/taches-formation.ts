import type { DateCivile } from '../../../domain/calendrier/dates';
import { residenceDe } from '../../../domain/faits/residence-de';
import { demarches } from '../../../domain/parcours/demarches';
import { cleFormationASuivre, tachesDesFormations } from '../../../domain/parcours/formation-preparee';
import { cloreTaches, type DossierInscrit, deposerTache, formationsDe, type Registre } from '../../../registre';

/** Who acts on a training, and on what day where the person lives. */
export interface QuiAgit {
  auteur: string;
  aujourdhui: DateCivile;
  maintenant: Date;
}

/** Leaves in the week what a training now waits for, with its day, in place of what it waited for. */
export async function redeposerTache(
  registre: Registre,
  inscrit: DossierInscrit,
  id: string,
  maintenant: Date,
): Promise<void> {
  const { numero, situation } = inscrit;
  const cles = demarches.map(({ code }) => cleFormationASuivre(numero, id, code));
  await cloreTaches(registre, cles, maintenant);
  const formations = (await formationsDe(registre, numero)).filter((formation) => formation.id === id);
  if (situation === null) return;
  for (const tache of tachesDesFormations(numero, formations, situation, residenceDe(inscrit)))
    await deposerTache(registre, { ...tache, numero }, maintenant);
}
