import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { ModeRendezVous } from '../domain/rendez-vous/rendez-vous';
import type { SorteRendezVous } from '../domain/rendez-vous/sortes';
import type { Registre } from './ouvrir';
import { residenceEnSql } from './residence';
import { agences, dossiers, rendezVous } from './schema';

/** The next appointment of someone: UTC instant in ISO 8601, and the zone of R2 where she lives. */
export interface ProchainRendezVous {
  debut: string;
  mode: ModeRendezVous;
  residence: string;
}

const aVenir = (numeros: readonly Numero[], maintenant: Date) =>
  and(inArray(rendezVous.numero, [...numeros]), eq(rendezVous.statut, 'PREVU'), gt(rendezVous.debut, maintenant));

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
    .where(aVenir(numeros, maintenant))
    .orderBy(asc(rendezVous.numero), asc(rendezVous.debut));
  return new Map(lignes.map(({ numero, debut, ...reste }) => [numero, { ...reste, debut: debut.toISOString() }]));
}

/** An appointment of an interview that stands, as its day is read: UTC instant in ISO 8601, zones of R2 of the person and of the agency. */
export interface EntretienPrevu extends ProchainRendezVous {
  numero: Numero;
  sorte: SorteRendezVous;
  agence: string | null;
}

/** The appointments of these dossiers that are still to come, the latest first: one that is past, though nobody closed it, answers nothing. */
export async function rendezVousAVenirDe(
  registre: Registre,
  numeros: readonly Numero[],
  maintenant: Date,
): Promise<EntretienPrevu[]> {
  if (numeros.length === 0) return [];
  const lignes = await registre.db
    .select({
      numero: rendezVous.numero,
      sorte: rendezVous.sorte,
      debut: rendezVous.debut,
      mode: rendezVous.mode,
      residence: sql<string>`${sql.raw(residenceEnSql('dossiers'))}`,
      agence: sql<string | null>`${agences.agence} ->> 'residence'`,
    })
    .from(rendezVous)
    .innerJoin(dossiers, eq(dossiers.numero, rendezVous.numero))
    .innerJoin(agences, eq(agences.id, dossiers.agence))
    .where(aVenir(numeros, maintenant))
    .orderBy(desc(rendezVous.debut));
  return lignes.map(({ debut, ...reste }) => ({ ...reste, debut: debut.toISOString() }));
}
