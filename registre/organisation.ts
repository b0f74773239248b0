import type { Agence, Referent } from '../domain/dossier/personnes';
import type { Registre, Transaction } from './ouvrir';
import { agences, referents } from './schema';

/** Records an agency, or replaces what was known of it. */
export async function enregistrerAgence(registre: Registre, agence: Agence): Promise<void> {
  await registre.db
    .insert(agences)
    .values({ id: agence.id, agence })
    .onConflictDoUpdate({ target: agences.id, set: { agence } });
}

/** Records a counsellor, or replaces what was known of her. Her agency must exist. */
export async function enregistrerReferent(registre: Registre, referent: Referent): Promise<void> {
  const valeurs = { agence: referent.agence, referent };
  await registre.db
    .insert(referents)
    .values({ id: referent.id, ...valeurs })
    .onConflictDoUpdate({ target: referents.id, set: valeurs });
}

/** Makes sure that both exist; an opening never changes what is already known of them. */
export async function assurerOrganisation(tx: Transaction, agence: Agence, referent: Referent): Promise<void> {
  await tx.insert(agences).values({ id: agence.id, agence }).onConflictDoNothing();
  await tx.insert(referents).values({ id: referent.id, agence: referent.agence, referent }).onConflictDoNothing();
}

export async function listerAgences(registre: Registre): Promise<Agence[]> {
  const lignes = await registre.db.select().from(agences).orderBy(agences.id);
  return lignes.map((l) => l.agence);
}

export async function listerReferents(registre: Registre): Promise<Referent[]> {
  const lignes = await registre.db.select().from(referents).orderBy(referents.id);
  return lignes.map((l) => l.referent);
}
