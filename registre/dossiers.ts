import { eq } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import { etatInitial, memoireVierge } from '../domain/parcours/etat-initial';
import type { EtatConnu, EtatParcours, Suivi } from '../domain/parcours/parcours';
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
