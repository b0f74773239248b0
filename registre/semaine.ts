import { type SQL, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { jourChez } from '../domain/calendrier/fuseaux';
import { residences } from '../domain/calendrier/jours-feries';
import type { Numero } from '../domain/dossier/numero';
import { type BornesSemaine, bornesSemaine, type Moment, moments } from '../domain/flotte/semaine';
import type { ModeRendezVous } from '../domain/rendez-vous/rendez-vous';
import type { SorteRendezVous } from '../domain/rendez-vous/sortes';
import { conditionDossiers, type FiltreDossiers } from './liste';
import type { Registre } from './ouvrir';
import { fuseauEnSql, residenceEnSql } from './residence';
import { dossiers } from './schema';
import { tachesDe } from './taches';

/** Something to do for someone, and when. */
export type ChoseAFaire = {
  numero: Numero;
  /** Null once the person was erased. */
  prenom: string | null;
  nom: string | null;
  moment: Moment;
  le: DateCivile | null;
  /** Id of the counsellor who sees to it. */
  referent: string;
  /** Zone of R2 where the person lives. */
  residence: string;
} & (
  | {
      sorte: 'TACHE';
      cle: string;
      type: string;
      libelle: string;
      /** It was put off until `le`; its own day does not move. */
      reportee: boolean;
      echeance: DateCivile | null;
    }
  /** `cle`: that of the échéance, `PSP`. */
  | { sorte: 'ECHEANCE'; cle: string; libelle: string; pourquoi: string; regle: string; aConfirmer: boolean }
  /** `cle`: id of the appointment. `debut`: UTC instant, ISO 8601. `agence`: zone of R2 of the agency, when it is known. */
  | {
      sorte: 'RENDEZ_VOUS';
      cle: string;
      type: SorteRendezVous;
      mode: ModeRendezVous;
      debut: string;
      agence: string | null;
    }
);

/** What is to do, each moment cut where asked, and how much each holds in all. */
export interface Semaine {
  choses: ChoseAFaire[];
  totaux: Record<Moment, number>;
}

export interface DemandeSemaine {
  dossiers: FiltreDossiers;
  maintenant: Date;
  /** Where moments end, seen from a day: that of each person, where she lives. */
  bornesDe?: (jour: DateCivile) => BornesSemaine;
  /** One moment alone; all of them when absent. */
  moment?: Moment;
  /** How many of each moment. */
  limite: number;
  decalage?: number;
  /** The day of a task that has none: that of its birth. Absent: it waits for nothing, and is of today. */
  sansDate?: 'CREATION';
}

/** The clock on which an appointment's day is read. @see zoneRendezVous */
const ZONE = sql.raw(
  fuseauEnSql(`(case when r.mode = 'PRESENTIEL' and a.agence ->> 'residence' is not null then a.agence ->> 'residence'
    else ${residenceEnSql('ds')} end)`),
);

/** Where moments end for those who live where it is another day than on the mainland, and for the others. */
interface Bornes {
  autres: BornesSemaine;
  ailleurs: { residences: string[]; bornes: BornesSemaine }[];
}

/** On most hours of a day, it is the same one everywhere. */
function bornesDesJours({
  maintenant,
  bornesDe = bornesSemaine,
}: Pick<DemandeSemaine, 'maintenant' | 'bornesDe'>): Bornes {
  const ici = jourChez('metropole', maintenant);
  const jours = new Set(residences.map((residence) => jourChez(residence, maintenant)));
  jours.delete(ici);
  const ailleurs = [...jours].map((jour) => ({
    residences: residences.filter((residence) => jourChez(residence, maintenant) === jour),
    bornes: bornesDe(jour),
  }));
  return { autres: bornesDe(ici), ailleurs };
}

/** All moments of everybody lie between these days. */
function extremes({ autres, ailleurs }: Bornes): Pick<BornesSemaine, 'EN_RETARD' | 'SEMAINE_PROCHAINE'> {
  const toutes = [autres, ...ailleurs.map(({ bornes }) => bornes)];
  const tries = (nom: 'EN_RETARD' | 'SEMAINE_PROCHAINE') => toutes.map((bornes) => bornes[nom]).sort();
  return { EN_RETARD: tries('EN_RETARD')[0]!, SEMAINE_PROCHAINE: tries('SEMAINE_PROCHAINE').at(-1)! };
}

/** The moment of each person, by the day that it is where she lives. */
const momentEnSql = ({ autres, ailleurs }: Bornes): SQL =>
  ailleurs.length === 0
    ? momentDuJour(autres)
    : sql`case ${sql.join(
        ailleurs.map(
          ({ residences, bornes }) =>
            sql`when residence = any(${sql.param(residences)}::text[]) then ${momentDuJour(bornes)}`,
        ),
        sql` `,
      )} else ${momentDuJour(autres)} end`;

/** @see momentDe */
const momentDuJour = (bornes: BornesSemaine): SQL =>
  sql.join(
    [
      sql`case when le is null then 'AUJOURDHUI'`,
      ...moments.flatMap((m) => (m === 'PLUS_TARD' ? [] : [sql`when le <= ${bornes[m]}::date then ${m}`])),
      sql`else 'PLUS_TARD' end`,
    ],
    sql` `,
  );

/**
 * What is to do for the dossiers of a filter: the open tasks, the appointments from today on, and the next échéance of each dossier up to
 * the end of next week, unless a task was made of it, whoever closed it since.
 */
const choses = (
  registre: Registre,
  { dossiers: filtre, moment, sansDate }: Pick<DemandeSemaine, 'dossiers' | 'moment' | 'sansDate'>,
  bornes: ReturnType<typeof extremes>,
): SQL => {
  const naissance = sansDate === 'CREATION' ? sql`, cree_le::date` : sql``;
  const voulus = conditionDossiers(filtre);
  const parmi = (table: string): SQL =>
    voulus === undefined
      ? sql`true`
      : sql`${sql.raw(table)}.numero in (select ${dossiers.numero} from ${dossiers} where ${voulus})`;
  return sql`
    select 'TACHE' as sorte, numero, cle, type, libelle, coalesce(reportee_au, echeance${naissance}) as le,
        null::timestamptz as debut, null as mode, reportee_au is not null as reportee, echeance, confiee_a
      from taches where statut = 'A_FAIRE' and ${tachesDe(registre, filtre) ?? sql`true`}
    union all
    select 'ECHEANCE', numero, '', '', prochaine_libelle, prochaine_echeance, null, null, false, null, null
      from dossiers d where prochaine_echeance <= ${bornes.SEMAINE_PROCHAINE}::date and ${parmi('d')}
        and not exists (select from taches t where t.numero = d.numero and t.echeance = d.prochaine_echeance
          and t.type in ('ECHEANCE_PROCHE', 'ECHEANCE_DEPASSEE', 'BULLETIN_RECU'))
    ${moment === 'EN_RETARD' ? sql`` : sql`union all ${rendezVousAVenir(parmi('r'), bornes)}`}`;
};

/** None is ever late. Its day is read once: `offset 0` keeps PostgreSQL from reading a journal again for each end of a moment. */
const rendezVousAVenir = (parmi: SQL, { EN_RETARD }: Pick<BornesSemaine, 'EN_RETARD'>): SQL => sql`
    select 'RENDEZ_VOUS', r.numero, r.id, r.sorte, '', j.le, r.debut, r.mode, false, null, null
      from rendez_vous r join dossiers ds on ds.numero = r.numero join agences a on a.id = ds.agence,
        lateral (select (r.debut at time zone ${ZONE})::date as le offset 0) j
      where r.statut = 'PREVU' and r.debut >= ${EN_RETARD}::date and ${parmi} and j.le > ${EN_RETARD}::date`;

/** Where the person lives, looked up for each thing to do: PostgreSQL, left to choose, reads every dossier in their order to join them. */
const OU = sql.raw(`select ${residenceEnSql('d')} as residence from dossiers d where d.numero = c.numero offset 0`);

/** The week of a portfolio, the nearest first. */
export async function lireSemaine(
  registre: Registre,
  { moment, limite, decalage = 0, ...demande }: DemandeSemaine,
): Promise<Semaine> {
  const bornes = bornesDesJours(demande);
  const voulu = moment === undefined ? sql`true` : sql`moment = ${moment}`;
  // Wanted of those who live where a day began, or has not ended: the others had theirs, or have it later.
  const deSonJour = sql`not (sorte = 'RENDEZ_VOUS' and moment = 'EN_RETARD') and not (sorte = 'ECHEANCE' and moment = 'PLUS_TARD')`;
  const { rows } = await registre.db.execute<Ligne>(sql`
    with choses as (${choses(registre, { ...demande, moment }, extremes(bornes))}),
      datees as (select c.*, ${momentEnSql(bornes)} as moment from choses c
        ${bornes.ailleurs.length === 0 ? sql`` : sql`cross join lateral (${OU}) ou`}),
      rangees as (
        select *, count(*) over (partition by moment)::int as total,
          row_number() over (partition by moment order by le nulls first, debut nulls first, numero, cle) as rang
        from datees where ${voulu} and ${deSonJour})
    select r.sorte, r.numero, r.moment, r.le::text, r.total, r.type, r.libelle, r.mode, to_json(r.debut) #>> '{}' as debut,
      r.reportee, r.echeance::text, coalesce(r.confiee_a, d.referent) as referent,
      case when r.sorte = 'ECHEANCE' then d.situation -> 'prochaine' ->> 'cle' else r.cle end as cle,
      case when r.sorte = 'ECHEANCE' then d.situation -> 'prochaine' ->> 'pourquoi' end as pourquoi,
      case when r.sorte = 'ECHEANCE' then d.situation -> 'prochaine' ->> 'regle' end as regle,
      case when r.sorte = 'ECHEANCE' then coalesce((d.situation -> 'prochaine' ->> 'aConfirmer')::boolean, false) end as "aConfirmer",
      ${sql.raw(residenceEnSql('d'))} as residence, a.agence ->> 'residence' as agence, i.identite ->> 'prenom' as prenom, i.identite ->> 'nom' as nom
    from rangees r cross join lateral (select * from dossiers where numero = r.numero offset 0) d join agences a on a.id = d.agence
      left join lateral (select identite from identites where numero = r.numero offset 0) i on true
    where r.rang > ${decalage} and r.rang <= ${decalage + limite}
    order by r.le nulls first, r.debut nulls first, r.numero, r.cle`);
  const totaux = Object.fromEntries(moments.map((m) => [m, rows.find((r) => r.moment === m)?.total ?? 0]));
  return {
    totaux: totaux as Record<Moment, number>,
    choses: rows.map(
      ({ total: _, debut, ...r }) => ({ ...r, debut: debut && new Date(String(debut)).toISOString() }) as ChoseAFaire,
    ),
  };
}

type Ligne = Record<string, string | boolean | null> & { moment: Moment; total: number };
