import { eq } from 'drizzle-orm';
import type { Numero } from '../domain/numero';
import type { Personnes } from '../domain/personnes';
import type { Registre } from './ouvrir';
import { agences, dossiers, identites, referents } from './schema';

/** Everyone a dossier speaks of, as known now; null when the dossier is unknown or its person erased. */
export async function lirePersonnes(registre: Registre, numero: Numero): Promise<Personnes | null> {
  const [ligne] = await registre.db
    .select({
      identite: identites.identite,
      employeur: identites.employeur,
      agence: agences.agence,
      referent: referents.referent,
    })
    .from(dossiers)
    .innerJoin(identites, eq(identites.numero, dossiers.numero))
    .innerJoin(agences, eq(agences.id, dossiers.agence))
    .innerJoin(referents, eq(referents.id, dossiers.referent))
    .where(eq(dossiers.numero, numero));
  return ligne ?? null;
}
