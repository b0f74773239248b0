import { eq, or, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import type { Employeur, Identite } from '../domain/dossier/personnes';
import type { Registre } from './ouvrir';
import { ouvertParErreur } from './par-erreur';
import { dossiers, identites } from './schema';

/** Who a dossier was opened for. Those whose identity was erased are known no more. */
export interface PersonneConnue {
  numero: Numero;
  agence: string;
  empreinte: string;
  identite: Identite;
  employeur: Employeur | null;
  dateNaissance: DateCivile;
  dateRemise: DateCivile;
  /** The dossier was closed as opened by mistake: it says nothing of her. */
  parErreur: boolean;
}

const naissance = sql<DateCivile>`(${dossiers.dossier} ->> 'dateNaissance')`;
const remise = sql<DateCivile>`(${dossiers.dossier} ->> 'dateRemise')`;

/**
 * The people of dossiers, by birth then number: all of them, or those opened under one of these keys or born on one of these days. One
 * read of the table, however many are asked for.
 */
export async function personnesConnues(
  registre: Registre,
  parmi?: { empreintes: readonly string[]; naissances: readonly DateCivile[] },
): Promise<PersonneConnue[]> {
  const choisies =
    parmi &&
    or(
      sql`${dossiers.empreinte} = any(${sql.param([...parmi.empreintes])}::text[])`,
      sql`${naissance} = any(${sql.param([...parmi.naissances])}::text[])`,
    );
  return registre.db
    .select({
      numero: dossiers.numero,
      agence: dossiers.agence,
      empreinte: dossiers.empreinte,
      identite: identites.identite,
      employeur: identites.employeur,
      dateNaissance: naissance,
      dateRemise: remise,
      parErreur: ouvertParErreur,
    })
    .from(dossiers)
    .innerJoin(identites, eq(identites.numero, dossiers.numero))
    .where(choisies)
    .orderBy(naissance, dossiers.numero);
}
