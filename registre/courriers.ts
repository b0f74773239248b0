import { and, asc, eq } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import type { Numero } from '../domain/dossier/numero';
import type { Canal } from '../domain/dossier/personnes';
import type { Destinataire } from '../domain/dossier/resultat';
import type { FeuVert } from '../domain/parcours/feu-vert';
import { deposerContenus, preparerContenu } from './contenus';
import type { Registre, Transaction } from './ouvrir';
import { courriers, envois, type StatutInscrit } from './schema';

/** A letter, by what it is: the row exists once whatever becomes of it. */
export interface LettreVisee {
  /** `<numero>/<code>/<destinataire>/<base>` */
  cle: string;
  numero: Numero;
  code: string;
  destinataire: Destinataire;
  base: string;
  datePrevue: DateCivile;
}

/** What is about to be handed over, on which channel, to whom. */
export interface EnvoiPrepare extends LettreVisee {
  canal: Canal;
  /** E-mail address, phone number or postal address in one line. */
  adresse: string;
  /** Derives from the key: the same for every attempt. */
  messageId: string;
  objet: string;
  gabarit: string;
  /** Everything the template was given; kept as JSON. */
  donnees: unknown;
  texte: string | null;
  html: string | null;
  pdf: Uint8Array | null;
  nomPdf: string | null;
  /** Invitation that goes with it. */
  ics?: string | null;
  /** By post: recorded delivery. */
  recommande?: boolean;
}

export interface Preparation {
  /**
   * A_ENVOYER: hand it over. INCERTAIN: an earlier attempt died without saying whether the letter left; hand it over all the
   * same, under the same Message-ID. For all others hand nothing over: DEJA_PARTI on this channel, REJETE by this address before,
   * RETENU by someone, ANNULE because nobody wants it any more.
   */
  suite: 'A_ENVOYER' | 'INCERTAIN' | 'DEJA_PARTI' | 'REJETE' | 'RETENU' | 'ANNULE';
  /** The envoi to complete; 0 when none was prepared. */
  rang: number;
  /** How many times this envoi was tried, this one included. */
  tentative: number;
  /** Only for DEJA_PARTI. */
  partiLe: Date | null;
}

/** Asked in the transaction that writes the attempt, once the letter's row is locked: does it still leave? */
export type Juge = (tx: Transaction, lettre: LettreVisee) => Promise<FeuVert>;

/**
 * Writes the letter, its contents and the attempt, and commits, before anything is handed over. Judged per channel, because
 * some letters take several. What follows a crash is read here: an attempt left EN_REMISE becomes INCERTAIN and keeps its
 * own contents, and a new envoi begins.
 */
export async function preparerCourrier(
  registre: Registre,
  envoi: EnvoiPrepare,
  maintenant: Date,
  juger: Juge = async () => 'PART',
): Promise<Preparation> {
  const contenus = await preparerContenus(envoi);
  return registre.db.transaction(async (tx) => {
    const courrier = await verrouillerCourrier(tx, envoi, 'EN_REMISE', maintenant);
    const anterieurs = await tx.select().from(envois).where(eq(envois.cle, envoi.cle)).orderBy(asc(envois.rang));
    const surCeCanal = anterieurs.filter((e) => e.canal === envoi.canal);
    const parti = surCeCanal.find((e) => e.statut === 'PARTI');
    if (parti) {
      return { suite: 'DEJA_PARTI', rang: parti.rang, tentative: parti.tentatives, partiLe: parti.acheveLe };
    }
    const rejete = surCeCanal.find((e) => e.statut === 'REJETE' && e.adresse === envoi.adresse);
    if (rejete) return { suite: 'REJETE', rang: rejete.rang, tentative: rejete.tentatives, partiLe: null };
    const verdict = await juger(tx, envoi);
    if (verdict !== 'PART') {
      await arreter(tx, courrier, verdict, maintenant);
      return { suite: verdict, rang: 0, tentative: 0, partiLe: null };
    }
    const dernier = surCeCanal.at(-1);
    const interrompu = dernier?.statut === 'EN_REMISE';
    if (interrompu) await changerEnvoi(tx, envoi.cle, dernier.rang, { statut: 'INCERTAIN' });

    const reprise = dernier?.statut === 'ECHEC' ? dernier : undefined;
    const rang = reprise?.rang ?? anterieurs.length + 1;
    const tentative = (reprise?.tentatives ?? 0) + 1;
    await deposerContenus(tx, contenus.tous);
    const { canal, adresse, messageId, objet, gabarit, nomPdf, recommande = false } = envoi;
    const fixe = { canal, adresse, messageId, objet, gabarit, nomPdf, recommande, ...contenus.sha256 };
    const essai = {
      statut: 'EN_REMISE' as const,
      tentatives: tentative,
      tenteLe: maintenant,
      erreur: null,
      acheveLe: null,
    };
    await tx
      .insert(envois)
      .values({ cle: envoi.cle, rang, prepareLe: maintenant, ...fixe, ...essai })
      .onConflictDoUpdate({ target: [envois.cle, envois.rang], set: { ...fixe, ...essai } });
    await changerCourrier(tx, envoi.cle, {
      statut: courrier.partiLe ? courrier.statut : 'EN_REMISE',
      incertain: courrier.incertain || interrompu,
      majLe: maintenant,
    });
    return { suite: interrompu ? 'INCERTAIN' : 'A_ENVOYER', rang, tentative, partiLe: null };
  });
}

async function changerEnvoi(tx: Transaction, cle: string, rang: number, valeurs: Partial<typeof envois.$inferInsert>) {
  await tx
    .update(envois)
    .set(valeurs)
    .where(and(eq(envois.cle, cle), eq(envois.rang, rang)));
}

async function changerCourrier(tx: Transaction, cle: string, valeurs: Partial<typeof courriers.$inferInsert>) {
  await tx.update(courriers).set(valeurs).where(eq(courriers.cle, cle));
}

/** Creates the letter's row when it is missing, and holds it until the transaction ends. */
async function verrouillerCourrier(tx: Transaction, lettre: LettreVisee, statut: StatutInscrit, maintenant: Date) {
  const { cle, numero, code, destinataire, base, datePrevue } = lettre;
  await tx
    .insert(courriers)
    .values({ cle, numero, code, destinataire, base, datePrevue, statut, creeLe: maintenant, majLe: maintenant })
    .onConflictDoNothing();
  const [courrier] = await tx.select().from(courriers).where(eq(courriers.cle, cle)).for('update');
  if (!courrier) throw new Error(`courrier ${cle} introuvable après son inscription`);
  return courrier;
}

async function preparerContenus({ donnees, texte, html, pdf, ics = null }: EnvoiPrepare) {
  const [json, enTexte, enHtml, enPdf, enIcs] = await Promise.all([
    preparerContenu('application/json', JSON.stringify(donnees)),
    texte === null ? null : preparerContenu('text/plain', texte),
    html === null ? null : preparerContenu('text/html', html),
    pdf === null ? null : preparerContenu('application/pdf', pdf),
    ics === null ? null : preparerContenu('text/calendar', ics),
  ]);
  return {
    tous: [json, enTexte, enHtml, enPdf, enIcs].filter((contenu) => contenu !== null),
    sha256: {
      donneesSha256: json.sha256,
      texteSha256: enTexte?.sha256 ?? null,
      htmlSha256: enHtml?.sha256 ?? null,
      pdfSha256: enPdf?.sha256 ?? null,
      icsSha256: enIcs?.sha256 ?? null,
    },
  };
}

export type IssueEnvoi =
  /** The channel took it; `reste`: another one of the same level still has to. */
  | { rang: number; statut: 'PARTI'; reponse: string; reste?: boolean }
  /** It surely did not leave; the letter waits for its next attempt. */
  | { rang: number; statut: 'ECHEC'; erreur: string }
  /** The channel refused this address for good. */
  | { rang: number; statut: 'REJETE'; erreur: string };

/** What a letter may be while an attempt reports. */
const EN_COURS: readonly StatutInscrit[] = ['EN_REMISE', 'A_REPRENDRE', 'RETENU'];

/**
 * Records what became of an attempt. What left stays left: a late ECHEC of another attempt changes nothing, and an attempt
 * believed uncertain that reports PARTI after all settles the letter.
 */
export async function completerCourrier(
  registre: Registre,
  cle: string,
  issue: IssueEnvoi,
  maintenant: Date,
): Promise<void> {
  const { rang, statut } = issue;
  await registre.db.transaction(async (tx) => {
    const [courrier] = await tx.select().from(courriers).where(eq(courriers.cle, cle)).for('update');
    const [envoi] = await tx
      .select({ statut: envois.statut })
      .from(envois)
      .where(and(eq(envois.cle, cle), eq(envois.rang, rang)));
    if (!courrier || !envoi) throw new Error(`courrier ${cle} : envoi ${rang} inconnu du registre`);
    if (envoi.statut !== 'EN_REMISE' && envoi.statut !== 'INCERTAIN') return;
    const dit = statut === 'PARTI' ? { reponse: issue.reponse } : { erreur: issue.erreur };
    await changerEnvoi(tx, cle, rang, { statut, ...dit, acheveLe: maintenant });
    if (!EN_COURS.includes(courrier.statut)) return;
    if (statut === 'PARTI') {
      const partiLe = courrier.partiLe ?? maintenant;
      await changerCourrier(tx, cle, { partiLe, majLe: maintenant, statut: issue.reste ? 'A_REPRENDRE' : statut });
    } else if (envoi.statut === 'EN_REMISE') {
      await changerCourrier(tx, cle, { statut: 'A_REPRENDRE', majLe: maintenant });
    }
  });
}

type CourrierVerrouille = typeof courriers.$inferSelect;

/**
 * What becomes of a letter that must end as `statut`, given what it is; null when nothing changes. What left entirely can only
 * become false, or true again. One that left by one channel of two is a letter that left.
 */
function devenir(courrier: CourrierVerrouille, statut: StatutClos): StatutInscrit | null {
  if (courrier.statut === statut) return null;
  const enCours = EN_COURS.includes(courrier.statut);
  if (statut === 'PARTI') return courrier.statut === 'RECTIFIE' || (enCours && courrier.partiLe) ? 'PARTI' : null;
  if (!courrier.partiLe || statut === 'RECTIFIE') return statut;
  if (!enCours) return null;
  if (statut === 'ANNULE') return 'RECTIFIE';
  return statut === 'RETENU' ? 'A_REPRENDRE' : 'PARTI';
}

type StatutClos = 'PERIME' | 'EN_TACHE' | 'ANNULE' | 'RECTIFIE' | 'RETENU' | 'PARTI';

/** Nothing is handed over: the letter is held, or nobody wants it any more. */
async function arreter(tx: Transaction, courrier: CourrierVerrouille, statut: StatutClos, maintenant: Date) {
  const devenu = devenir(courrier, statut);
  if (devenu !== null) await changerCourrier(tx, courrier.cle, { statut: devenu, majLe: maintenant });
  return devenu ?? courrier.statut;
}

/**
 * Records that a letter will not leave (PERIME, EN_TACHE, ANNULE) or not now (RETENU), became false since it left (RECTIFIE), is
 * true again, or left by every channel that it could (PARTI). Returns the statut held after the call.
 */
export async function cloreCourrier(
  registre: Registre,
  lettre: LettreVisee,
  statut: StatutClos,
  maintenant: Date,
): Promise<StatutInscrit> {
  return registre.db.transaction(async (tx) =>
    arreter(tx, await verrouillerCourrier(tx, lettre, statut, maintenant), statut, maintenant),
  );
}
