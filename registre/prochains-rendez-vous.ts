import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { ModeRendezVous } from '../domain/rendez-vous/rendez-vous';
import type { Registre } from './ouvrir';
import { residenceEnSql } from './residence';
import { dossiers, rendezVous } from './schema';

/** The next appointment of someone: UTC instant in ISO 8601, and the zone of R2 where she lives. */
export interface ProchainRendezVous {
  debut: string;
  mode: ModeRendezVous;
  residence: string;
}

/** The next appointment of each of these dossiers that has one, in one query. */
export async function prochainsRendezVous(
  registre: Registre,
  numeros: readonly Numero[],
  maintenant: Date,
): Promise<Map<Numero, ProchainRendezVous>> {
  if (numeros.length === 0) return new Map();
  const lignes = await registre.db
    .selectDistinctOn([rendezVous.numero], {
      numero: rendezVous.numero,
      debut: rendezVous.debut,
      mode: rendezVous.mode,
      residence: sql<string>`${sql.raw(residenceEnSql('dossiers'))}`,
    })
    .from(rendezVous)
    .innerJoin(dossiers, eq(dossiers.numero, rendezVous.numero))
    .where(
      and(inArray(rendezVous.numero, [...numeros]), eq(rendezVous.statut, 'PREVU'), gte(rendezVous.debut, maintenant)),
    )
    .orderBy(asc(rendezVous.numero), asc(rendezVous.debut));
  return new Map(lignes.map(({ numero, debut, ...reste }) => [numero, { ...reste, debut: debut.toISOString() }]));
}
