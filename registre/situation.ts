import { and, eq, exists, lt, or, type SQL, sql } from 'drizzle-orm';
import type { EtatParcours, Suivi } from '../domain/parcours/parcours';
import type { Situation } from '../domain/parcours/situation';
import { cloreAttentes, deCesIds } from './messages-en-attente';
import type { Registre } from './ouvrir';
import { demanderPiecesEtFormations, type PiecesEtFormations } from './pieces-et-formations';
import { dossiers, messagesEnAttente } from './schema';

/** What became of a situation to be written; once it is, who follows the person, and what the register alone knows of the dossier. */
export type SuiteSituation =
  | { suite: 'APPLIQUEE'; suivi: Suivi; connu: PiecesEtFormations }
  | { suite: 'DEPASSEE' | 'INCONNU' };

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
 * more: every pass says so, and asks what it has to know of the dossier, in the same question.
 * @param maintenant when the journey asked
 * @returns DEPASSEE when the register already holds this version or a later one, INCONNU when the dossier was erased.
 */
export async function enregistrerSituation(
  registre: Registre,
  etat: EtatParcours,
  situation: Situation,
  maintenant: Date,
): Promise<SuiteSituation> {
  const { db } = registre;
  const { numero, version, journal, issues, empreintes, courriers, termeAnnonce, changements, versionDomaine } = etat;
  const redite = and(eq(dossiers.version, version), lt(dossiers.majLe, maintenant), rienDAutre(etat));
  const ecrite = db.$with('ecrite').as(
    db
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
      .returning({ agence: dossiers.agence, referent: dossiers.referent }),
  );
  const repondus = deCesIds(numero, Object.keys(issues));
  const retires = db.$with('retires').as(
    db
      .delete(messagesEnAttente)
      .where(and(repondus, exists(db.select({ agence: ecrite.agence }).from(ecrite))))
      .returning({ id: messagesEnAttente.id }),
  );
  const [inscrite] = await db
    .with(ecrite, retires)
    .select({
      suivi: { agence: ecrite.agence, referent: ecrite.referent },
      connu: demanderPiecesEtFormations(numero),
      retires: sql<string[]>`array(select id from retires)`,
    })
    .from(ecrite);
  if (inscrite) {
    const { suivi, connu, retires: ids } = inscrite;
    await cloreAttentes(registre, numero, ids, maintenant);
    return { suite: 'APPLIQUEE', suivi, connu };
  }
  const [connue] = await db.select({ numero: dossiers.numero }).from(dossiers).where(eq(dossiers.numero, numero));
  return { suite: connue ? 'DEPASSEE' : 'INCONNU' };
}
