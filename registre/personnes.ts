import { eq } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { Personnes } from '../domain/dossier/personnes';
import { tracer } from './audit';
import type { DossierInscrit } from './dossiers';
import type { Base, Registre, Transaction } from './ouvrir';
import { ligneIdentite } from './recherche';
import { agences, dossiers, identites, referents } from './schema';
import { classerAdresses } from './taches-adresse';

const colonnes = {
  identite: identites.identite,
  employeur: identites.employeur,
  agence: agences.agence,
  referent: referents.referent,
};

/** Everyone a dossier speaks of, as known now; null when the dossier is unknown or its person erased. */
export async function lirePersonnes(registre: { db: Base | Transaction }, numero: Numero): Promise<Personnes | null> {
  const [ligne] = await registre.db
    .select(colonnes)
    .from(dossiers)
    .innerJoin(identites, eq(identites.numero, dossiers.numero))
    .innerJoin(agences, eq(agences.id, dossiers.agence))
    .innerJoin(referents, eq(referents.id, dossiers.referent))
    .where(eq(dossiers.numero, numero));
  return ligne ?? null;
}

/** A dossier and everyone it speaks of, at once: every letter asks. Null when the dossier is unknown or its person erased. */
export async function lireDossierEtPersonnes(
  registre: Registre,
  numero: Numero,
): Promise<{ inscrit: DossierInscrit; personnes: Personnes } | null> {
  const [ligne] = await registre.db
    .select({
      inscrit: dossiers,
      personnes: colonnes,
    })
    .from(dossiers)
    .innerJoin(identites, eq(identites.numero, dossiers.numero))
    .innerJoin(agences, eq(agences.id, dossiers.agence))
    .innerJoin(referents, eq(referents.id, dossiers.referent))
    .where(eq(dossiers.numero, numero));
  return ligne ?? null;
}

/** What may be changed of the people of a dossier. */
export type Coordonnees = Pick<Personnes, 'identite' | 'employeur'>;

/**
 * Replaces who the people of a dossier are and where to reach them: the next letter reads it. What asked for an address that has
 * changed since is closed.
 * @param champs names of the fields that change, for the audit trail, which never holds their values
 * @returns false when the dossier is unknown or its person erased
 */
export async function enregistrerCoordonnees(
  registre: Registre,
  numero: Numero,
  { identite, employeur, champs, auteur }: Coordonnees & { champs: readonly string[]; auteur: string },
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const avant = await lirePersonnes({ db: tx }, numero);
    if (avant === null) return false;
    await tx.update(identites).set(ligneIdentite(numero, { identite, employeur })).where(eq(identites.numero, numero));
    await classerAdresses(tx, numero, avant, { ...avant, identite, employeur }, maintenant);
    await tracer({ db: tx }, { numero, auteur, acte: 'COORDONNEES', details: { champs } }, maintenant);
    return true;
  });
}
