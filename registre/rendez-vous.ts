import { and, asc, eq, gt, gte, lt, sql } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import type { CompteRendu, RendezVous, StatutRendezVous } from '../domain/rendez-vous/rendez-vous';
import { type ActionNouvelle, inscrireActions } from './actions';
import { tracer } from './audit';
import type { Registre, Transaction } from './ouvrir';
import { dossiers, rendezVous } from './schema';

/** An appointment with the times that its mail depends on, UTC instants in ISO 8601. */
export interface RendezVousInscrit extends RendezVous {
  creeLe: string;
  /** When the day or the place was last chosen: creation, then each move. */
  fixeLe: string;
  /** When it was cancelled, held or missed. */
  closLe: string | null;
  /** Grows with each act. */
  version: number;
}

/** What is chosen when it is planned or moved. */
export type CadreRendezVous = Pick<RendezVous, 'debut' | 'dureeMinutes' | 'mode' | 'lieu' | 'lien' | 'intitule'>;

export type NouveauRendezVous = CadreRendezVous & Pick<RendezVous, 'id' | 'numero' | 'sorte'>;

/**
 * FAIT: written now. DEJA_FAIT: it was so already, nothing changed. IMPOSSIBLE: the appointment is in another state, or belongs to
 * another dossier. INCONNU: no appointment has this id.
 */
export type SuiteRendezVous =
  | { suite: 'FAIT' | 'DEJA_FAIT' | 'IMPOSSIBLE'; rendezVous: RendezVousInscrit }
  | { suite: 'INCONNU'; rendezVous: null };

type Ligne = typeof rendezVous.$inferSelect;

const enRendezVous = ({
  versionSuivie: _suivie,
  domaine: _domaine,
  debut,
  creeLe,
  fixeLe,
  closLe,
  ...reste
}: Ligne): RendezVousInscrit => ({
  ...reste,
  debut: debut.toISOString(),
  creeLe: creeLe.toISOString(),
  fixeLe: fixeLe.toISOString(),
  closLe: closLe?.toISOString() ?? null,
});

export async function lireRendezVous(registre: Registre, id: string): Promise<RendezVousInscrit | null> {
  const [ligne] = await registre.db.select().from(rendezVous).where(eq(rendezVous.id, id));
  return ligne ? enRendezVous(ligne) : null;
}

/**
 * Host part of the UID of an appointment's invitations: that of the first one for its whole life, or a calendar would not know what
 * is moved or cancelled.
 * @param aujourdhui that of today's settings, kept when none was
 */
export async function domaineDuRendezVous(registre: Registre, id: string, aujourdhui: string): Promise<string> {
  const [ligne] = await registre.db
    .update(rendezVous)
    .set({ domaine: sql`coalesce(${rendezVous.domaine}, ${aujourdhui})` })
    .where(eq(rendezVous.id, id))
    .returning({ domaine: rendezVous.domaine });
  return ligne?.domaine ?? aujourdhui;
}

/** Every appointment of a dossier, whatever became of it, in order of time. */
export async function listerRendezVous(registre: Registre, numero: Numero): Promise<RendezVousInscrit[]> {
  const lignes = await registre.db
    .select()
    .from(rendezVous)
    .where(eq(rendezVous.numero, numero))
    .orderBy(asc(rendezVous.debut), asc(rendezVous.id));
  return lignes.map(enRendezVous);
}

/** Those of a dossier of which nobody said what became, in order of time. */
export async function rendezVousPrevus(registre: Registre, numero: Numero): Promise<RendezVousInscrit[]> {
  const lignes = await registre.db
    .select()
    .from(rendezVous)
    .where(and(eq(rendezVous.numero, numero), eq(rendezVous.statut, 'PREVU')))
    .orderBy(asc(rendezVous.debut), asc(rendezVous.id));
  return lignes.map(enRendezVous);
}

/** Plans an appointment; the same id twice plans one. */
export async function creerRendezVous(
  registre: Registre,
  nouveau: NouveauRendezVous,
  auteur: string,
  maintenant: Date,
): Promise<SuiteRendezVous> {
  return registre.db.transaction(async (tx) => {
    const { debut, ...reste } = nouveau;
    const [creee] = await tx
      .insert(rendezVous)
      .values({
        ...reste,
        debut: new Date(debut),
        statut: 'PREVU',
        sequence: 0,
        creeLe: maintenant,
        fixeLe: maintenant,
        version: 1,
        versionSuivie: 0,
      })
      .onConflictDoNothing({ target: rendezVous.id })
      .returning();
    if (creee) {
      await tracerActe(tx, creee, 'RDV_PLANIFIER', auteur, maintenant);
      return { suite: 'FAIT', rendezVous: enRendezVous(creee) };
    }
    const [connue] = await tx.select().from(rendezVous).where(eq(rendezVous.id, nouveau.id));
    if (!connue) throw new Error(`rendez-vous ${nouveau.id} introuvable après son inscription`);
    return { suite: connue.numero === nouveau.numero ? 'DEJA_FAIT' : 'IMPOSSIBLE', rendezVous: enRendezVous(connue) };
  });
}

/** Gives another day, duration, mode or place to an appointment that is still to come; its `sequence` grows. */
export function deplacerRendezVous(
  registre: Registre,
  id: string,
  cadre: CadreRendezVous,
  auteur: string,
  maintenant: Date,
): Promise<SuiteRendezVous> {
  return changer(registre, id, { acte: 'RDV_DEPLACER', auteur, maintenant }, (ligne) => {
    const { debut, ...reste } = cadre;
    const avant: Omit<CadreRendezVous, 'debut'> = ligne;
    const pareil =
      new Date(debut).getTime() === ligne.debut.getTime() &&
      (Object.keys(reste) as (keyof typeof reste)[]).every((champ) => avant[champ] === reste[champ]);
    if (ligne.statut !== 'PREVU') return 'IMPOSSIBLE';
    if (pareil) return 'DEJA_FAIT';
    return { ...reste, debut: new Date(debut), sequence: ligne.sequence + 1, fixeLe: maintenant };
  });
}

/** Cancels an appointment that is still to come; its `sequence` grows. */
export function annulerRendezVous(
  registre: Registre,
  id: string,
  auteur: string,
  maintenant: Date,
): Promise<SuiteRendezVous> {
  return changer(registre, id, { acte: 'RDV_ANNULER', auteur, maintenant }, (ligne) =>
    cloture(ligne, 'ANNULE', ['PREVU'], { sequence: ligne.sequence + 1, closLe: maintenant }),
  );
}

export interface Tenue {
  compteRendu: CompteRendu;
  /** Lines that the appointment adds to the shared action plan. */
  actions: readonly Omit<ActionNouvelle, 'numero' | 'rendezVous'>[];
}

/** Records that it was held, what was said and what was agreed, in one transaction. One believed missed may turn out held. */
export function tenirRendezVous(
  registre: Registre,
  id: string,
  { compteRendu, actions }: Tenue,
  auteur: string,
  maintenant: Date,
): Promise<SuiteRendezVous> {
  const juge = (ligne: Ligne) => cloture(ligne, 'TENU', ['PREVU', 'MANQUE'], { compteRendu, closLe: maintenant });
  return changer(registre, id, { acte: 'RDV_TENU', auteur, maintenant }, juge, async (tx, { numero }) => {
    await inscrireActions(
      tx,
      actions.map((action) => ({ ...action, numero, rendezVous: id })),
      maintenant,
    );
  });
}

/** Records that the person did not come. */
export function manquerRendezVous(
  registre: Registre,
  id: string,
  auteur: string,
  maintenant: Date,
): Promise<SuiteRendezVous> {
  return changer(registre, id, { acte: 'RDV_MANQUE', auteur, maintenant }, (ligne) =>
    cloture(ligne, 'MANQUE', ['PREVU'], { closLe: maintenant }),
  );
}

type Valeurs = Partial<typeof rendezVous.$inferInsert>;
type Jugement = Valeurs | 'DEJA_FAIT' | 'IMPOSSIBLE';

function cloture(
  ligne: Ligne,
  statut: StatutRendezVous,
  depuis: readonly StatutRendezVous[],
  valeurs: Valeurs,
): Jugement {
  if (ligne.statut === statut) return 'DEJA_FAIT';
  return depuis.includes(ligne.statut) ? { ...valeurs, statut } : 'IMPOSSIBLE';
}

async function changer(
  registre: Registre,
  id: string,
  { acte, auteur, maintenant }: { acte: string; auteur: string; maintenant: Date },
  juger: (ligne: Ligne) => Jugement,
  ensuite?: (tx: Transaction, ligne: Ligne) => Promise<void>,
): Promise<SuiteRendezVous> {
  return registre.db.transaction(async (tx): Promise<SuiteRendezVous> => {
    const [ligne] = await tx.select().from(rendezVous).where(eq(rendezVous.id, id)).for('update');
    if (!ligne) return { suite: 'INCONNU', rendezVous: null };
    const jugement = juger(ligne);
    if (typeof jugement === 'string') return { suite: jugement, rendezVous: enRendezVous(ligne) };
    const [changee] = await tx
      .update(rendezVous)
      .set({ ...jugement, version: ligne.version + 1 })
      .where(eq(rendezVous.id, id))
      .returning();
    if (!changee) throw new Error(`rendez-vous ${id} introuvable sous son verrou`);
    await ensuite?.(tx, changee);
    await tracerActe(tx, changee, acte, auteur, maintenant);
    return { suite: 'FAIT', rendezVous: enRendezVous(changee) };
  });
}

/** The audit keeps what was done to which appointment, and nothing of what was said there. */
function tracerActe(tx: Transaction, ligne: Ligne, acte: string, auteur: string, maintenant: Date): Promise<void> {
  const { id, numero, sorte, debut, sequence } = ligne;
  const details = { rendezVous: id, sorte, debut: debut.toISOString(), sequence };
  return tracer({ db: tx }, { numero, auteur, acte, details }, maintenant);
}

/** Says that the mail workflow looked at this version of the appointment. */
export async function suivreRendezVous(registre: Registre, id: string, version: number): Promise<void> {
  await registre.db
    .update(rendezVous)
    .set({ versionSuivie: sql`greatest(${rendezVous.versionSuivie}, ${version})` })
    .where(eq(rendezVous.id, id));
}

/** Appointments whose last act no mail workflow has looked at yet: an act cut half-way, or workers that are down. */
export async function rendezVousASuivre(registre: Registre, limite: number): Promise<RendezVousInscrit[]> {
  const lignes = await registre.db
    .select()
    .from(rendezVous)
    .where(gt(rendezVous.version, rendezVous.versionSuivie))
    .orderBy(asc(rendezVous.id))
    .limit(limite);
  return lignes.map(enRendezVous);
}

/** Those still to come of a counsellor, whoever with, that begin between two instants. */
export async function rendezVousDuReferent(
  registre: Registre,
  referent: string,
  entre: { debut: Date; fin: Date },
): Promise<RendezVousInscrit[]> {
  const lignes = await registre.db
    .select({ rendezVous })
    .from(rendezVous)
    .innerJoin(dossiers, eq(dossiers.numero, rendezVous.numero))
    .where(
      and(
        eq(dossiers.referent, referent),
        eq(rendezVous.statut, 'PREVU'),
        gte(rendezVous.debut, entre.debut),
        lt(rendezVous.debut, entre.fin),
      ),
    )
    .orderBy(asc(rendezVous.debut), asc(rendezVous.id));
  return lignes.map((ligne) => enRendezVous(ligne.rendezVous));
}
