import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Role } from '../domain/comptes/roles';
import { tracer } from './audit';
import type { Registre, Transaction } from './ouvrir';
import { agences, comptes, liensEntree, referents, sessions } from './schema';

/** An account as pages, commands and the audit trail know it: without its secret. */
export interface Compte {
  id: string;
  nom: string;
  adresse: string;
  role: Role;
  agence: string | null;
  demonstration: boolean;
  /** It asks for a code too. */
  secondFacteur: boolean;
  /** It enters through the identity provider. */
  parIdentite: boolean;
  creeLe: Date;
  desactiveLe: Date | null;
}

/** What an administrator says of a new account. */
export type CompteNouveau = Pick<Compte, 'id' | 'nom' | 'adresse' | 'role' | 'agence'> &
  Partial<Pick<Compte, 'demonstration'>>;

export type SuiteCompte = 'CREE' | 'COMPTE_EN_DOUBLE' | 'ADRESSE_EN_DOUBLE' | 'AGENCE_INCONNUE';

export const colonnesCompte = {
  id: comptes.id,
  nom: comptes.nom,
  adresse: comptes.adresse,
  role: comptes.role,
  agence: comptes.agence,
  demonstration: comptes.demonstration,
  secondFacteur: sql<boolean>`${comptes.secondFacteur} is not null`,
  parIdentite: sql<boolean>`${comptes.sujet} is not null`,
  creeLe: comptes.creeLe,
  desactiveLe: comptes.desactiveLe,
};

const deLAdresse = (adresse: string) => eq(sql`lower(${comptes.adresse})`, adresse.trim().toLowerCase());

const SANS_IDENTITE = { emetteur: null, sujet: null };
export const SANS_SECOND_FACTEUR = { secondFacteur: null, secondFacteurPas: null };

/** Opens an account that has no password yet; the table is held meanwhile, so that what is refused is said by its name. */
export async function creerCompte(
  registre: Registre,
  nouveau: CompteNouveau,
  auteur: string,
  maintenant: Date,
): Promise<SuiteCompte> {
  return registre.db.transaction(async (tx): Promise<SuiteCompte> => {
    await tx.execute('lock table comptes in share row exclusive mode');
    const existe = async (condition: ReturnType<typeof eq>) =>
      (await tx.select({ id: comptes.id }).from(comptes).where(condition)).length > 0;
    if (await existe(eq(comptes.id, nouveau.id))) return 'COMPTE_EN_DOUBLE';
    if (await existe(deLAdresse(nouveau.adresse))) return 'ADRESSE_EN_DOUBLE';
    const { agence } = nouveau;
    if (agence !== null && (await tx.select().from(agences).where(eq(agences.id, agence))).length === 0)
      return 'AGENCE_INCONNUE';
    await tx.insert(comptes).values({ ...nouveau, adresse: nouveau.adresse.trim(), creeLe: maintenant });
    const details = { compte: nouveau.id, role: nouveau.role, agence };
    await tracer({ db: tx }, { numero: null, auteur, acte: 'CREER_COMPTE', details }, maintenant);
    return 'CREE';
  });
}

/** Closes an account for good, its sessions and links with it. @returns false when it is unknown or closed already */
export async function desactiverCompte(
  registre: Registre,
  id: string,
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const fermes = await tx
      .update(comptes)
      .set({ desactiveLe: maintenant, empreinte: null, ...SANS_IDENTITE })
      .where(and(eq(comptes.id, id), isNull(comptes.desactiveLe)))
      .returning({ id: comptes.id });
    if (fermes.length === 0) return false;
    await finirEntrees(tx, id);
    await tracer({ db: tx }, { numero: null, auteur, acte: 'DESACTIVER_COMPTE', details: { compte: id } }, maintenant);
    return true;
  });
}

/**
 * Gives an account its password, or takes it away (null), its second factor with it; its identity goes either way, whoever was signed in no
 * longer is, and no link is left.
 * @param empreinte argon2id
 * @returns false when the account is unknown or closed
 */
export async function changerEmpreinte(
  registre: Registre,
  { id, empreinte }: { id: string; empreinte: string | null },
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const changes = await tx
      .update(comptes)
      .set({ empreinte, ...SANS_IDENTITE, ...(empreinte === null ? SANS_SECOND_FACTEUR : {}) })
      .where(and(eq(comptes.id, id), isNull(comptes.desactiveLe)))
      .returning({ id: comptes.id });
    if (changes.length === 0) return false;
    await finirEntrees(tx, id);
    const acte = empreinte === null ? 'REINITIALISER_COMPTE' : 'CHOISIR_MOT_DE_PASSE';
    await tracer({ db: tx }, { numero: null, auteur, acte, details: { compte: id } }, maintenant);
    return true;
  });
}

/** Ends whatever was signed in with an account, and its links. */
export async function finirEntrees(tx: Transaction, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.compte, id));
  await tx.delete(liensEntree).where(eq(liensEntree.compte, id));
}

/** What proves who an account is. */
export interface Preuves {
  /** Of its password. */
  empreinte: string | null;
  /** Secret of its second factor, closed. */
  secret: string | null;
}

/** The account that an address names, with what proves it; null when there is none, or when it is closed. */
export async function compteDeLAdresse(
  registre: Registre,
  adresse: string,
): Promise<({ compte: Compte } & Preuves) | null> {
  const [ligne] = await registre.db
    .select({ ...colonnesCompte, empreinte: comptes.empreinte, secret: comptes.secondFacteur })
    .from(comptes)
    .where(and(deLAdresse(adresse), isNull(comptes.desactiveLe)));
  if (ligne === undefined) return null;
  const { empreinte, secret, ...compte } = ligne;
  return { compte, empreinte, secret };
}

/** Gives an account a second factor, whose first code was just used. @returns false when it has one, or is closed */
export async function poserSecondFacteur(
  registre: Registre,
  { id, secret, pas }: { id: string; secret: string; pas: number },
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const poses = await tx
      .update(comptes)
      .set({ secondFacteur: secret, secondFacteurPas: pas })
      .where(and(eq(comptes.id, id), isNull(comptes.desactiveLe), isNull(comptes.secondFacteur)))
      .returning({ id: comptes.id });
    if (poses.length === 0) return false;
    const trace = { numero: null, auteur: id, acte: 'POSER_SECOND_FACTEUR', details: { compte: id } };
    await tracer({ db: tx }, trace, maintenant);
    return true;
  });
}

/** Uses up the code of a step, and of those before it. @returns false when that was done already */
export async function userCode(registre: Registre, id: string, pas: number): Promise<boolean> {
  const uses = await registre.db
    .update(comptes)
    .set({ secondFacteurPas: pas })
    .where(and(eq(comptes.id, id), lt(comptes.secondFacteurPas, pas)))
    .returning({ id: comptes.id });
  return uses.length > 0;
}

/** Every account, closed ones last. */
export async function listerComptes(registre: Registre): Promise<(Compte & { motDePasse: boolean })[]> {
  const lignes = await registre.db
    .select({ ...colonnesCompte, motDePasse: sql<boolean>`${comptes.empreinte} is not null` })
    .from(comptes)
    .orderBy(sql`${comptes.desactiveLe} is not null`, asc(comptes.id));
  return lignes;
}

/** Names of those who act, by the id under which they do: of accounts, else of counsellors who have none. */
export async function nomsDe({ db }: Registre, ids: Iterable<string>): Promise<Map<string, string>> {
  const voulus = [...new Set(ids)];
  if (voulus.length === 0) return new Map();
  const [suiveurs, connus] = await Promise.all([
    db.select({ referent: referents.referent }).from(referents).where(inArray(referents.id, voulus)),
    db.select({ id: comptes.id, nom: comptes.nom }).from(comptes).where(inArray(comptes.id, voulus)),
  ]);
  return new Map([
    ...suiveurs.map(({ referent: { id, prenom, nom } }) => [id, `${prenom} ${nom}`] as const),
    ...connus.map(({ id, nom }) => [id, nom] as const),
  ]);
}

/** Ids of the keys that close a second factor, and of how many accounts; those of closed accounts open no door any more. */
export async function clesDesSecondsFacteurs({ db }: Registre): Promise<{ cle: string; nombre: number }[]> {
  const cle = sql<string>`regexp_replace(${comptes.secondFacteur}, '\\.[^.]*$', '')`;
  return db
    .select({ cle, nombre: sql<number>`count(*)`.mapWith(Number) })
    .from(comptes)
    .where(and(sql`${comptes.secondFacteur} is not null`, isNull(comptes.desactiveLe)))
    .groupBy(sql`1`);
}

/** Ids of the accounts, in service, that a link alone signs in. */
export async function comptesDeDemonstration({ db }: Registre): Promise<string[]> {
  const lignes = await db
    .select({ id: comptes.id })
    .from(comptes)
    .where(and(eq(comptes.demonstration, true), isNull(comptes.desactiveLe)))
    .orderBy(asc(comptes.id));
  return lignes.map(({ id }) => id);
}
