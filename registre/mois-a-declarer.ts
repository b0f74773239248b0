import { inArray, sql } from 'drizzle-orm';
import { jourChez } from '../domain/calendrier/fuseaux';
import type { Numero } from '../domain/dossier/numero';
import type { Resultat } from '../domain/dossier/resultat';
import { moisAVenir } from '../domain/parcours/echeances-du-jour';
import type { Registre } from './ouvrir';
import { residenceEnSql } from './residence';
import { dossiers } from './schema';

export type MoisADeclarer = ReturnType<typeof moisAVenir>[number];

/** The month that the person of each of these dossiers declares now or next, those that are recorded left out; in one query. */
export async function moisADeclarer(
  registre: Registre,
  numeros: readonly Numero[],
  maintenant: Date,
): Promise<Map<Numero, MoisADeclarer>> {
  if (numeros.length === 0) return new Map();
  const resultat = sql`${dossiers.situation} -> 'resultat'`;
  const lignes = await registre.db
    .select({
      numero: dossiers.numero,
      actualisations: sql<Resultat['actualisations'] | null>`${resultat} -> 'actualisations'`,
      motifFin: sql<Resultat['motifFin'] | null>`${resultat} ->> 'motifFin'`,
      faits: sql<string[]>`array(select mois from actualisations a where a.numero = ${dossiers}.numero)`,
      residence: sql<string>`${sql.raw(residenceEnSql('dossiers'))}`,
    })
    .from(dossiers)
    .where(inArray(dossiers.numero, [...numeros]));
  return new Map(
    lignes.flatMap(({ numero, actualisations, motifFin, faits, residence }): [Numero, MoisADeclarer][] => {
      const connus = { actualisations: actualisations ?? [], motifFin: motifFin ?? null };
      const mois = moisAVenir(connus, jourChez(residence, maintenant)).find((m) => !faits.includes(m.mois));
      return mois === undefined ? [] : [[numero, mois]];
    }),
  );
}
