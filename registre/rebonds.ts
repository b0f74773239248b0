import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tort } from '../domain/catalogue/tort';
import type { Numero } from '../domain/dossier/numero';
import type { CourrierDu } from '../domain/parcours/parcours';
import { minutesAvantTentative, RENVOI_TENTATIVES } from '../domain/parcours/tentatives';
import { lireContenu } from './contenus';
import type { CourrierInscrit, EnvoiInscrit } from './courriers-lus';
import type { Registre, Transaction } from './ouvrir';
import { courriers, envois, rebonds, type SorteRebond } from './schema';
import { direAdresseRejetee } from './taches-adresse';

/** What a mail server said of a message, in the terms of the register. */
export interface RebondRecu {
  /** Message-IDs that it returns, the surest first: that of the message it speaks of is one of them, when the report kept it. */
  messageIds: readonly string[];
  /** Our own header, for reports that keep no Message-ID. */
  cle: string | null;
  /** Whom the report names, as far as it says; a letter may have been sent to a corrected address since. */
  destinataires: readonly string[];
  sorte: SorteRebond;
  /** Enhanced status code (RFC 3463): `5.1.1`. */
  code: string | null;
  /** Whose fault it is. */
  tort: Tort;
}

export type SuiteRebond =
  /** No e-mail of ours. */
  | { suite: 'INCONNU' }
  /** Noted: it is late, or it was known already. */
  | { suite: 'NOTE'; numero: Numero }
  /**
   * It came back; `aRenvoyer`: the letter, when no other channel took it, by the channel after. EMPECHE: by our fault, so that it goes
   * again by the same one, in `minutes`.
   */
  | { suite: 'REJETE' | 'EMPECHE'; numero: Numero; aRenvoyer: CourrierDu | null; minutes: number };

/**
 * Records a bounce: the e-mail is REJETE, a task asks for another address when it is at fault, and the letter waits for another
 * channel when none took it, or for its time when the fault is ours. The same report twice changes nothing more, and says again what is to be sent: its first reader may have died before.
 */
export async function inscrireRebond(registre: Registre, rebond: RebondRecu, maintenant: Date): Promise<SuiteRebond> {
  const rejet = await registre.db.transaction(async (tx) => {
    const cle = await cleDuRebond(tx, rebond);
    if (cle === null) return null;
    const [lettre] = await tx.select().from(courriers).where(eq(courriers.cle, cle)).for('update');
    const tous = await tx.select().from(envois).where(eq(envois.cle, cle)).orderBy(asc(envois.rang));
    const vises = nommes(
      tous.filter((e) => e.canal === 'EMAIL' && e.statut !== 'ECHEC'),
      rebond.destinataires,
    );
    const dernier = vises.at(-1);
    if (!lettre || !dernier) return null;
    const { sorte, code, tort } = rebond;
    await tx.insert(rebonds).values({ cle, rang: dernier.rang, sorte, code, recuLe: maintenant });
    if (sorte === 'RETARDE') return { lettre, dernier, aRenvoyer: false, minutes: 0 };
    // An uncertain one and the next carry the same Message-ID: what one came back from, the other did too.
    const rangs = vises.filter((e) => e.adresse === dernier.adresse).map((e) => e.rang);
    const erreur = `non distribué${code === null ? '' : ` (${code})`}`;
    await tx
      .update(envois)
      .set({ statut: 'REJETE', erreur, tort })
      .where(and(eq(envois.cle, cle), inArray(envois.rang, rangs)));
    const ailleurs = tous.some((e) => e.statut === 'PARTI' && !rangs.includes(e.rang));
    // One still in the hands of its journey goes on to the next channel by itself.
    const perdu = lettre.statut === 'A_REPRENDRE' && dernier.statut === 'REJETE';
    const aRenvoyer = !ailleurs && (lettre.statut === 'PARTI' || perdu);
    if (aRenvoyer) {
      const attend = { statut: 'A_REPRENDRE' as const, partiLe: null, majLe: maintenant };
      await tx.update(courriers).set(attend).where(eq(courriers.cle, cle));
    }
    return { lettre, dernier, aRenvoyer, minutes: tort === 'NOUS' ? attente(vises) : 0 };
  });
  if (!rejet) return { suite: 'INCONNU' };
  const { lettre, dernier, minutes } = rejet;
  const { numero } = lettre;
  if (rebond.sorte === 'RETARDE') return { suite: 'NOTE', numero };
  await direAdresseRejetee(registre, lettre, { ...dernier, tort: rebond.tort }, maintenant);
  const aRenvoyer = rejet.aRenvoyer ? await courrierDu(registre, lettre, dernier) : null;
  return { suite: minutes > 0 ? 'EMPECHE' : 'REJETE', numero, aRenvoyer, minutes };
}

/** Minutes before it goes again, by the times it went; 0 when that was often enough: its next channel takes over. @see reglePar */
const attente = (partis: readonly unknown[]): number =>
  partis.length >= RENVOI_TENTATIVES ? 0 : minutesAvantTentative(partis.length);

async function cleDuRebond(tx: Transaction, { messageIds, cle }: RebondRecu): Promise<string | null> {
  const connus =
    messageIds.length === 0
      ? []
      : await tx
          .select({ cle: envois.cle, messageId: envois.messageId })
          .from(envois)
          .where(inArray(envois.messageId, [...messageIds]));
  for (const id of messageIds) {
    const connu = connus.find((c) => c.messageId === id);
    if (connu) return connu.cle;
  }
  if (cle === null) return null;
  const [parCle] = await tx.select({ cle: envois.cle }).from(envois).where(eq(envois.cle, cle)).limit(1);
  return parCle?.cle ?? null;
}

/** The letter as the journey asked for it, what it announced included. */
async function courrierDu(
  registre: Registre,
  lettre: CourrierInscrit,
  { donneesSha256 }: EnvoiInscrit,
): Promise<CourrierDu> {
  const { cle, code, destinataire, base, datePrevue } = lettre;
  const donnees = await lireContenu(registre, donneesSha256);
  const { changement, remplace } = JSON.parse(donnees?.octets.toString('utf8') ?? '{}') as Pick<
    CourrierDu,
    'changement'
  > & { remplace?: { donnees: { cle: string } }[] };
  return {
    ...{ cle, code, destinataire, base, date: datePrevue },
    ...(changement ? { changement } : {}),
    ...(remplace ? { remplace: remplace.map((faux) => faux.donnees.cle) } : {}),
  };
}

/** Those to an address that the report names; all of them when it names none of ours, as after a forwarding. */
function nommes<E extends { adresse: string }>(courriels: E[], destinataires: readonly string[]): E[] {
  const dits = destinataires.map((d) => d.toLowerCase());
  const siens = courriels.filter((e) => dits.includes(e.adresse.toLowerCase()));
  return siens.length > 0 ? siens : courriels;
}

/** What mail servers said of the letters of a key. */
export async function rebondsDuCourrier(registre: Registre, cle: string): Promise<(typeof rebonds.$inferSelect)[]> {
  return registre.db.select().from(rebonds).where(eq(rebonds.cle, cle)).orderBy(asc(rebonds.id));
}
