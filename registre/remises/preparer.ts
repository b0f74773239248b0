import { asc, sql } from 'drizzle-orm';
import type { Tort } from '../../domain/catalogue/tort';
import type { FeuVert } from '../../domain/parcours/feu-vert';
import { deposerAmorcesDe, depotDesContenus } from '../contenus';
import type { Transaction } from '../ouvrir';
import { courriers, envois, type StatutInscrit } from '../schema';
import type { ContenusPrets } from './contenus-de-remise';
import { type Anterieur, type Cadre, type Essai, essaiSuivant, reglePar } from './essai';
import type { EnvoiPrepare } from './lettre';
import { changerStatuts, devenir, EN_COURS, verrouiller } from './verrou';

export interface Preparation {
  /**
   * A_ENVOYER: hand it over. INCERTAIN: an earlier attempt died without saying whether the letter left; hand it over all the
   * same, under the same Message-ID. For all others hand nothing over: DEJA_PARTI on this channel, REJETE by this address before,
   * RETENU by someone, ANNULE because nobody wants it any more; in a batch, EN_COURS perhaps in another process, or CLOS.
   */
  suite: 'A_ENVOYER' | 'INCERTAIN' | 'DEJA_PARTI' | 'REJETE' | 'RETENU' | 'ANNULE' | 'EN_COURS' | 'CLOS';
  /** The envoi to complete; 0 when none was prepared. */
  rang: number;
  /** How many times this envoi was tried, this one included. */
  tentative: number;
  /** Only for DEJA_PARTI. */
  partiLe: Date | null;
  /** Only for REJETE: whose fault it was. */
  tort: Tort | null;
  /** Of its first attempt, whatever the settings became since: a letter keeps its identity. */
  messageId: string;
}

/** A hand-off with its contents made. */
export interface RemisePrete<E extends EnvoiPrepare = EnvoiPrepare> {
  envoi: E;
  contenus: ContenusPrets;
}

type EssaiEcrit = RemisePrete & Essai & { messageId: string };

const sansEssai = (suite: Preparation['suite'], messageId: string, regle?: Anterieur): Preparation => ({
  suite,
  rang: regle?.rang ?? 0,
  tentative: regle?.tentatives ?? 0,
  partiLe: suite === 'DEJA_PARTI' ? (regle?.acheveLe ?? null) : null,
  tort: suite === 'REJETE' ? (regle?.tort ?? null) : null,
  messageId,
});

/**
 * Writes letters, their contents and the attempts, before anything is handed over; one letter or hundreds, a key once. Judged per
 * channel, because some letters take several. What follows a crash is read here: an attempt left EN_REMISE becomes INCERTAIN and
 * keeps its own contents, and a new envoi begins.
 * @param juger asked once the letter's row is locked: does it still leave?
 * @returns in the order of the demand
 */
export async function preparerRemises<E extends EnvoiPrepare>(
  tx: Transaction,
  remises: readonly RemisePrete<E>[],
  cadre: Cadre,
  juger: (envoi: E) => FeuVert | Promise<FeuVert>,
  maintenant: Date,
): Promise<Preparation[]> {
  if (remises.length === 0) return [];
  const lettres = remises.map(({ envoi }) => envoi);
  const inscrits = await verrouiller(tx, lettres, 'EN_REMISE', maintenant);
  const connues = [...inscrits].flatMap(([cle, { neuf }]) => (neuf ? [] : [cle]));
  const anterieurs = await envoisAnterieurs(tx, connues);
  const essais: EssaiEcrit[] = [];
  const devenus = new Map<string, StatutInscrit>();
  const preparations: Preparation[] = [];
  for (const remise of remises) preparations.push(await preparerUne(remise));
  await marquerInterrompus(tx, essais);
  await inscrireEssais(tx, essais, maintenant);
  await changerStatuts(tx, devenus, maintenant);
  return preparations;

  async function preparerUne(remise: RemisePrete<E>): Promise<Preparation> {
    const { envoi } = remise;
    const { cle, canal } = envoi;
    const courrier = inscrits.get(cle);
    if (!courrier) throw new Error(`courrier ${cle} introuvable après son inscription`);
    const connus = anterieurs.get(cle) ?? [];
    const messageId = connus[0]?.messageId ?? envoi.messageId;
    const regle = reglePar(connus, envoi);
    if (regle) return sansEssai(regle.statut === 'PARTI' ? 'DEJA_PARTI' : 'REJETE', messageId, regle);
    if (cadre === 'CONCURRENT' && !EN_COURS.includes(courrier.statut)) return sansEssai('CLOS', messageId);
    const verdict = await juger(envoi);
    if (verdict !== 'PART') {
      const devenu = devenir(courrier, verdict);
      if (devenu !== null) devenus.set(cle, devenu);
      return sansEssai(verdict, messageId);
    }
    const essai = essaiSuivant(connus, canal, cadre, maintenant);
    if (essai === null) return sansEssai('EN_COURS', messageId);
    essais.push({ ...remise, ...essai, messageId });
    if (!courrier.neuf) devenus.set(cle, courrier.parti ? courrier.statut : 'EN_REMISE');
    const suite = essai.interrompus.length > 0 ? 'INCERTAIN' : 'A_ENVOYER';
    return { suite, rang: essai.rang, tentative: essai.tentative, partiLe: null, tort: null, messageId };
  }
}

async function envoisAnterieurs(tx: Transaction, cles: string[]): Promise<Map<string, Anterieur[]>> {
  const parCle = new Map<string, Anterieur[]>();
  if (cles.length === 0) return parCle;
  const { cle, rang, canal, adresse, messageId, statut, tort, tentatives, tenteLe, acheveLe } = envois;
  const lus = await tx
    .select({ cle, rang, canal, adresse, messageId, statut, tort, tentatives, tenteLe, acheveLe })
    .from(envois)
    .where(sql`${cle} = any(${sql.param(cles)}::text[])`)
    .orderBy(asc(rang));
  for (const { cle: sienne, ...lu } of lus) parCle.set(sienne, [...(parCle.get(sienne) ?? []), lu]);
  return parCle;
}

async function marquerInterrompus(tx: Transaction, essais: readonly EssaiEcrit[]): Promise<void> {
  const morts = essais.flatMap(({ envoi: { cle }, interrompus }) => interrompus.map((rang) => ({ cle, rang })));
  if (morts.length === 0) return;
  const cles = sql.param(morts.map((m) => m.cle));
  await tx.execute(sql`
    update envois e set statut = 'INCERTAIN' from unnest(${cles}::text[], ${sql.param(morts.map((m) => m.rang))}::int[]) as v (cle, rang)
    where e.cle = v.cle and e.rang = v.rang`);
  await tx.update(courriers).set({ incertain: true }).where(sql`${courriers.cle} = any(${cles}::text[])`);
}

/** The attempts and what they carry, in one question. */
async function inscrireEssais(tx: Transaction, essais: readonly EssaiEcrit[], maintenant: Date): Promise<void> {
  if (essais.length === 0) return;
  const contenus = essais.flatMap(({ contenus: { tous } }) => tous);
  await deposerAmorcesDe(tx, contenus);
  const de = (lire: (essai: EssaiEcrit) => unknown) => sql.param(essais.map(lire));
  const le = maintenant.toISOString();
  await tx.execute(sql`
    with deposes as (${depotDesContenus(contenus)})
    insert into envois (cle, rang, canal, adresse, message_id, objet, gabarit, nom_pdf, recommande, tentatives, donnees_sha256,
      texte_sha256, html_sha256, pdf_sha256, ics_sha256, statut, prepare_le, tente_le)
    select v.*, 'EN_REMISE', ${le}::timestamptz, ${le}::timestamptz
    from unnest(${de((e) => e.envoi.cle)}::text[], ${de((e) => e.rang)}::int[], ${de((e) => e.envoi.canal)}::text[],
      ${de((e) => e.envoi.adresse)}::text[], ${de((e) => e.messageId)}::text[], ${de((e) => e.envoi.objet)}::text[],
      ${de((e) => e.envoi.gabarit)}::text[], ${de((e) => e.envoi.nomPdf)}::text[],
      ${de((e) => e.envoi.recommande ?? false)}::boolean[], ${de((e) => e.tentative)}::int[],
      ${de((e) => e.contenus.sha256.donnees)}::text[], ${de((e) => e.contenus.sha256.texte)}::text[],
      ${de((e) => e.contenus.sha256.html)}::text[], ${de((e) => e.contenus.sha256.pdf)}::text[],
      ${de((e) => e.contenus.sha256.ics)}::text[]) as v
    on conflict (cle, rang) do update set statut = 'EN_REMISE', tentatives = excluded.tentatives, canal = excluded.canal,
      adresse = excluded.adresse, message_id = excluded.message_id, objet = excluded.objet, gabarit = excluded.gabarit,
      nom_pdf = excluded.nom_pdf, recommande = excluded.recommande, donnees_sha256 = excluded.donnees_sha256,
      texte_sha256 = excluded.texte_sha256, html_sha256 = excluded.html_sha256, pdf_sha256 = excluded.pdf_sha256,
      ics_sha256 = excluded.ics_sha256, tente_le = excluded.tente_le, erreur = null,
      tort = null, acheve_le = null`);
}
