import { and, asc, eq, isNull } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import type { Financement } from '../domain/parcours/demarches';
import type { FormationPreparee } from '../domain/parcours/formation-preparee';
import { tracer } from './audit';
import type { Base, Transaction } from './ouvrir';
import { demarches, formationsPreparees } from './schema';

type Ecriture = { db: Base | Transaction };

/** What may be said of a training that is prepared. */
export interface ContenuFormation {
  intitule: string;
  organisme: string | null;
  entreePrevue: DateCivile | null;
  financement: Financement | null;
}

/** A training of a dossier, and its steps that are done. */
export interface FormationInscrite extends FormationPreparee, ContenuFormation {
  version: number;
  abandonneePar: string | null;
  abandonMotif: string | null;
  faites: readonly { code: string; le: DateCivile; auteur: string }[];
}

/** Who says it, and when: the day where the person lives, and the instant. */
export interface Dite {
  numero: Numero;
  id: string;
  auteur: string;
  le: DateCivile;
}

/** The trainings that a person prepares, in the order in which they were first written down. */
export async function formationsDe({ db }: Ecriture, numero: Numero): Promise<FormationInscrite[]> {
  const formations = await db
    .select()
    .from(formationsPreparees)
    .where(eq(formationsPreparees.numero, numero))
    .orderBy(asc(formationsPreparees.creeeLe), asc(formationsPreparees.id));
  if (formations.length === 0) return [];
  const faites = await db
    .select()
    .from(demarches)
    .where(eq(demarches.numero, numero))
    .orderBy(asc(demarches.enregistreeLe), asc(demarches.code));
  return formations.map(({ numero: _numero, auteur: _auteur, creeeLe: _creeeLe, ...formation }) => ({
    ...formation,
    faites: faites
      .filter((faite) => faite.formation === formation.id)
      .map(({ code, faiteLe: le, auteur }) => ({ code, le, auteur })),
  }));
}

/** Writes a training down; false when its id is taken already. The trail holds its id and its route, and not a word of it. */
export async function inscrireFormation(
  tx: Ecriture,
  { numero, id, auteur, le, ...contenu }: Dite & ContenuFormation,
  maintenant: Date,
): Promise<boolean> {
  const [inscrite] = await tx.db
    .insert(formationsPreparees)
    .values({ id, numero, ...contenu, suivieLe: le, version: 1, auteur, creeeLe: maintenant })
    .onConflictDoNothing({ target: formationsPreparees.id })
    .returning({ id: formationsPreparees.id });
  if (inscrite === undefined) return false;
  const details = { formation: id, financement: contenu.financement };
  await tracer(tx, { numero, auteur, acte: 'FORMATION_PREPARER', details }, maintenant);
  return true;
}

/** A training of a dossier that nobody gave up. */
const vivante = ({ numero, id }: Pick<Dite, 'numero' | 'id'>) =>
  and(eq(formationsPreparees.id, id), eq(formationsPreparees.numero, numero), isNull(formationsPreparees.abandonneeLe));

/** Changes what a training says; false when it is not, or no longer, of the version that was seen. */
export async function changerFormation(
  tx: Ecriture,
  { numero, id, auteur, le, version, ...contenu }: Dite & ContenuFormation & { version: number },
  maintenant: Date,
): Promise<boolean> {
  const [changee] = await tx.db
    .update(formationsPreparees)
    .set({ ...contenu, suivieLe: le, version: version + 1 })
    .where(and(vivante({ numero, id }), eq(formationsPreparees.version, version)))
    .returning({ id: formationsPreparees.id });
  if (changee === undefined) return false;
  const details = { formation: id, financement: contenu.financement };
  await tracer(tx, { numero, auteur, acte: 'FORMATION_CHANGER', details }, maintenant);
  return true;
}

/** Gives a training up; false when the dossier has none such, or it was given up already. */
export async function abandonnerFormation(
  tx: Ecriture,
  { numero, id, auteur, le, motif }: Dite & { motif: string },
  maintenant: Date,
): Promise<boolean> {
  const [abandonnee] = await tx.db
    .update(formationsPreparees)
    .set({ abandonneeLe: le, abandonneePar: auteur, abandonMotif: motif })
    .where(vivante({ numero, id }))
    .returning({ id: formationsPreparees.id });
  if (abandonnee === undefined) return false;
  await tracer(tx, { numero, auteur, acte: 'FORMATION_ABANDONNER', details: { formation: id } }, maintenant);
  return true;
}

/** A step of a training. */
type DemarcheDite = Dite & { code: string };

/** Says a step done on a day; the first to say so is kept. False when it was said already. */
export async function inscrireDemarche(
  tx: Ecriture,
  { numero, id: formation, auteur, le, code, faiteLe }: DemarcheDite & { faiteLe: DateCivile },
  maintenant: Date,
): Promise<boolean> {
  const [inscrite] = await tx.db
    .insert(demarches)
    .values({ formation, numero, code, faiteLe, auteur, enregistreeLe: maintenant })
    .onConflictDoNothing()
    .returning({ code: demarches.code });
  if (inscrite === undefined) return false;
  await tx.db
    .update(formationsPreparees)
    .set({ suivieLe: le })
    .where(vivante({ numero, id: formation }));
  const details = { formation, demarche: code, le: faiteLe };
  await tracer(tx, { numero, auteur, acte: 'DEMARCHE_FAITE', details }, maintenant);
  return true;
}

/** Says a step not done after all. False when nobody said that it was. */
export async function retirerDemarche(
  tx: Ecriture,
  { numero, id: formation, auteur, le, code }: DemarcheDite,
  maintenant: Date,
): Promise<boolean> {
  const [retiree] = await tx.db
    .delete(demarches)
    .where(and(eq(demarches.formation, formation), eq(demarches.numero, numero), eq(demarches.code, code)))
    .returning({ code: demarches.code });
  if (retiree === undefined) return false;
  await tx.db
    .update(formationsPreparees)
    .set({ suivieLe: le })
    .where(vivante({ numero, id: formation }));
  await tracer(tx, { numero, auteur, acte: 'DEMARCHE_RETIRER', details: { formation, demarche: code } }, maintenant);
  return true;
}
