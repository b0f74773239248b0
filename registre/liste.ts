import { and, asc, count, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Etape } from '../domain/dossier/etats';
import type { Numero } from '../domain/dossier/numero';
import type { Registre } from './ouvrir';
import { pasParErreur } from './par-erreur';
import { conditionRecherche } from './recherche';
import { residenceEnSql } from './residence';
import { dossiers, identites, retenues, type StatutDossier, taches } from './schema';

export interface FiltreDossiers {
  etat?: Etape;
  agence?: string;
  referent?: string;
  /** These alone, those opened by mistake too. */
  numeros?: readonly Numero[];
  /** What a person or her company is known by, as it is typed. @see conditionRecherche */
  recherche?: string;
  /** Only those with at least one alert. */
  enAlerte?: boolean;
  /** Only those whose échéance to see to is on this day at the latest. */
  echeanceAuPlusTard?: DateCivile;
  /** Name of the règlement that the journey follows. */
  reglement?: string;
  /** Only those of which a letter waits for somebody. */
  courrier?: CourrierEnPeine;
  tri?: TriDossiers;
  limite?: number;
  decalage?: number;
}

/** REVENU: an address refused one, and nobody saw to it. RETENU: a counsellor holds one. */
export const courriersEnPeine = ['REVENU', 'RETENU'] as const;
export type CourrierEnPeine = (typeof courriersEnPeine)[number];

/** What a list is sorted by. */
export const trisDossiers = ['ECHEANCE', 'NOM', 'TERME'] as const;
export type TriDossiers = (typeof trisDossiers)[number];

export interface LigneDossier {
  numero: Numero;
  /** Null once the person was erased. */
  prenom: string | null;
  nom: string | null;
  /** The company that she leaves; null when it is unknown. */
  employeur: string | null;
  statut: StatutDossier;
  etat: Etape | null;
  enUnePhrase: string | null;
  prochaineEcheance: DateCivile | null;
  prochaineLibelle: string | null;
  /** That day rests on a doubt of the sources. */
  prochaineAConfirmer: boolean;
  terme: DateCivile | null;
  /** That day rests on a doubt of the sources. */
  termeAConfirmer: boolean;
  alertes: number;
  agence: string;
  referent: string;
  /** Zone of R2 where the person lives. */
  residence: string;
  version: number;
  majLe: Date;
}

const prenom = sql<string | null>`(${identites.identite} ->> 'prenom')`;
const nom = sql<string | null>`(${identites.identite} ->> 'nom')`;
const employeur = sql<string | null>`(${identites.employeur} ->> 'nom')`;

const termeAConfirmer = sql<boolean>`coalesce((select (e ->> 'aConfirmer')::boolean
  from jsonb_array_elements(${dossiers.situation} -> 'echeances') e where e ->> 'cle' = 'FIN_CSP' limit 1), false)`;

/** Asked of each dossier that the rest of a filter holds, rather than of every task that there is. */
const EN_PEINE: Record<CourrierEnPeine, SQL> = {
  REVENU: sql`exists (select from ${taches} where ${taches.numero} = ${dossiers.numero}
    and ${taches.statut} = 'A_FAIRE' and ${taches.type} = 'ADRESSE_REJETEE')`,
  RETENU: sql`exists (select from ${retenues} where ${retenues.numero} = ${dossiers.numero} and ${retenues.leveeLe} is null)`,
};

/** As a French dictionary would, accents and case last. */
const PAR_NOM = sql`(${identites.identite} ->> 'nom') collate "fr-x-icu", (${identites.identite} ->> 'prenom') collate "fr-x-icu"`;

/** Always in one order: two pages of a list hold nobody twice. */
const ordres: Record<TriDossiers, SQL[]> = {
  ECHEANCE: [asc(dossiers.prochaineEcheance), asc(dossiers.numero)],
  NOM: [PAR_NOM, asc(dossiers.numero)],
  TERME: [asc(dossiers.terme), asc(dossiers.numero)],
};

/** What a filter asks of the table `dossiers`; undefined when it asks nothing. */
export function conditionDossiers(filtre: FiltreDossiers): SQL | undefined {
  const termes: (SQL | undefined)[] = [];
  if (filtre.etat) termes.push(eq(dossiers.etat, filtre.etat));
  if (filtre.agence) termes.push(eq(dossiers.agence, filtre.agence));
  if (filtre.referent) termes.push(eq(dossiers.referent, filtre.referent));
  if (filtre.numeros) termes.push(inArray(dossiers.numero, [...filtre.numeros]));
  if (filtre.enAlerte) termes.push(sql`${dossiers.alertes} > 0`);
  if (filtre.echeanceAuPlusTard) termes.push(lte(dossiers.prochaineEcheance, filtre.echeanceAuPlusTard));
  if (filtre.reglement) termes.push(eq(dossiers.reglement, filtre.reglement));
  if (filtre.courrier) termes.push(EN_PEINE[filtre.courrier]);
  const cherche = filtre.recherche?.trim();
  if (cherche) termes.push(conditionRecherche(cherche));
  return and(...termes);
}

/** Those of a filter that a list shows: one opened by mistake only to who looks for it. */
const conditionListe = (filtre: FiltreDossiers): SQL | undefined => {
  const cherches = filtre.etat || filtre.numeros || filtre.recherche?.trim();
  return and(conditionDossiers(filtre), cherches ? undefined : pasParErreur);
};

/** The dossiers of a list, the nearest échéance first unless it says otherwise, those that wait for nothing last. */
export async function listerDossiers(registre: Registre, filtre: FiltreDossiers = {}): Promise<LigneDossier[]> {
  const { tri = 'ECHEANCE' } = filtre;
  // Sorted by their columns alone: nothing large is read of those that the page does not show.
  const tous = registre.db.select({ numero: dossiers.numero }).from(dossiers).$dynamic();
  const page = (tri === 'NOM' ? tous.leftJoin(identites, eq(identites.numero, dossiers.numero)) : tous)
    .where(conditionListe(filtre))
    .orderBy(...ordres[tri])
    .limit(filtre.limite ?? 500)
    .offset(filtre.decalage ?? 0)
    .as('page');
  return registre.db
    .select({
      numero: dossiers.numero,
      ...{ prenom, nom, employeur },
      statut: dossiers.statut,
      etat: dossiers.etat,
      enUnePhrase: sql<string | null>`${dossiers.situation} ->> 'enUnePhrase'`,
      prochaineEcheance: dossiers.prochaineEcheance,
      prochaineLibelle: dossiers.prochaineLibelle,
      prochaineAConfirmer: sql<boolean>`coalesce((${dossiers.situation} -> 'prochaine' ->> 'aConfirmer')::boolean, false)`,
      terme: dossiers.terme,
      termeAConfirmer,
      alertes: dossiers.alertes,
      agence: dossiers.agence,
      referent: dossiers.referent,
      residence: sql<string>`${sql.raw(residenceEnSql('dossiers'))}`,
      version: dossiers.version,
      majLe: dossiers.majLe,
    })
    .from(page)
    .innerJoin(dossiers, eq(dossiers.numero, page.numero))
    .leftJoin(identites, eq(identites.numero, dossiers.numero))
    .orderBy(...ordres[tri]);
}

/** How many dossiers a filter holds, whatever its `limite`. */
export async function compterDossiers(registre: Registre, filtre: FiltreDossiers = {}): Promise<number> {
  const [ligne] = await registre.db.select({ nombre: count() }).from(dossiers).where(conditionListe(filtre));
  return ligne?.nombre ?? 0;
}
