import { type SQL, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { FormationPreparee } from '../domain/parcours/formation-preparee';
import { demarches, formationsPreparees, pieces } from './schema';

/** What the register alone knows of a dossier, and a pass of its journey asks. */
export interface PiecesEtFormations {
  /** Keys of the papers that someone has. */
  recues: string[];
  /** The trainings that the person prepares, in the order in which they were first written down. */
  formations: FormationPreparee[];
}

/** The papers that someone has and the trainings that the person prepares, as columns of a question: every pass asks it. */
export function demanderPiecesEtFormations(numero: Numero): {
  [C in keyof PiecesEtFormations]: SQL<PiecesEtFormations[C]>;
} {
  const f = formationsPreparees;
  const recues = sql`(select coalesce(jsonb_agg(${pieces.cle} order by ${pieces.cle}), '[]') from ${pieces} where ${pieces.numero} = ${numero})`;
  const formations = sql`(select coalesce(jsonb_agg(jsonb_build_object(
          'id', ${f.id}, 'entreePrevue', ${f.entreePrevue}, 'financement', ${f.financement},
          'suivieLe', ${f.suivieLe}, 'abandonneeLe', ${f.abandonneeLe},
          'faites', (
            select coalesce(jsonb_agg(jsonb_build_object('code', ${demarches.code}, 'le', ${demarches.faiteLe}) order by ${demarches.code}), '[]')
            from ${demarches} where ${demarches.formation} = ${f.id})
        ) order by ${f.creeeLe}, ${f.id}), '[]')
        from ${f} where ${f.numero} = ${numero})`;
  // One in another: a question of one table strips those of its own columns of their tables.
  return { recues: sql<string[]>`${recues}`, formations: sql<FormationPreparee[]>`${formations}` };
}
