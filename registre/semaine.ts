import { type SQL, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { fuseau } from '../domain/calendrier/fuseaux';
import { residences } from '../domain/calendrier/jours-feries';
import type { Numero } from '../domain/dossier/numero';
import { type BornesSemaine, type Moment, moments } from '../domain/flotte/semaine';
import type { ModeRendezVous } from '../domain/rendez-vous/rendez-vous';
import type { SorteRendezVous } from '../domain/rendez-vous/sortes';
import { conditionDossiers, type FiltreDossiers } from './liste';
import type { Registre } from './ouvrir';
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
  | { sorte: 'ECHEANCE'; cle: string; libelle: string; pourquoi: string; regle: string }
  /** `cle`: id of the appointment. `debut`: UTC instant, ISO 8601. `residence`: zone of R2 of the opening. */
  | { sorte: 'RENDEZ_VOUS'; cle: string; type: SorteRendezVous; mode: ModeRendezVous; debut: string; residence: string }
);

/** What is to do, each moment cut where asked, and how much each holds in all. */
export interface Semaine {
  choses: ChoseAFaire[];
  totaux: Record<Moment, number>;
}

export interface DemandeSemaine {
  dossiers: FiltreDossiers;
  bornes: BornesSemaine;
  /** One moment alone; all of them when absent. */
  moment?: Moment;
  /** How many of each moment. */
  limite: number;
  decalage?: number;
  /** The day of a task that has none: that of its birth. Absent: it waits for nothing, and is of today. */
  sansDate?: 'CREATION';
}

/** The clock on which an appointment's day is read: the person's, as she lived at the opening. */
const ZONE = sql.raw(
  `case ds.dossier ->> 'residence' ${residences.map((r) => `when '${r}' then '${fuseau(r)}'`).join(' ')} else '${fuseau('')}' end`,
);

/** @see momentDe */
const momentEnSql = (bornes: BornesSemaine): SQL =>
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
  { dossiers: filtre, bornes, sansDate }: Pick<DemandeSemaine, 'dossiers' | 'bornes' | 'sansDate'>,
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
    union all
    select 'RENDEZ_VOUS', r.numero, r.id, r.sorte, '', (r.debut at time zone ${ZONE})::date, r.debut, r.mode, false, null, null
      from rendez_vous r join dossiers ds on ds.numero = r.numero
      where r.statut = 'PREVU' and r.debut >= ${bornes.EN_RETARD}::date and ${parmi('r')}
        and (r.debut at time zone ${ZONE})::date > ${bornes.EN_RETARD}::date`;
};

/** The week of a portfolio, the nearest first. */
export async function lireSemaine(
  registre: Registre,
  { moment, limite, decalage = 0, ...demande }: DemandeSemaine,
): Promise<Semaine> {
  const voulu = moment === undefined ? sql`true` : sql`moment = ${moment}`;
  const { rows } = await registre.db.execute<Ligne>(sql`
    with choses as (${choses(registre, demande)}),
      datees as (select *, ${momentEnSql(demande.bornes)} as moment from choses),
      rangees as (
        select *, count(*) over (partition by moment)::int as total,
          row_number() over (partition by moment order by le nulls first, debut nulls first, numero, cle) as rang
        from datees where ${voulu})
    select r.sorte, r.numero, r.moment, r.le::text, r.total, r.type, r.libelle, r.mode, to_json(r.debut) #>> '{}' as debut,
      r.reportee, r.echeance::text, coalesce(r.confiee_a, d.referent) as referent,
      case when r.sorte = 'ECHEANCE' then d.situation -> 'prochaine' ->> 'cle' else r.cle end as cle,
      case when r.sorte = 'ECHEANCE' then d.situation -> 'prochaine' ->> 'pourquoi' end as pourquoi,
      case when r.sorte = 'ECHEANCE' then d.situation -> 'prochaine' ->> 'regle' end as regle,
      d.dossier ->> 'residence' as residence, i.identite ->> 'prenom' as prenom, i.identite ->> 'nom' as nom
    from rangees r join dossiers d using (numero) left join identites i using (numero)
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
