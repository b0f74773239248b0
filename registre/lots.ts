import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import type { DateCivile } from '../domain/calendrier/dates';
import { baseTournee } from '../domain/catalogue/cle-courrier';
import type { Numero } from '../domain/dossier/numero';
import type { Canal } from '../domain/dossier/personnes';
import type { Tournee, TourneeEcrite } from '../domain/flotte/flotte';
import { COUPEE_APRES_MS } from '../domain/parcours/tentatives';
import { deposerContenusEnLot, preparerContenuVite } from './contenus';
import { CODE_FLOTTE, encoreConcernes } from './flotte';
import type { Registre, Transaction } from './ouvrir';
import { courriers, envois, retenues, type StatutInscrit, taches } from './schema';
import { estSuspendu, suspensionsEnCours } from './suspensions-courriers';
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

type Inscrit = Pick<typeof courriers.$inferSelect, 'cle' | 'statut' | 'incertain'>;
type Anterieur = Pick<typeof envois.$inferSelect, 'cle' | 'rang' | 'canal' | 'statut' | 'tentatives' | 'tenteLe'>;

/**
 * `preparerCourrier` for many letters of a tour at once: in one transaction, reads again whom the month concerns and what is held,
 * then writes letters, contents and attempts, before anything is handed over. A letter is absent from the answer when nobody wants
 * it any more, when it is held, when it already left, or when another process may be handing it over.
 */
export async function preparerLot<L extends LettreDeLot>(
  registre: Registre,
  tournee: TourneeEcrite,
  lettres: readonly L[],
  maintenant: Date,
): Promise<LotPrepare<L>> {
  if (lettres.length === 0) return { aRemettre: [], retenus: 0 };
  const contenus = lettres.map(contenusDe);
  return registre.db.transaction(async (tx) => {
    const voulus = await voulusDuLot(tx, tournee, lettres);
    const tenus = await tenusDuLot(tx, voulus);
    const { inscrits, neufs } = await verrouiller(tx, voulus, maintenant);
    const anterieurs = await envoisAnterieurs(
      tx,
      [...inscrits.keys()].filter((cle) => !neufs.has(cle)),
    );
    const retenus = voulus.filter(({ cle }) => tenus.has(cle) && enAttente(inscrits.get(cle)!));
    await changerStatut(
      tx,
      retenus.map((l) => l.cle),
      'RETENU',
      maintenant,
    );

    const interrompus: string[] = [];
    const essais = voulus.flatMap((lettre) => {
      const inscrit = inscrits.get(lettre.cle)!;
      if (tenus.has(lettre.cle) || !enAttente(inscrit)) return [];
      const essai = essayer(lettre.canal, anterieurs.get(lettre.cle) ?? [], maintenant);
      if (essai === null) return [];
      if (essai.interrompu) interrompus.push(lettre.cle);
      return [{ lettre, ...essai }];
    });
    await marquerInterrompus(tx, interrompus);
    const parCle = new Map(lettres.map((l, i) => [l.cle, contenus[i]!]));
    await deposerContenusEnLot(
      tx,
      essais.flatMap(({ lettre }) => parCle.get(lettre.cle)!.tous),
    );
    await inscrireEssais(
      tx,
      essais.map((e) => ({ ...e, sha256: parCle.get(e.lettre.cle)!.sha256 })),
      maintenant,
    );
    await changerStatut(
      tx,
      essais.map((e) => e.lettre.cle).filter((cle) => !neufs.has(cle)),
      'EN_REMISE',
      maintenant,
    );
    return {
      aRemettre: essais.map(({ lettre, rang, interrompu }) => ({ ...lettre, rang, incertain: interrompu })),
      retenus: retenus.length,
    };
  });
}

function contenusDe({ donnees, texte, html }: LettreDeLot) {
  const json = preparerContenuVite('application/json', JSON.stringify(donnees));
  const enTexte = preparerContenuVite('text/plain', texte);
  const enHtml = html === null ? null : preparerContenuVite('text/html', html);
  return {
    tous: [json, enTexte, ...(enHtml ? [enHtml] : [])],
    sha256: { donneesSha256: json.sha256, texteSha256: enTexte.sha256, htmlSha256: enHtml?.sha256 ?? null },
  };
}

const enAttente = ({ statut }: Inscrit): boolean =>
  statut === 'EN_REMISE' || statut === 'A_REPRENDRE' || statut === 'RETENU';

async function voulusDuLot<L extends LettreDeLot>(
  tx: Transaction,
  tournee: TourneeEcrite,
  lettres: readonly L[],
): Promise<(L & { agence: string })[]> {
  const agences = await encoreConcernes(tx, tournee, lettres);
  return lettres.flatMap((l) => {
    const agence = agences.get(l.numero);
    return agence === undefined ? [] : [{ ...l, agence }];
  });
}

/** Keys of the lot that someone holds, one by one or with all letters of their code or agency. */
async function tenusDuLot(
  tx: Transaction,
  lettres: readonly (LettreDeLot & { agence: string })[],
): Promise<Set<string>> {
  const suspensions = await suspensionsEnCours({ db: tx });
  const cles = lettres.map((l) => l.cle);
  const une = await tx
    .select({ cle: retenues.cle })
    .from(retenues)
    .where(and(isNull(retenues.leveeLe), inArray(retenues.cle, cles)));
  const tenus = new Set(une.map((r) => r.cle));
  for (const { cle, agence } of lettres) if (estSuspendu(suspensions, { code: CODE_FLOTTE, agence })) tenus.add(cle);
  return tenus;
}

/** Creates the missing rows and holds them all until the transaction ends, in the order of keys. */
async function verrouiller(tx: Transaction, lettres: readonly LettreDeLot[], maintenant: Date) {
  const inscrits = new Map<string, Inscrit>();
  if (lettres.length === 0) return { inscrits, neufs: new Set<string>() };
  const de = (lire: (lettre: LettreDeLot) => unknown) => sql.param(lettres.map(lire));
  const le = maintenant.toISOString();
  const { rows: crees } = await tx.execute<{ cle: string }>(sql`
    insert into courriers (cle, numero, code, destinataire, base, date_prevue, statut, cree_le, maj_le)
    select v.cle, v.numero, ${CODE_FLOTTE}, 'BENEFICIAIRE', v.base, v.prevue, 'EN_REMISE', ${le}::timestamptz, ${le}::timestamptz
    from unnest(${de((l) => l.cle)}::text[], ${de((l) => l.numero)}::text[], ${de((l) => l.base)}::text[],
      ${de((l) => l.datePrevue)}::date[]) as v (cle, numero, base, prevue)
    on conflict do nothing returning cle`);
  const { rows: lus } = await tx.execute<Inscrit & Record<string, unknown>>(sql`
    select cle, statut, incertain from courriers where cle = any(${de((l) => l.cle)}::text[]) order by cle for update`);
  for (const lu of lus) inscrits.set(lu.cle, lu);
  return { inscrits, neufs: new Set(crees.map((c) => c.cle)) };
}

async function envoisAnterieurs(tx: Transaction, cles: string[]): Promise<Map<string, Anterieur[]>> {
  const parCle = new Map<string, Anterieur[]>();
  if (cles.length === 0) return parCle;
  const { cle, rang, canal, statut, tentatives, tenteLe } = envois;
  const lus = await tx
    .select({ cle, rang, canal, statut, tentatives, tenteLe })
    .from(envois)
    .where(inArray(envois.cle, cles))
    .orderBy(asc(envois.rang));
  for (const lu of lus) parCle.set(lu.cle, [...(parCle.get(lu.cle) ?? []), lu]);
  return parCle;
}

/** The attempt to make on a channel; null when one may still be under way. */
function essayer(canal: Canal, anterieurs: readonly Anterieur[], maintenant: Date) {
  const ouvert = anterieurs.find((e) => e.statut === 'EN_REMISE');
  if (ouvert && maintenant.getTime() - ouvert.tenteLe.getTime() < COUPEE_APRES_MS) return null;
  const dernier = anterieurs.filter((e) => e.canal === canal).at(-1);
  const reprise = dernier?.statut === 'ECHEC' ? dernier : undefined;
  return {
    interrompu: ouvert !== undefined,
    rang: reprise?.rang ?? anterieurs.length + 1,
    tentatives: (reprise?.tentatives ?? 0) + 1,
  };
}

async function marquerInterrompus(tx: Transaction, cles: string[]): Promise<void> {
  if (cles.length === 0) return;
  await tx
    .update(envois)
    .set({ statut: 'INCERTAIN' })
    .where(and(inArray(envois.cle, cles), sql`${envois.statut} = 'EN_REMISE'`));
  await tx.update(courriers).set({ incertain: true }).where(inArray(courriers.cle, cles));
}

interface Essai {
  lettre: LettreDeLot;
  rang: number;
  tentatives: number;
  sha256: { donneesSha256: string; texteSha256: string; htmlSha256: string | null };
}

async function inscrireEssais(tx: Transaction, essais: Essai[], maintenant: Date): Promise<void> {
  if (essais.length === 0) return;
  const de = (lire: (essai: Essai) => unknown) => sql.param(essais.map(lire));
  const le = maintenant.toISOString();
  await tx.execute(sql`
    insert into envois (cle, rang, canal, adresse, message_id, objet, gabarit, tentatives, donnees_sha256, texte_sha256, html_sha256,
      statut, prepare_le, tente_le)
    select v.*, 'EN_REMISE', ${le}::timestamptz, ${le}::timestamptz
    from unnest(${de((e) => e.lettre.cle)}::text[], ${de((e) => e.rang)}::int[], ${de((e) => e.lettre.canal)}::text[],
      ${de((e) => e.lettre.adresse)}::text[], ${de((e) => e.lettre.messageId)}::text[], ${de((e) => e.lettre.objet)}::text[],
      ${de((e) => e.lettre.gabarit)}::text[], ${de((e) => e.tentatives)}::int[], ${de((e) => e.sha256.donneesSha256)}::text[],
      ${de((e) => e.sha256.texteSha256)}::text[], ${de((e) => e.sha256.htmlSha256)}::text[]) as v
    on conflict (cle, rang) do update set statut = 'EN_REMISE', tentatives = excluded.tentatives, adresse = excluded.adresse,
      objet = excluded.objet, gabarit = excluded.gabarit, donnees_sha256 = excluded.donnees_sha256,
      texte_sha256 = excluded.texte_sha256, html_sha256 = excluded.html_sha256, tente_le = excluded.tente_le, erreur = null,
      acheve_le = null`);
}

async function changerStatut(tx: Transaction, cles: string[], statut: StatutInscrit, maintenant: Date): Promise<void> {
  if (cles.length === 0) return;
  await tx.update(courriers).set({ statut, majLe: maintenant }).where(inArray(courriers.cle, cles));
}

/** What became of the attempt of a letter of a lot. REJETE: the address was refused for good, another channel may take it. */
export type IssueDeLot = { cle: string; rang: number } & (
  | { statut: 'PARTI'; reponse: string }
  | { statut: 'ECHEC' | 'REJETE'; erreur: string }
);

/** `completerCourrier` for many letters at once, with the same rules: what left stays as it left. */
export async function completerLot(registre: Registre, issues: readonly IssueDeLot[], maintenant: Date): Promise<void> {
  if (issues.length === 0) return;
  const triees = [...issues].sort((a, b) => (a.cle < b.cle ? -1 : 1));
  const colonne = (lire: (issue: IssueDeLot) => string | number | null) => sql.param(triees.map(lire));
  const vues = sql`unnest(${colonne((i) => i.cle)}::text[], ${colonne((i) => i.rang)}::int[],
    ${colonne((i) => i.statut)}::text[], ${colonne((i) => (i.statut === 'PARTI' ? i.reponse : null))}::text[],
    ${colonne((i) => (i.statut === 'PARTI' ? null : i.erreur))}::text[]) as v (cle, rang, statut, reponse, erreur)`;
  await registre.db.transaction(async (tx) => {
    await tx.execute(
      sql`select from courriers where cle = any(${colonne((i) => i.cle)}::text[]) order by cle for update`,
    );
    await tx.execute(sql`
      update envois e set statut = v.statut, reponse = v.reponse, erreur = v.erreur, acheve_le = ${maintenant.toISOString()}
      from ${vues} where e.cle = v.cle and e.rang = v.rang and e.statut in ('EN_REMISE', 'INCERTAIN')`);
    await tx.execute(sql`
      update courriers c set maj_le = ${maintenant.toISOString()},
        statut = case when v.statut = 'PARTI' then 'PARTI' else 'A_REPRENDRE' end,
        parti_le = case when v.statut = 'PARTI' then ${maintenant.toISOString()}::timestamptz else c.parti_le end
      from ${vues} where c.cle = v.cle and c.statut in ('EN_REMISE', 'A_REPRENDRE')`);
  });
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
