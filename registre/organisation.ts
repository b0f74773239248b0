import { eq } from 'drizzle-orm';
import type { Agence, Referent } from '../domain/dossier/personnes';
import { tracer } from './audit';
import type { Registre, Transaction } from './ouvrir';
import { agences, referents } from './schema';

/** Records an agency, or replaces what was known of it. */
export async function enregistrerAgence(registre: Registre, agence: Agence): Promise<void> {
  await registre.db
    .insert(agences)
    .values({ id: agence.id, agence })
    .onConflictDoUpdate({ target: agences.id, set: { agence } });
}

/** Whether the agency's people are reminded of the actualisations that nobody recorded. @returns false for an unknown agency */
export async function reglerRappelsActualisation(
  registre: Registre,
  { agence: id, rappels }: { agence: string; rappels: boolean },
  auteur: string,
  maintenant: Date,
): Promise<boolean> {
  return registre.db.transaction(async (tx) => {
    const [ligne] = await tx.select().from(agences).where(eq(agences.id, id)).for('update');
    if (ligne === undefined) return false;
    const agence: Agence = { ...ligne.agence, rappelsActualisation: rappels };
    await tx.update(agences).set({ agence }).where(eq(agences.id, id));
    const details = { agence: id, rappels };
    await tracer({ db: tx }, { numero: null, auteur, acte: 'RAPPELS_ACTUALISATION', details }, maintenant);
    return true;
  });
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
