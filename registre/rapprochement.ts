import { asc, gte, inArray, sql } from 'drizzle-orm';
import type { Canal } from '../domain/dossier/personnes';
import { tracer } from './audit';
import { completerCourrier, preparerCourrier } from './courriers';
import type { CourrierAvecEnvois, EnvoiInscrit } from './courriers-lus';
import type { Registre } from './ouvrir';
import { courriers, envois } from './schema';

/** What the register holds as not gone, or not known to be: held, to be tried again, or left without outcome. */
export async function courriersARapprocher(registre: Registre): Promise<CourrierAvecEnvois[]> {
  const lettres = await registre.db
    .select()
    .from(courriers)
    .where(inArray(courriers.statut, ['EN_REMISE', 'A_REPRENDRE', 'RETENU']))
    .orderBy(asc(courriers.cle));
  const siens = new Map<string, EnvoiInscrit[]>();
  const cles = sql.param(lettres.map(({ cle }) => cle));
  for (const envoi of await registre.db
    .select()
    .from(envois)
    .where(sql`${envois.cle} = any(${cles}::text[])`)
    .orderBy(asc(envois.rang)))
    siens.set(envoi.cle, [...(siens.get(envoi.cle) ?? []), envoi]);
  return lettres.map((lettre) => ({ ...lettre, envois: siens.get(lettre.cle) ?? [] }));
}

/** Keys of the letters that left since. */
export async function clesPartiesDepuis({ db }: Registre, depuis: Date): Promise<string[]> {
  const parties = await db.select({ cle: courriers.cle }).from(courriers).where(gte(courriers.partiLe, depuis));
  return parties.map(({ cle }) => cle);
}

/** Of these Message-IDs, those that an attempt of a letter bears. */
export async function messageIdsConnus({ db }: Registre, ids: readonly string[]): Promise<Set<string>> {
  const connus = await db
    .selectDistinct({ id: envois.messageId })
    .from(envois)
    .where(sql`${envois.messageId} = any(${sql.param([...ids])}::text[])`);
  return new Set(connus.map(({ id }) => id));
}

/** A letter that someone else says was taken by a channel. */
export interface DepartRetrouve {
  courrier: CourrierAvecEnvois;
  canal: Canal;
  /** Its address today; what it was is no longer known. */
  adresse: string;
  messageId: string;
  objet: string;
  le: Date;
  /** File that says so. */
  source: string;
  /** Another channel may still have to take it: whoever asked for it is to ask again. */
  reste: boolean;
}

/**
 * Writes that a channel took a letter, as if its answer had just come: the next hand-off finds it gone. An attempt without outcome gets
 * this one and keeps its contents; otherwise what it said is lost.
 */
export async function noterDepartRetrouve(
  registre: Registre,
  { courrier, canal, adresse, messageId, objet, le, source, reste }: DepartRetrouve,
  auteur: string,
  maintenant: Date,
): Promise<void> {
  const { cle, numero, code, destinataire, base, datePrevue } = courrier;
  const sansIssue = courrier.envois.findLast((e) => e.canal === canal && SANS_ISSUE.includes(e.statut));
  const rang = sansIssue?.rang ?? (await inscrire());
  await completerCourrier(registre, cle, { rang, statut: 'PARTI', reponse: `retrouvé dans ${source}`, reste }, le);
  const details = { cle, canal, source };
  await tracer(
    registre,
    { cle: `${cle}/RETROUVER/${canal}`, numero, auteur, acte: 'RETROUVER_COURRIER', details },
    maintenant,
  );

  async function inscrire(): Promise<number> {
    const lettre = { cle, numero, code, destinataire, base, datePrevue, canal, adresse, messageId, objet };
    const perdues = { donnees: { source }, texte: null, html: null, pdf: null, nomPdf: null, gabarit: code };
    return (await preparerCourrier(registre, { ...lettre, ...perdues }, le)).rang;
  }
}

const SANS_ISSUE = ['EN_REMISE', 'INCERTAIN'];
