import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { type Compte, colonnesCompte } from './comptes';
import { empreinteDuJeton, nouveauJeton } from './jetons';
import type { Registre } from './ouvrir';
import { comptes, liensEntree, sessions } from './schema';

/** Left alone that long, a browser on a desk is anybody's. */
export const INACTIVITE_MS = 30 * 60_000;
/** A working day, lunch included. */
export const DUREE_SESSION_MS = 10 * 3_600_000;
/** A session is written again this often at most, not at every page. */
const VUE_MS = 60_000;
/** How long a session that ended still tells whose it was: what was being typed is given back to her alone. */
const MEMOIRE_MS = 24 * 3_600_000;

/**
 * Signs an account in.
 * @param jetonIdentite ID token of the provider by which it entered, closed
 * @returns the token that its browser keeps
 */
export async function ouvrirSession(
  registre: Registre,
  compte: string,
  maintenant: Date,
  jetonIdentite: string | null = null,
): Promise<string> {
  const oubli = new Date(maintenant.getTime() - MEMOIRE_MS);
  await registre.db.delete(sessions).where(lte(sessions.vueLe, oubli));
  const jeton = nouveauJeton();
  await registre.db
    .insert(sessions)
    .values({ jetonSha256: empreinteDuJeton(jeton), compte, creeeLe: maintenant, vueLe: maintenant, jetonIdentite });
  return jeton;
}

/** FINIE: left alone too long, or a day old. Null: never opened, closed, or its account is. */
export type Session = { etat: 'OUVERTE' | 'FINIE'; compte: Compte } | null;

/** Whose session a token is; asking keeps it open. */
export async function lireSession(registre: Registre, jeton: string, maintenant: Date): Promise<Session> {
  const jetonSha256 = empreinteDuJeton(jeton);
  const [ligne] = await registre.db
    .select({ compte: colonnesCompte, creeeLe: sessions.creeeLe, vueLe: sessions.vueLe })
    .from(sessions)
    .innerJoin(comptes, eq(comptes.id, sessions.compte))
    .where(and(eq(sessions.jetonSha256, jetonSha256), isNull(comptes.desactiveLe)));
  if (ligne === undefined) return null;
  const present = maintenant.getTime();
  const seule = present - ligne.vueLe.getTime();
  const { compte } = ligne;
  if (seule >= INACTIVITE_MS || present - ligne.creeeLe.getTime() >= DUREE_SESSION_MS) return { etat: 'FINIE', compte };
  if (seule >= VUE_MS)
    await registre.db.update(sessions).set({ vueLe: maintenant }).where(eq(sessions.jetonSha256, jetonSha256));
  return { etat: 'OUVERTE', compte };
}

/** @returns the ID token by which it was entered, closed; null when it was not, or when there is no such session */
export async function fermerSession(registre: Registre, jeton: string): Promise<string | null> {
  const [fermee] = await registre.db
    .delete(sessions)
    .where(eq(sessions.jetonSha256, empreinteDuJeton(jeton)))
    .returning({ jetonIdentite: sessions.jetonIdentite });
  return fermee?.jetonIdentite ?? null;
}

/** A link by which an account chooses its password; those it had before are worth nothing any more. */
export async function creerLienEntree(
  registre: Registre,
  { compte, expireLe }: { compte: string; expireLe: Date },
): Promise<string> {
  const jeton = nouveauJeton();
  await registre.db.transaction(async (tx) => {
    await tx.delete(liensEntree).where(eq(liensEntree.compte, compte));
    await tx.insert(liensEntree).values({ jetonSha256: empreinteDuJeton(jeton), compte, expireLe });
  });
  return jeton;
}

/** Whose link a token is; null when it was used, has expired, or its account is closed. */
export async function lireLienEntree(registre: Registre, jeton: string, maintenant: Date): Promise<Compte | null> {
  const [ligne] = await registre.db
    .select(colonnesCompte)
    .from(liensEntree)
    .innerJoin(comptes, eq(comptes.id, liensEntree.compte))
    .where(
      and(
        eq(liensEntree.jetonSha256, empreinteDuJeton(jeton)),
        gt(liensEntree.expireLe, maintenant),
        isNull(comptes.desactiveLe),
      ),
    );
  return ligne ?? null;
}
