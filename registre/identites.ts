import { and, eq, isNull } from 'drizzle-orm';
import { tracer } from './audit';
import { type Compte, colonnesCompte, finirEntrees, SANS_SECOND_FACTEUR } from './comptes';
import type { Registre } from './ouvrir';
import { comptes } from './schema';

/** Who someone is for an identity provider. */
export interface SujetDeLIdentite {
  emetteur: string;
  sujet: string;
}

export type SuiteLien = 'LIEE' | 'IDENTITE_EN_DOUBLE' | 'COMPTE_INCONNU';

/** Makes an account enter through the identity provider, and no other way; its links and whoever was signed in with it are gone. */
export async function lierIdentite(
  registre: Registre,
  id: string,
  { emetteur, sujet }: SujetDeLIdentite,
  maintenant: Date,
): Promise<SuiteLien> {
  return registre.db.transaction(async (tx): Promise<SuiteLien> => {
    await tx.execute('lock table comptes in share row exclusive mode');
    const [deja] = await tx.select({ id: comptes.id }).from(comptes).where(aLIdentite({ emetteur, sujet }));
    if (deja !== undefined && deja.id !== id) return 'IDENTITE_EN_DOUBLE';
    const lies = await tx
      .update(comptes)
      .set({ emetteur, sujet, empreinte: null, ...SANS_SECOND_FACTEUR })
      .where(and(eq(comptes.id, id), isNull(comptes.desactiveLe)))
      .returning({ id: comptes.id });
    if (lies.length === 0) return 'COMPTE_INCONNU';
    await finirEntrees(tx, id);
    const details = { compte: id, emetteur };
    await tracer({ db: tx }, { numero: null, auteur: id, acte: 'LIER_IDENTITE', details }, maintenant);
    return 'LIEE';
  });
}

const aLIdentite = ({ emetteur, sujet }: SujetDeLIdentite) =>
  and(eq(comptes.emetteur, emetteur), eq(comptes.sujet, sujet));

/** The account that an identity opens; null when it opens none, or when it is closed. */
export async function compteDeLIdentite(registre: Registre, identite: SujetDeLIdentite): Promise<Compte | null> {
  const [ligne] = await registre.db
    .select(colonnesCompte)
    .from(comptes)
    .where(and(aLIdentite(identite), isNull(comptes.desactiveLe)));
  return ligne ?? null;
}
