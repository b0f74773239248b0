import { and, asc, desc, eq, gt, isNotNull, isNull, or } from 'drizzle-orm';
import type { MotifADonner } from '../../domain/dossier/effacement';
import type { Numero } from '../../domain/dossier/numero';
import { tracer } from '../audit';
import type { Registre } from '../ouvrir';
import { effacements } from '../schema';

export type Effacement = typeof effacements.$inferSelect;

/** The erasure of a dossier, asked for or done; null when nobody asked. */
export async function lireEffacement(registre: Registre, numero: Numero): Promise<Effacement | null> {
  const [ligne] = await registre.db.select().from(effacements).where(eq(effacements.numero, numero));
  return ligne ?? null;
}

/** Asks for the erasure of a dossier, which waits for a second person. @returns false when it was asked for already */
export async function demanderEffacement(
  registre: Registre,
  { numero, motif, par }: { numero: Numero; motif: MotifADonner; par: string },
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const inscrits = await tx
      .insert(effacements)
      .values({ numero, motif, demandeLe: maintenant, demandePar: par })
      .onConflictDoNothing()
      .returning({ numero: effacements.numero });
    if (inscrits.length === 0) return false;
    await tracer({ db: tx }, { numero, auteur: par, acte: 'EFFACER_DEMANDER', details: { motif } }, maintenant);
    return true;
  });
}

/** What became of a confirmation. DEJA_CONFIRME: it may go on where it stopped. */
export type SuiteConfirmation = 'CONFIRME' | 'DEJA_CONFIRME' | 'PAS_DEMANDE' | 'MEME_PERSONNE';

/** A second person confirms: from then on it is done, whatever is cut. */
export async function confirmerEffacement(
  registre: Registre,
  { numero, par }: { numero: Numero; par: string },
  maintenant: Date,
): Promise<SuiteConfirmation> {
  return registre.db.transaction(async (tx): Promise<SuiteConfirmation> => {
    const [demande] = await tx.select().from(effacements).where(eq(effacements.numero, numero)).for('update');
    if (demande === undefined) return 'PAS_DEMANDE';
    if (demande.confirmeLe !== null || demande.effaceLe !== null) return 'DEJA_CONFIRME';
    if (demande.demandePar === par) return 'MEME_PERSONNE';
    await tx
      .update(effacements)
      .set({ confirmeLe: maintenant, confirmePar: par })
      .where(eq(effacements.numero, numero));
    await tracer({ db: tx }, { numero, auteur: par, acte: 'EFFACER_CONFIRMER' }, maintenant);
    return 'CONFIRME';
  });
}

/** Takes back a request that nobody confirmed yet. @returns false when there is none */
export async function renoncerEffacement(
  registre: Registre,
  { numero, par }: { numero: Numero; par: string },
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const retirees = await tx
      .delete(effacements)
      .where(and(eq(effacements.numero, numero), isNull(effacements.confirmeLe), isNull(effacements.effaceLe)))
      .returning({ numero: effacements.numero });
    if (retirees.length === 0) return false;
    await tracer({ db: tx }, { numero, auteur: par, acte: 'EFFACER_RENONCER' }, maintenant);
    return true;
  });
}

/** Erasures, those that wait for someone or something first, then the latest. */
export async function listerEffacements(registre: Registre, limite: number): Promise<Effacement[]> {
  return registre.db
    .select()
    .from(effacements)
    .orderBy(desc(isNull(effacements.acheveLe)), desc(effacements.demandeLe), asc(effacements.numero))
    .limit(limite);
}

/** Some of those that are confirmed and not looked at to the end: something was away. In the order of numbers. */
export async function effacementsAAchever(registre: Registre, apres: Numero, combien: number): Promise<Numero[]> {
  const lignes = await registre.db
    .select({ numero: effacements.numero })
    .from(effacements)
    .where(
      and(
        gt(effacements.numero, apres),
        isNull(effacements.acheveLe),
        or(isNotNull(effacements.confirmeLe), isNotNull(effacements.effaceLe)),
      ),
    )
    .orderBy(asc(effacements.numero))
    .limit(combien);
  return lignes.map(({ numero }) => numero);
}

/** Everything of it was looked at and is gone. */
export async function acheverEffacement(registre: Registre, numero: Numero, maintenant: Date): Promise<void> {
  await registre.db.update(effacements).set({ acheveLe: maintenant }).where(eq(effacements.numero, numero));
}

/** Every number that was erased. */
export async function numerosEffaces(registre: Registre): Promise<Numero[]> {
  const lignes = await registre.db
    .select({ numero: effacements.numero })
    .from(effacements)
    .where(isNotNull(effacements.effaceLe));
  return lignes.map(({ numero }) => numero);
}
