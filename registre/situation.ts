import { and, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { EtatParcours, Suivi } from '../domain/parcours/parcours';
import type { Situation } from '../domain/parcours/situation';
import { cleEnAttente, deCesIds } from './messages-en-attente';
import type { Registre } from './ouvrir';
import { demanderPiecesEtFormations, type PiecesEtFormations } from './pieces-et-formations';
import { dossiers } from './schema';
import { cloture, partiesDesTaches, type TachesDuPoint } from './taches';

/**
 * What became of a situation to be written; once it is, who follows the person, what the register alone knows of the dossier, and the keys
 * of the tasks that it brought anew.
 */
export type SuiteSituation =
  | { suite: 'APPLIQUEE'; suivi: Suivi; connu: PiecesEtFormations; deposees: string[] }
  | { suite: 'DEPASSEE' | 'INCONNU' };

type Inscrite = Record<string, unknown> & Suivi & PiecesEtFormations & { deposees: string[] };

/** Follows no task, and brings none. */
const SANS_TACHE: TachesDuPoint = { dues: [], vivantes: [], suivies: { parmi: [] } };

/** Nothing that the register holds of a journey is unknown to its state. */
function rienDAutre(etat: EtatParcours): SQL {
  const entrees = etat.journal.map(({ id }) => id);
  const issues = Object.keys(etat.issues);
  return sql`not exists (select from jsonb_array_elements(${dossiers.journal}) e where e ->> 'id' <> all(${sql.param(entrees)}::text[]))
    and not exists (select from jsonb_object_keys(coalesce(${dossiers.memoire} -> 'issues', '{}')) k where k <> all(${sql.param(issues)}::text[]))`;
}

/**
 * Writes what a journey says of itself: journal, situation and the columns that lists sort on, in one statement, only if
 * `version` is greater than the one held. A retry or a late writer changes nothing; the same version said later does, if it knows all
 * that the register does: the journey never had the answer of the earlier try, and asked again. The messages that it answered wait no
 * more, and its tasks are held to what the pass says: one question, which writes all of it or nothing.
 * @param maintenant when the journey asked
 * @returns DEPASSEE when the register already holds this version or a later one, INCONNU when the dossier was erased.
 */
export async function enregistrerSituation(
  registre: Registre,
  etat: EtatParcours,
  situation: Situation,
  maintenant: Date,
  point: TachesDuPoint = SANS_TACHE,
): Promise<SuiteSituation> {
  const { db } = registre;
  const { numero, version, journal, issues, empreintes, courriers, termeAnnonce, changements, versionDomaine } = etat;
  const redite = and(eq(dossiers.version, version), lt(dossiers.majLe, maintenant), rienDAutre(etat));
  const ecriture = db
    .update(dossiers)
    .set({
      statut: 'OUVERT',
      version,
      journal,
      situation,
      memoire: { issues, empreintes, courriers, termeAnnonce, changements, versionDomaine },
      etat: situation.etat,
      prochaineEcheance: situation.prochaine?.date ?? null,
      prochaineLibelle: situation.prochaine?.libelle ?? situation.attente,
      reglement: situation.resultat.reglement ?? null,
      terme: situation.resultat.terme ?? null,
      alertes: situation.alertes.length,
      majLe: maintenant,
    })
    .where(and(eq(dossiers.numero, numero), or(lt(dossiers.version, version), redite)))
    .returning({ agence: dossiers.agence, referent: dossiers.referent });
  const faite = sql`exists (select from ecrite)`;
  const attentes = sql`cle in (select ${cleEnAttente(numero, '')}::text || id from retires)`;
  const aSavoir = demanderPiecesEtFormations(numero);
  const { rows } = await db.execute<Inscrite>(sql`
    with ecrite as (${ecriture.getSQL()}),
      retires as (delete from messages_en_attente where ${deCesIds(numero, Object.keys(issues))} and ${faite} returning id),
      dites as (${cloture(numero, attentes, maintenant)}),
      ${partiesDesTaches(numero, point, maintenant, faite)}
    select agence, referent, ${aSavoir.recues} as recues, ${aSavoir.formations} as formations, array(select cle from deposees) as deposees from ecrite`);
  const [inscrite] = rows;
  if (inscrite) {
    const { agence, referent, recues, formations, deposees } = inscrite;
    return { suite: 'APPLIQUEE', suivi: { agence, referent }, connu: { recues, formations }, deposees };
  }
  const [connue] = await db.select({ numero: dossiers.numero }).from(dossiers).where(eq(dossiers.numero, numero));
  return { suite: connue ? 'DEPASSEE' : 'INCONNU' };
}
