import { asc, eq, inArray } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { Registre } from './ouvrir';
import { courriers, envois } from './schema';

export type CourrierInscrit = typeof courriers.$inferSelect;
export type EnvoiInscrit = typeof envois.$inferSelect;
/** A letter with its envois, the last of them being what its recipient should hold. */
export type CourrierAvecEnvois = CourrierInscrit & { envois: EnvoiInscrit[] };

/** It left, and what it said is lost: it was written again from what its journey remembers, or from what a relay's log says. */
export const estSansContenu = ({ partiLe, envois }: Pick<CourrierAvecEnvois, 'partiLe' | 'envois'>): boolean =>
  partiLe !== null && envois.every((e) => e.texteSha256 === null && e.htmlSha256 === null && e.pdfSha256 === null);

/** The letters of a dossier for pages and CLI, in the order of their planned days. */
export async function courriersDuDossier(registre: Registre, numero: Numero): Promise<CourrierAvecEnvois[]> {
  const lettres = await registre.db
    .select()
    .from(courriers)
    .where(eq(courriers.numero, numero))
    .orderBy(asc(courriers.datePrevue), asc(courriers.creeLe), asc(courriers.cle));
  return avecEnvois(registre, lettres);
}

/** One letter by its key; null when nothing was ever prepared under it. */
export async function lireCourrier(registre: Registre, cle: string): Promise<CourrierAvecEnvois | null> {
  const lettres = await registre.db.select().from(courriers).where(eq(courriers.cle, cle));
  return (await avecEnvois(registre, lettres))[0] ?? null;
}

/** Letters that were due and that someone holds, the oldest first. */
export async function listerCourriersRetenus(registre: Registre): Promise<CourrierInscrit[]> {
  return registre.db
    .select()
    .from(courriers)
    .where(eq(courriers.statut, 'RETENU'))
    .orderBy(asc(courriers.datePrevue), asc(courriers.cle));
}

async function avecEnvois(registre: Registre, lettres: CourrierInscrit[]): Promise<CourrierAvecEnvois[]> {
  if (lettres.length === 0) return [];
  const cles = lettres.map((l) => l.cle);
  const tous = await registre.db.select().from(envois).where(inArray(envois.cle, cles)).orderBy(asc(envois.rang));
  return lettres.map((lettre) => ({ ...lettre, envois: tous.filter((envoi) => envoi.cle === lettre.cle) }));
}
