import { and, eq, inArray, lt, max, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { FaitDuPoint, PeriodeDuPoint } from '../domain/flotte/matiere-du-point';
import type { Registre } from './ouvrir';
import { pointsDuMatin } from './schema';

/** When the digest of a counsellor's portfolio was last made before a day, with something to say or not; null: never. */
export async function dernierPoint(registre: Registre, referent: string, jour: DateCivile): Promise<Date | null> {
  const [ligne] = await registre.db
    .select({ quand: max(pointsDuMatin.tenteLe) })
    .from(pointsDuMatin)
    .where(
      and(
        eq(pointsDuMatin.referent, referent),
        lt(pointsDuMatin.jour, jour),
        inArray(pointsDuMatin.statut, ['PARTI', 'SANS_OBJET']),
      ),
    );
  return ligne?.quand ?? null;
}

/** The day of a task: that until which it was put off, else its own. */
const QUAND = sql`coalesce(t.reportee_au, t.echeance)`;
const aFaire = (fin: DateCivile) => sql`t.statut = 'A_FAIRE' and (${QUAND} is null or ${QUAND} <= ${fin})`;

/** The facts of a counsellor's portfolio around the days of a digest, which says what it holds of them. @see composer */
export async function faitsDuPoint(
  registre: Registre,
  referent: string,
  { jour, fin, depuis }: PeriodeDuPoint,
): Promise<FaitDuPoint[]> {
  const neuf = depuis.toISOString();
  const { rows } = await registre.db.execute<FaitDuPoint>(sql`
    with siens as materialized (
      select d.numero, d.etat = 'OUVERT_PAR_ERREUR' as par_erreur, d.situation, d.cree_le, d.alertes, i.identite ->> 'prenom' as prenom, i.identite ->> 'nom' as nom
      from dossiers d join identites i using (numero) where d.referent = ${referent})
    select 'TACHE' as sorte, s.numero, prenom, nom, t.libelle, ${QUAND}::text as date, t.type as code, null as statut, null as debut
      from siens s join taches t using (numero)
      where ${aFaire(fin)} and (t.confiee_a is null or t.confiee_a = ${referent})
    union all
    select 'TACHE', t.numero, i.identite ->> 'prenom', i.identite ->> 'nom', t.libelle, ${QUAND}::text, t.type, null, null
      from taches t join dossiers d using (numero) join identites i using (numero)
      where t.confiee_a = ${referent} and d.referent <> ${referent} and ${aFaire(fin)}
    union all
    select 'ECHEANCE', s.numero, prenom, nom, e ->> 'libelle', e ->> 'date', e ->> 'cle', e ->> 'statut', null
      from siens s, jsonb_array_elements(s.situation -> 'echeances') e where e ->> 'date' between ${jour} and ${fin}
    union all
    select 'RENDEZ_VOUS', s.numero, prenom, nom, r.sorte, null, null, null, to_json(r.debut) #>> '{}'
      from siens s join rendez_vous r using (numero)
      where r.statut = 'PREVU' and r.debut >= ${jour}::timestamptz - interval '1 day' and r.debut < ${fin}::timestamptz + interval '2 days'
    union all
    select 'ALERTE', s.numero, prenom, nom, null, s.situation ->> 'ecouteJusquau', a, null, null
      from siens s, jsonb_array_elements_text(s.situation -> 'alertes') a where s.alertes > 0
    union all
    select distinct 'REVENU', s.numero, prenom, nom, null, null, c.code, null, null
      from siens s join courriers c using (numero) join envois e using (cle)
        left join rebonds b on b.cle = e.cle and b.rang = e.rang
      where e.statut = 'REJETE' and e.tort is distinct from 'NOUS' and coalesce(b.recu_le, e.acheve_le) > ${neuf}::timestamptz
        and s.par_erreur is not true
    union all
    select 'NOUVEAU', s.numero, prenom, nom, null, null, null, null, null from siens s
      where s.cree_le > ${neuf}::timestamptz and s.par_erreur is not true`);
  return rows;
}
