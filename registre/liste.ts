import { and, asc, count, eq, ilike, like, or, type SQL, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Etape } from '../domain/dossier/etats';
import type { Numero } from '../domain/dossier/numero';
import { ACCENTS, LETTRES, replier } from '../domain/dossier/replier';
import type { Registre } from './ouvrir';
import { pasParErreur } from './par-erreur';
import { dossiers, identites, type StatutDossier } from './schema';

export interface FiltreDossiers {
  etat?: Etape;
  agence?: string;
  referent?: string;
  /** Part of a name, of a number, or of a phone number however it is typed. */
  recherche?: string;
  /** Only those with at least one alert. */
  enAlerte?: boolean;
  limite?: number;
  decalage?: number;
}

export interface LigneDossier {
  numero: Numero;
  /** Null once the person was erased. */
  prenom: string | null;
  nom: string | null;
  statut: StatutDossier;
  etat: Etape | null;
  enUnePhrase: string | null;
  prochaineEcheance: DateCivile | null;
  prochaineLibelle: string | null;
  terme: DateCivile | null;
  alertes: number;
  agence: string;
  referent: string;
  version: number;
  majLe: Date;
}

const prenom = sql<string | null>`(${identites.identite} ->> 'prenom')`;
const nom = sql<string | null>`(${identites.identite} ->> 'nom')`;

/** In SQL, what `replier` does: a name is found as it is typed. */
const replie = (texte: SQL): SQL =>
  Object.entries(LETTRES).reduce(
    (plie, [lettre, ecrite]) => sql`replace(${plie}, ${lettre}, ${ecrite})`,
    sql`regexp_replace(normalize(lower(${texte}), NFKD), ${ACCENTS}, '', 'g')`,
  );

const telephone = sql<string | null>`(${identites.identite} ->> 'telephone')`;

/**
 * The digits that a phone number is known by, whatever is put between and before them: `+33 (0)6 39 98…`, `0639.98…`; null for what
 * is no phone number, or too short to tell one from another.
 */
export function chiffresCherches(cherche: string): string | null {
  if (!/^[+(]?\d[\d\s().+/-]*$/.test(cherche)) return null;
  const chiffres = cherche
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^(?:00|(?=33\d{9}$))33/, '')
    .replace(/^0/, '');
  return chiffres.length >= CHIFFRES_MIN ? chiffres : null;
}
const CHIFFRES_MIN = 5;

/** What a filter asks of the tables `dossiers` and `identites`; undefined when it asks nothing. */
export function conditionDossiers(filtre: FiltreDossiers): SQL | undefined {
  const termes: (SQL | undefined)[] = [];
  if (filtre.etat) termes.push(eq(dossiers.etat, filtre.etat));
  if (filtre.agence) termes.push(eq(dossiers.agence, filtre.agence));
  if (filtre.referent) termes.push(eq(dossiers.referent, filtre.referent));
  if (filtre.enAlerte) termes.push(sql`${dossiers.alertes} > 0`);
  const cherche = filtre.recherche?.trim();
  if (cherche) {
    const motif = `%${replier(cherche).replace(/[\\%_]/g, '\\$&')}%`;
    const chiffres = chiffresCherches(cherche);
    termes.push(
      or(
        ilike(dossiers.numero, motif),
        like(replie(sql`${prenom} || ' ' || ${nom}`), motif),
        chiffres === null
          ? undefined
          : like(sql`regexp_replace(${telephone}, '\\(0\\)|\\D', '', 'g')`, `%${chiffres}%`),
      ),
    );
  }
  return and(...termes);
}

/** Those of a filter that a list shows: one opened by mistake only to who looks for it. */
const conditionListe = (filtre: FiltreDossiers): SQL | undefined =>
  and(conditionDossiers(filtre), filtre.etat || filtre.recherche?.trim() ? undefined : pasParErreur);

/** The dossiers of a list, the nearest échéance first, those that wait for nothing last. */
export async function listerDossiers(registre: Registre, filtre: FiltreDossiers = {}): Promise<LigneDossier[]> {
  return registre.db
    .select({
      numero: dossiers.numero,
      prenom,
      nom,
      statut: dossiers.statut,
      etat: dossiers.etat,
      enUnePhrase: sql<string | null>`${dossiers.situation} ->> 'enUnePhrase'`,
      prochaineEcheance: dossiers.prochaineEcheance,
      prochaineLibelle: dossiers.prochaineLibelle,
      terme: dossiers.terme,
      alertes: dossiers.alertes,
      agence: dossiers.agence,
      referent: dossiers.referent,
      version: dossiers.version,
      majLe: dossiers.majLe,
    })
    .from(dossiers)
    .leftJoin(identites, eq(identites.numero, dossiers.numero))
    .where(conditionListe(filtre))
    .orderBy(asc(dossiers.prochaineEcheance), asc(dossiers.numero))
    .limit(filtre.limite ?? 500)
    .offset(filtre.decalage ?? 0);
}

/** How many dossiers a filter holds, whatever its `limite`. */
export async function compterDossiers(registre: Registre, filtre: FiltreDossiers = {}): Promise<number> {
  const [ligne] = await registre.db
    .select({ nombre: count() })
    .from(dossiers)
    .leftJoin(identites, eq(identites.numero, dossiers.numero))
    .where(conditionListe(filtre));
  return ligne?.nombre ?? 0;
}
