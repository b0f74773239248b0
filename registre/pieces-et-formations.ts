import { sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { FormationPreparee } from '../domain/parcours/formation-preparee';
import type { Base, Transaction } from './ouvrir';
import { demarches, formationsPreparees, pieces } from './schema';

/** What the register alone knows of a dossier, and a pass of its journey asks. */
export interface PiecesEtFormations {
  /** Keys of the papers that someone has. */
  recues: string[];
  /** The trainings that the person prepares, in the order in which they were first written down. */
  formations: FormationPreparee[];
}

/** The papers that someone has and the trainings that the person prepares, by one question: every pass asks it. */
export async function piecesEtFormations(
  { db }: { db: Base | Transaction },
  numero: Numero,
): Promise<PiecesEtFormations> {
  const f = formationsPreparees;
  const { rows } = await db.execute<{ recues: string[]; formations: FormationPreparee[] }>(sql`
    select
      (select coalesce(jsonb_agg(${pieces.cle}), '[]') from ${pieces} where ${pieces.numero} = ${numero}) as recues,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'id', ${f.id}, 'entreePrevue', ${f.entreePrevue}, 'financement', ${f.financement},
          'suivieLe', ${f.suivieLe}, 'abandonneeLe', ${f.abandonneeLe},
          'faites', (
            select coalesce(jsonb_agg(jsonb_build_object('code', ${demarches.code}, 'le', ${demarches.faiteLe})), '[]')
            from ${demarches} where ${demarches.formation} = ${f.id})
        ) order by ${f.creeeLe}, ${f.id}), '[]')
        from ${f} where ${f.numero} = ${numero}) as formations`);
  return rows[0]!;
}
