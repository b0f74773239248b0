import { and, asc, eq } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import { cleManquee } from '../domain/flotte/flotte';
import { tracer } from './audit';
import type { Registre } from './ouvrir';
import { actualisations } from './schema';
import { cloreTaches } from './taches';

/** A month for which the person declared her situation to France Travail. @see R20 */
export interface Actualisation {
  numero: Numero;
  /** `AAAA-MM`: the month it is for, not the one in which it was done. */
  mois: string;
  /** The day it was done. */
  le: DateCivile;
  /** Account or system that reported it. */
  auteur: string;
}

/**
 * Records an actualisation. The same one again changes nothing; another day for the same month replaces the first, since what
 * France Travail says last is right.
 */
export async function consignerActualisation(
  registre: Registre,
  actualisation: Actualisation,
  maintenant: Date,
): Promise<'CONSIGNEE' | 'CORRIGEE' | 'DEJA_CONSIGNEE'> {
  const { numero, mois, le, auteur } = actualisation;
  return registre.db.transaction(async (tx) => {
    const neuves = await tx
      .insert(actualisations)
      .values({ ...actualisation, enregistreeLe: maintenant })
      .onConflictDoNothing()
      .returning({ mois: actualisations.mois });
    const visee = and(eq(actualisations.numero, numero), eq(actualisations.mois, mois));
    if (neuves.length === 0) {
      const [connue] = await tx.select({ le: actualisations.le }).from(actualisations).where(visee).for('update');
      if (connue?.le === le) return 'DEJA_CONSIGNEE';
      await tx.update(actualisations).set({ le, auteur, enregistreeLe: maintenant }).where(visee);
    }
    // The task that said it was missing has no object any more.
    await cloreTaches({ db: tx }, [cleManquee(numero, mois)], maintenant);
    await tracer({ db: tx }, { numero, auteur, acte: 'ACTUALISATION', details: { mois, le } }, maintenant);
    return neuves.length > 0 ? 'CONSIGNEE' : 'CORRIGEE';
  });
}

/** The actualisations known of a dossier, by month. */
export async function actualisationsDe(registre: Registre, numero: Numero): Promise<Actualisation[]> {
  return registre.db
    .select({
      numero: actualisations.numero,
      mois: actualisations.mois,
      le: actualisations.le,
      auteur: actualisations.auteur,
    })
    .from(actualisations)
    .where(eq(actualisations.numero, numero))
    .orderBy(asc(actualisations.mois));
}
