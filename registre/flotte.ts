import { type SQL, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { residences } from '../domain/calendrier/jours-feries';
import type { CodeCourrier } from '../domain/catalogue/catalogue';
import { baseTournee, cleCourrier } from '../domain/catalogue/cle-courrier';
import type { Dossier } from '../domain/dossier/dossier';
import type { Numero } from '../domain/dossier/numero';
import type { Canal, Personnes } from '../domain/dossier/personnes';
import type { Etat, Resultat } from '../domain/dossier/resultat';
import type { EntreeJournal } from '../domain/faits/journal';
import { relireJournal } from '../domain/faits/relire-journal';
import {
  etatsActualises,
  etatsApresCsp,
  type MomentEcrit,
  type Tournee,
  type TourneeEcrite,
} from '../domain/flotte/flotte';
import type { Registre, Transaction } from './ouvrir';
import { residenceEnSql } from './residence';

export const CODE_FLOTTE = 'RAPPEL_ACTUALISATION' satisfies CodeCourrier;

/** Key of the letter of a tour. */
export const cleFlotte = (numero: string, tournee: Tournee): string =>
  cleCourrier(numero, { code: CODE_FLOTTE, destinataire: 'BENEFICIAIRE', base: baseTournee(tournee) });

/** A person whom a tour still has to serve, with everything her letter is made of. */
export interface Concerne {
  numero: Numero;
  /** Of the situation that was read. */
  version: number;
  dossier: Dossier;
  journal: EntreeJournal[];
  /** What the letter is made of, and no more. */
  resultat: Resultat;
  personnes: Personnes;
  /** Channels that already refused this letter for good. */
  refuses: Canal[];
}

/** The actualisation of the month is hers to make: said by the projection, nothing recorded, and no death reported. @see R20 */
const AVEC_MOIS =
  '$ ? (exists(@.resultat.actualisations[*] ? (@.mois == $mois)) && !(@.resultat.motifFin == "DECES") && !(@.decesSignale == true))';

/** Unless the agency records no actualisations: that nothing is known of one means nothing. */
const SI_RAPPELES = sql` and not exists (
  select from agences sans where sans.id = d.agence and sans.agence ->> 'rappelsActualisation' = 'false')`;

/** Whom a month may concern, of the table or alias `d` (dossiers): in a CSP, or out of one whose term was not over before the month. */
const estSuivi = ({ moment, mois }: Tournee): SQL => {
  const parmi = (etats: readonly Etat[]) => sql`d.etat = any(${sql.param([...etats])}::text[])`;
  const sortis = moment === 'CLOTURE' ? sql`false` : sql`${parmi(etatsApresCsp)} and d.terme >= ${`${mois}-01`}::date`;
  return sql`d.statut = 'OUVERT' and (${parmi(etatsActualises)} or ${sortis})${moment === 'OUVERTURE' ? sql`` : SI_RAPPELES}`;
};

/** Whom a month concerns: one look at the situation, which is large. */
const estConcerne = (tournee: Tournee): SQL => sql`${resteAFaire(tournee)} and ${aLeMois(tournee.mois)}`;

const resteAFaire = (tournee: Tournee): SQL => sql`${estSuivi(tournee)}
  and not exists (select from actualisations a where a.numero = d.numero and a.mois = ${tournee.mois})`;

const aLeMois = (mois: string): SQL =>
  sql`jsonb_path_exists(d.situation, ${AVEC_MOIS}::jsonpath, ${JSON.stringify({ mois })}::jsonb)`;

/** The zone whose clock a tour obeys; `metropole` when it is unknown. */
export const ZONE = sql.raw(`
  case when ${residenceEnSql('d')} in (${residences.map((r) => `'${r}'`).join(', ')})
  then ${residenceEnSql('d')} else 'metropole' end`);

/** Still to be served: never begun, or begun without having left. */
const A_SERVIR = sql`(c.cle is null or c.statut in ('A_REPRENDRE', 'RETENU', 'EN_REMISE'))`;

const cleDe = (tournee: Tournee): SQL => sql`d.numero || ${cleFlotte('', tournee)}::text`;

/**
 * The keys that the letter is made of, out of a result that holds a hundred dates: what is given to the template is kept with it.
 * `offset 0` keeps the planner from decompressing the situation once for each key.
 */
const resultatUtile = (mois: string): SQL => sql`
  (select jsonb_build_object('valide', true, 'erreurs', '[]'::jsonb, 'reglement', r -> 'reglement', 'debutCsp', r -> 'debutCsp',
      'dateFinCsp', r -> 'dateFinCsp', 'actualisations', jsonb_path_query_array(r, '$.actualisations[*] ? (@.mois == $mois)',
        ${JSON.stringify({ mois })}::jsonb))
    from (select d.situation -> 'resultat' as r offset 0) as x)`;

/**
 * The next followed dossiers after a numéro. A page is cut before anything large is read: whatever the planner believes of tables that
 * filled up since it last looked, a page costs a page.
 */
const pageSuivie = (tournee: Tournee, { apres, taille }: Page): SQL => sql`
  select d.numero from dossiers d where d.numero > ${apres ?? ''} and ${estSuivi(tournee)} order by d.numero limit ${taille}`;

/** Where a page begins, and how many dossiers it looks at. */
export interface Page {
  apres: Numero | null;
  taille: number;
}

/** What a query found among the dossiers of a page. */
export interface PageLue<L> {
  /** Last numéro that was looked at; null: there was none left. */
  dernier: Numero | null;
  lignes: L[];
}

/** @param requete reads from `page (numero)`, and answers a `numero` first */
async function lirePage<L>(registre: Registre, tournee: Tournee, page: Page, requete: SQL): Promise<PageLue<L>> {
  const { rows } = await registre.db.execute<{ dernier: Numero | null; numero: Numero | null }>(sql`
    with page as materialized (${pageSuivie(tournee, page)})
    select (select max(numero) from page) as dernier, l.*
    from (select) as toujours left join lateral (${requete}) as l on true`);
  const lignes = rows.filter((l) => l.numero !== null).map(({ dernier: _, ...ligne }) => ligne as L);
  return { dernier: rows[0]?.dernier ?? null, lignes };
}

/** Whom a tour has to serve among the followed dossiers of a page, in the order of numéros. */
export async function pageConcernes(
  registre: Registre,
  tournee: TourneeEcrite,
  { zones, ...page }: Page & { zones: readonly string[] },
): Promise<PageLue<Concerne>> {
  const { dernier, lignes } = await lirePage<Omit<Concerne, 'personnes'> & Personnes>(
    registre,
    tournee,
    page,
    sql`
      select d.numero, d.version, d.dossier, d.journal, ${resultatUtile(tournee.mois)} as resultat,
        i.identite, i.employeur, g.agence, r.referent,
        case when c.cle is null then '{}' else
          array(select e.canal from envois e where e.cle = c.cle and e.statut = 'REJETE') end as refuses
      from page
      join dossiers d using (numero)
      join identites i on i.numero = d.numero
      join agences g on g.id = d.agence
      join referents r on r.id = d.referent
      left join courriers c on c.cle = ${cleDe(tournee)}
      where ${A_SERVIR} and ${ZONE} = any(${sql.param([...zones])}::text[]) and ${estConcerne(tournee)}
      order by d.numero`,
  );
  const concernes = lignes.map(({ identite, employeur, agence, referent, journal, ...reste }) => ({
    ...reste,
    journal: relireJournal(journal),
    personnes: { identite, employeur, agence, referent },
  }));
  return { dernier, lignes: concernes };
}

/** How many people a tour still has to serve, by zone. */
export async function restants(registre: Registre, tournee: Tournee): Promise<Map<string, number>> {
  const { rows } = await registre.db.execute<{ zone: string; nombre: number }>(sql`
    with a_servir as materialized (
      select d.numero from dossiers d left join courriers c on c.cle = ${cleDe(tournee)}
      where ${estSuivi(tournee)} and ${A_SERVIR})
    select ${ZONE} as zone, count(*)::int as nombre
    from dossiers d join a_servir using (numero) join identites i using (numero)
    where ${estConcerne(tournee)} group by 1`);
  return new Map(rows.map(({ zone, nombre }) => [zone, nombre]));
}

/** What became of the letters of a tour, by statut. */
export async function bilanTournee(registre: Registre, tournee: Tournee): Promise<Record<string, number>> {
  const { rows } = await registre.db.execute<{ statut: string; nombre: number }>(sql`
    select statut, count(*)::int as nombre from courriers
    where code = ${sql.raw(`'${CODE_FLOTTE}'`)} and base = ${baseTournee(tournee)} group by statut order by statut`);
  return Object.fromEntries(rows.map(({ statut, nombre }) => [statut, nombre]));
}

/**
 * Among these people, those whom the month still concerns, with their agency. A situation that is still the version that was read is
 * not read again.
 */
export async function encoreConcernes(
  tx: Transaction,
  tournee: TourneeEcrite,
  lus: readonly Pick<Concerne, 'numero' | 'version'>[],
): Promise<Map<Numero, string>> {
  const { rows } = await tx.execute<{ numero: Numero; agence: string }>(sql`
    select d.numero, d.agence
    from unnest(${sql.param(lus.map((l) => l.numero))}::text[], ${sql.param(lus.map((l) => l.version))}::int[]) as v (numero, version)
    join dossiers d on d.numero = v.numero
    where ${resteAFaire(tournee)} and case when d.version = v.version then true else ${aLeMois(tournee.mois)} end`);
  return new Map(rows.map(({ numero, agence }) => [numero, agence]));
}

/** A person who let a month pass, with what its letters and its earlier months say. */
export interface Manque {
  numero: Numero;
  residence: string;
  annonceeLe: Date | null;
  rappeleeLe: Date | null;
  precedentes: string[];
}

/**
 * Who, in a page, recorded nothing for a month and has no task for it yet. A month that had closed before Jalon took the journey over
 * is not its business.
 */
export async function pageManques(
  registre: Registre,
  mois: string,
  cloture: DateCivile,
  page: Page,
): Promise<PageLue<Manque>> {
  const partiLe = (moment: MomentEcrit) =>
    sql`(select c.parti_le from courriers c where c.cle = ${cleDe({ moment, mois })})`;
  const { dernier, lignes } = await lirePage<Record<'annonceeLe' | 'rappeleeLe', string | null>>(
    registre,
    { moment: 'CLOTURE', mois },
    page,
    sql`
      select d.numero, ${ZONE} as residence, ${partiLe('OUVERTURE')} as "annonceeLe", ${partiLe('RAPPEL')} as "rappeleeLe",
        array(select right(t.cle, 7) from taches t
          where t.numero = d.numero and t.type = 'ACTUALISATION_MANQUEE' and right(t.cle, 7) < ${mois}
            and not exists (select from actualisations a where a.numero = d.numero and a.mois = right(t.cle, 7))
          order by 1) as precedentes
      from page join dossiers d using (numero)
      where (d.date_reprise is null or d.date_reprise <= ${cloture})
        and not exists (select from taches t where t.cle = d.numero || ${`/ACTUALISATION_MANQUEE/${mois}`}::text)
        and ${estConcerne({ moment: 'CLOTURE', mois })}
      order by d.numero`,
  );
  const date = (lue: string | null) => lue && new Date(lue);
  const manques = lignes.map((l) => ({ ...l, annonceeLe: date(l.annonceeLe), rappeleeLe: date(l.rappeleeLe) }));
  return { dernier, lignes: manques as Manque[] };
}
