import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { baseTournee } from '../domain/catalogue/cle-courrier';
import type { Numero } from '../domain/dossier/numero';
import type { Canal } from '../domain/dossier/personnes';
import type { Tournee, TourneeEcrite } from '../domain/flotte/flotte';
import { COUPEE_APRES_MS } from '../domain/parcours/tentatives';
import { blocagesEnCours, estBloque } from './blocages';
import { rappelsBloques } from './blocages-rappels';
import { CODE_FLOTTE, encoreConcernes } from './flotte';
import type { Registre, Transaction } from './ouvrir';
import { contenusDeRemise } from './remises/contenus-de-remise';
import { preparerRemises } from './remises/preparer';
import { courriers, retenues, taches } from './schema';
import type { TacheDeposee } from './taches';

/** A letter of a tour, on the one channel that this attempt takes. */
export interface LettreDeLot {
  numero: Numero;
  /** Of the situation that the letter was written from. */
  version: number;
  cle: string;
  base: string;
  datePrevue: DateCivile;
  canal: Canal;
  adresse: string;
  messageId: string;
  objet: string;
  gabarit: string;
  donnees: unknown;
  texte: string;
  html: string | null;
}

export interface LotPrepare<L> {
  /** To be handed over now, each with the rank of its envoi. */
  aRemettre: (L & { rang: number; incertain: boolean })[];
  /** Held: by someone, for the code, the agency or everything. */
  retenus: number;
}

/**
 * Many letters of a tour at once: in one transaction, reads again whom the month concerns and what is held, then writes letters,
 * contents and attempts, before anything is handed over. A letter is absent from the answer when nobody wants it any more, when it
 * is held, when it already left, or when another process may be handing it over.
 * @see preparerRemises
 */
export async function preparerLot<L extends LettreDeLot>(
  registre: Registre,
  tournee: TourneeEcrite,
  lettres: readonly L[],
  maintenant: Date,
): Promise<LotPrepare<L>> {
  if (lettres.length === 0) return { aRemettre: [], retenus: 0 };
  const remises = await Promise.all(
    lettres.map(async (lettre) => {
      const envoi = { ...lettre, code: CODE_FLOTTE, destinataire: 'BENEFICIAIRE' as const, pdf: null, nomPdf: null };
      return { lettre, envoi, contenus: await contenusDeRemise(envoi, true) };
    }),
  );
  return registre.db.transaction(async (tx) => {
    const agences = await encoreConcernes(tx, tournee, lettres);
    const voulues = remises.filter(({ envoi }) => agences.has(envoi.numero));
    const tenus = await tenusDuLot(tx, voulues, agences, maintenant);
    const juger = ({ cle }: { cle: string }) => (tenus.has(cle) ? 'RETENU' : 'PART');
    const preparations = await preparerRemises(tx, voulues, 'CONCURRENT', juger, maintenant);
    return {
      aRemettre: voulues.flatMap(({ lettre }, i) => {
        const { suite, rang, messageId } = preparations[i]!;
        return suite === 'A_ENVOYER' || suite === 'INCERTAIN'
          ? [{ ...lettre, rang, messageId, incertain: suite === 'INCERTAIN' }]
          : [];
      }),
      retenus: preparations.filter(({ suite }) => suite === 'RETENU').length,
    };
  });
}

/** Keys of the lot that someone holds, one by one, with all letters of their code or agency, or with the reminders of their person. */
async function tenusDuLot(
  tx: Transaction,
  remises: readonly { envoi: { cle: string; numero: Numero } }[],
  agences: ReadonlyMap<Numero, string>,
  maintenant: Date,
): Promise<Set<string>> {
  const blocages = await blocagesEnCours({ db: tx });
  const cles = remises.map(({ envoi }) => envoi.cle);
  const une = await tx
    .select({ cle: retenues.cle })
    .from(retenues)
    .where(and(isNull(retenues.leveeLe), inArray(retenues.cle, cles)));
  const tenus = await rappelsBloques({ db: tx }, cles, maintenant);
  for (const { cle } of une) tenus.add(cle);
  for (const { envoi } of remises) {
    if (estBloque(blocages, { code: CODE_FLOTTE, agence: agences.get(envoi.numero)! })) tenus.add(envoi.cle);
  }
  return tenus;
}

/** A letter that no channel of its person can take: closed EN_TACHE, with a task that is one for the dossier, not one a month. */
export async function confierLot(
  registre: Registre,
  tournee: TourneeEcrite,
  lettres: readonly Pick<LettreDeLot, 'numero' | 'version' | 'cle' | 'base' | 'datePrevue'>[],
  tache: (numero: Numero) => TacheDeposee,
  maintenant: Date,
): Promise<number> {
  if (lettres.length === 0) return 0;
  return registre.db.transaction(async (tx) => {
    const voulus = await encoreConcernes(tx, tournee, lettres);
    const lignes = lettres
      .filter((l) => voulus.has(l.numero))
      .map(({ cle, numero, base, datePrevue }) => ({
        ...{ cle, numero, code: CODE_FLOTTE, destinataire: 'BENEFICIAIRE' as const, base, datePrevue },
        ...{ statut: 'EN_TACHE' as const, creeLe: maintenant, majLe: maintenant },
      }));
    if (lignes.length === 0) return 0;
    await tx
      .insert(courriers)
      .values(lignes)
      .onConflictDoUpdate({
        target: courriers.cle,
        set: { statut: 'EN_TACHE', majLe: maintenant },
        setWhere: isNull(courriers.partiLe),
      });
    await deposerTaches(
      tx,
      lignes.map((l) => tache(l.numero)),
      maintenant,
    );
    return lignes.length;
  });
}

/** Leaves many tasks at once; those already there stay as they are. Returns how many are new. */
export async function deposerTaches(
  tx: Transaction | Registre['db'],
  nouvelles: readonly TacheDeposee[],
  maintenant: Date,
): Promise<number> {
  if (nouvelles.length === 0) return 0;
  const deposees = await tx
    .insert(taches)
    .values(nouvelles.map((tache) => ({ ...tache, statut: 'A_FAIRE' as const, creeLe: maintenant })))
    .onConflictDoNothing({ target: taches.cle })
    .returning({ id: taches.id });
  return deposees.length;
}

/** Closes as PERIME what a tour could not send while it was useful, an attempt cut in the middle included. */
export async function perimerTournee(registre: Registre, tournee: Tournee, maintenant: Date): Promise<number> {
  const coupeAvant = new Date(maintenant.getTime() - COUPEE_APRES_MS).toISOString();
  const { rowCount } = await registre.db.execute(sql`
    update courriers set statut = 'PERIME', incertain = incertain or statut = 'EN_REMISE', maj_le = ${maintenant.toISOString()}
    where code = ${sql.raw(`'${CODE_FLOTTE}'`)} and base = ${baseTournee(tournee)}
      and (statut in ('A_REPRENDRE', 'RETENU') or (statut = 'EN_REMISE' and maj_le < ${coupeAvant}))`);
  return rowCount ?? 0;
}
