import { and, asc, eq } from 'drizzle-orm';
import type { DateCivile } from '../domain/dates';
import type { Numero } from '../domain/numero';
import type { Canal } from '../domain/personnes';
import type { Destinataire } from '../domain/resultat';
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
}

export interface Preparation {
  /**
   * A_ENVOYER: hand it over. INCERTAIN: an earlier attempt died without saying whether the letter left; hand it over all the
   * same, under the same Message-ID. DEJA_PARTI: hand nothing over.
   */
  suite: 'A_ENVOYER' | 'INCERTAIN' | 'DEJA_PARTI';
  /** The envoi to complete. */
  rang: number;
  /** How many times this envoi was tried, this one included. */
  tentative: number;
  /** Only for DEJA_PARTI. */
  partiLe: Date | null;
}

/**
 * Writes the letter, its contents and the attempt, and commits, before anything is handed over. Judged per channel, because
 * some letters take several. What follows a crash is read here: an attempt left EN_REMISE becomes INCERTAIN and keeps its
 * own contents, and a new envoi begins.
 */
export async function preparerCourrier(
  registre: Registre,
  envoi: EnvoiPrepare,
  maintenant: Date,
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
    const dernier = surCeCanal.at(-1);
    const interrompu = dernier?.statut === 'EN_REMISE';
    if (interrompu) await changerEnvoi(tx, envoi.cle, dernier.rang, { statut: 'INCERTAIN' });

    const reprise = dernier?.statut === 'ECHEC' ? dernier : undefined;
    const rang = reprise?.rang ?? anterieurs.length + 1;
    const tentative = (reprise?.tentatives ?? 0) + 1;
    await deposerContenus(tx, contenus.tous);
    const { canal, adresse, messageId, objet, gabarit, nomPdf } = envoi;
    const fixe = { canal, adresse, messageId, objet, gabarit, nomPdf, ...contenus.sha256 };
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

async function preparerContenus({ donnees, texte, html, pdf }: EnvoiPrepare) {
  const [json, enTexte, enHtml, enPdf] = await Promise.all([
    preparerContenu('application/json', JSON.stringify(donnees)),
    texte === null ? null : preparerContenu('text/plain', texte),
    html === null ? null : preparerContenu('text/html', html),
    pdf === null ? null : preparerContenu('application/pdf', pdf),
  ]);
  return {
    tous: [json, enTexte, enHtml, enPdf].filter((contenu) => contenu !== null),
    sha256: {
      donneesSha256: json.sha256,
      texteSha256: enTexte?.sha256 ?? null,
      htmlSha256: enHtml?.sha256 ?? null,
      pdfSha256: enPdf?.sha256 ?? null,
    },
  };
}

export type IssueEnvoi =
  /** The channel took it. */
  | { rang: number; statut: 'PARTI'; reponse: string }
  /** It surely did not leave; the letter waits for its next attempt. */
  | { rang: number; statut: 'ECHEC'; erreur: string };

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
    if (envoi.statut === 'PARTI' || envoi.statut === 'ECHEC') return;
    await changerEnvoi(tx, cle, rang, { ...issue, acheveLe: maintenant });
    if (courrier.statut !== 'EN_REMISE' && courrier.statut !== 'A_REPRENDRE') return;
    if (statut === 'PARTI') {
      await changerCourrier(tx, cle, { statut, partiLe: maintenant, majLe: maintenant });
    } else if (envoi.statut === 'EN_REMISE') {
      await changerCourrier(tx, cle, { statut: 'A_REPRENDRE', majLe: maintenant });
    }
  });
}

/**
 * Records that a letter will not leave (PERIME, EN_TACHE, ANNULE), became false since it left (RECTIFIE), or is true again (PARTI,
 * from RECTIFIE only). What left can become nothing else. Returns the statut held after the call.
 */
export async function cloreCourrier(
  registre: Registre,
  lettre: LettreVisee,
  statut: 'PERIME' | 'EN_TACHE' | 'ANNULE' | 'RECTIFIE' | 'PARTI',
  maintenant: Date,
): Promise<StatutInscrit> {
  return registre.db.transaction(async (tx) => {
    const courrier = await verrouillerCourrier(tx, lettre, statut, maintenant);
    const possible = statut === 'PARTI' ? courrier.statut === 'RECTIFIE' : !courrier.partiLe || statut === 'RECTIFIE';
    if (courrier.statut === statut || !possible) return courrier.statut;
    await changerCourrier(tx, lettre.cle, { statut, majLe: maintenant });
    return statut;
  });
}
