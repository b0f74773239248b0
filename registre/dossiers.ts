import { and, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import { etatInitial, memoireVierge } from '../domain/parcours/etat-initial';
import type { EtatConnu, EtatParcours, Suivi } from '../domain/parcours/parcours';
import type { Situation } from '../domain/parcours/situation';
import type { DossierEnOuverture } from './ouverture';
import type { Registre } from './ouvrir';
import { dossiers } from './schema';

export type DossierInscrit = typeof dossiers.$inferSelect;

export async function lireDossier(registre: Registre, numero: Numero): Promise<DossierInscrit | null> {
  const [ligne] = await registre.db.select().from(dossiers).where(eq(dossiers.numero, numero));
  return ligne ?? null;
}

/** Who follows the person of a dossier, and where, by their ids; null for an unknown one. */
export async function lireSuiveurs(registre: Registre, numero: Numero): Promise<Suivi | null> {
  const { agence, referent } = dossiers;
  const [ligne] = await registre.db.select({ agence, referent }).from(dossiers).where(eq(dossiers.numero, numero));
  return ligne ?? null;
}

/**
 * The state from which a journey starts or is taken up again: what the register holds of it.
 * @see R28 (`rouvrir`)
 */
export function etatParcours(inscrit: DossierEnOuverture): EtatParcours {
  const { numero, agence, referent, dossier, dateReprise, journal, memoire, version } = inscrit;
  return { ...etatInitial({ numero, agence, referent, dossier, dateReprise, journal }), ...memoire, version };
}

/**
 * What the register holds of a journey when that is more than its state says: a later version, or entries and outcomes that it lacks.
 * The engine was then brought back older than the register.
 */
export async function etatPlusRecent(registre: Registre, etat: EtatParcours): Promise<EtatConnu | null> {
  const inscrit = await lireDossier(registre, etat.numero);
  if (inscrit === null) return null;
  const { journal, memoire, version } = inscrit;
  const connu = { ...memoireVierge(), ...memoire, journal, version };
  const entrees = new Set(etat.journal.map(({ id }) => id));
  const inconnu =
    journal.some(({ id }) => !entrees.has(id)) ||
    Object.keys(connu.issues).some((id) => !Object.hasOwn(etat.issues, id));
  return version > etat.version || inconnu ? connu : null;
}

/** What became of a situation to be written; once it is, who follows the person. */
export type SuiteSituation = { suite: 'APPLIQUEE'; suivi: Suivi } | { suite: 'DEPASSEE' | 'INCONNU' };

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
 * that the register does: the journey never had the answer of the earlier try, and asked again.
 * @param maintenant when the journey asked
 * @returns DEPASSEE when the register already holds this version or a later one, INCONNU when the dossier was erased.
 */
export async function enregistrerSituation(
  registre: Registre,
  etat: EtatParcours,
  situation: Situation,
  maintenant: Date,
): Promise<SuiteSituation> {
  const { numero, version, journal, issues, empreintes, courriers, termeAnnonce, changements, versionDomaine } = etat;
  const redite = and(eq(dossiers.version, version), lt(dossiers.majLe, maintenant), rienDAutre(etat));
  const [suivi] = await registre.db
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
      terme: situation.resultat.terme ?? null,
      alertes: situation.alertes.length,
      majLe: maintenant,
    })
    .where(and(eq(dossiers.numero, numero), or(lt(dossiers.version, version), redite)))
    .returning({ agence: dossiers.agence, referent: dossiers.referent });
  if (suivi) return { suite: 'APPLIQUEE', suivi };
  const [connu] = await registre.db
    .select({ numero: dossiers.numero })
    .from(dossiers)
    .where(eq(dossiers.numero, numero));
  return { suite: connu ? 'DEPASSEE' : 'INCONNU' };
}
