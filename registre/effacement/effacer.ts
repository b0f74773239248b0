import { eq, isNull, sql } from 'drizzle-orm';
import type { MotifEffacement } from '../../domain/dossier/effacement';
import { etatsFinals } from '../../domain/dossier/etats';
import type { Numero } from '../../domain/dossier/numero';
import { tracer } from '../audit';
import type { DossierInscrit } from '../dossiers';
import type { Registre, Transaction } from '../ouvrir';
import { type ComptesEffaces, dossiers, effacements } from '../schema';
import { viderPoints } from './points';

/** Nothing more is due to this journey: it only listens, or has closed. */
export const estFini = ({ situation }: Pick<DossierInscrit, 'situation'>): boolean =>
  situation !== null && etatsFinals.includes(situation.etat);

export interface OrdreEffacement {
  numero: Numero;
  /** Account, or `jalon`. */
  auteur: string;
  motif: MotifEffacement;
  /**
   * Erased before, and brought back with a copy: then it goes whatever its état was on the day of the copy. A first erasure leaves a
   * journey that lives again.
   */
  rejoue: boolean;
}

/** EFFACE: now. RIEN: the register held nothing of it. VIVANT: it lives again, nothing was changed. */
export type SuiteEffacement =
  | { suite: 'EFFACE'; contenus: number; points: number }
  | { suite: 'RIEN' }
  | { suite: 'VIVANT' };

/**
 * Erases a dossier from the register, in one transaction: its row takes with it all that refers to it, the bytes of its letters that no
 * other letter shares, and the morning digests that spoke of it. What stays is in `effacements` and in the audit trail.
 * @see sortsDesColonnes
 */
export async function effacerAuRegistre(
  registre: Registre,
  { numero, auteur, motif, rejoue }: OrdreEffacement,
  maintenant: Date,
): Promise<SuiteEffacement> {
  return registre.db.transaction(async (tx): Promise<SuiteEffacement> => {
    const [inscrit] = await tx.select().from(dossiers).where(eq(dossiers.numero, numero)).for('update');
    if (inscrit === undefined) {
      const nouveau = await retenir(tx, { numero, auteur, motif }, maintenant);
      if (nouveau && !rejoue)
        await tracer({ db: tx }, { numero, auteur, acte: 'EFFACER', details: { motif } }, maintenant);
      return { suite: 'RIEN' };
    }
    if (!rejoue && !estFini(inscrit)) return { suite: 'VIVANT' };
    await garder(tx, inscrit, { auteur, motif }, maintenant);
    const empreintes = await contenusDesLettres(tx, numero);
    await tx.delete(dossiers).where(eq(dossiers.numero, numero));
    const desPoints = await viderPoints(tx, { numero, depuis: inscrit.creeLe });
    const contenus = await jeterContenus(tx, [...empreintes, ...desPoints.empreintes]);
    const comptes = { contenus, points: desPoints.points };
    const trace = { numero, auteur, acte: rejoue ? 'EFFACER_REJOUER' : 'EFFACER', details: { motif, ...comptes } };
    await tracer({ db: tx }, trace, maintenant);
    return { suite: 'EFFACE', ...comptes };
  });
}

/** A number that only the list outside of the register, or the outboxes, knew. @returns whether it was not known as erased */
async function retenir(
  tx: Transaction,
  { numero, auteur, motif }: Omit<OrdreEffacement, 'rejoue'>,
  maintenant: Date,
): Promise<boolean> {
  const ligne = { numero, motif, demandeLe: maintenant, demandePar: auteur, effaceLe: maintenant };
  const retenus = await tx
    .insert(effacements)
    .values(ligne)
    .onConflictDoUpdate({
      target: effacements.numero,
      set: { effaceLe: maintenant },
      setWhere: isNull(effacements.effaceLe),
    })
    .returning({ numero: effacements.numero });
  return retenus.length > 0;
}

/** What stays of it: written before it goes, once; done again after a copy came back, the first figures stand. */
async function garder(
  tx: Transaction,
  inscrit: DossierInscrit,
  { auteur, motif }: Pick<OrdreEffacement, 'auteur' | 'motif'>,
  maintenant: Date,
): Promise<void> {
  const { numero, agence, etat, terme, creeLe: ouvertLe } = inscrit;
  const { rows } = await tx.execute<{ rendezVous: string[]; comptes: ComptesEffaces }>(sql`
    select coalesce((select jsonb_agg(id order by id) from rendez_vous where numero = ${numero}), '[]') as "rendezVous",
      jsonb_build_object(
        'courriers', coalesce((select jsonb_object_agg(quoi, nombre) from (
          select code || ' ' || statut as quoi, count(*) as nombre from courriers where numero = ${numero} group by 1) c), '{}'),
        'rendezVous', coalesce((select jsonb_object_agg(quoi, nombre) from (
          select sorte || ' ' || statut as quoi, count(*) as nombre from rendez_vous where numero = ${numero} group by 1) r), '{}')
      ) as comptes`);
  const { rendezVous, comptes } = rows[0]!;
  const reste = { agence, etat, ouvertLe, remiseLe: inscrit.dossier.dateRemise, terme, comptes };
  await tx
    .insert(effacements)
    .values({ numero, motif, demandeLe: maintenant, demandePar: auteur, ...reste, rendezVous, effaceLe: maintenant })
    .onConflictDoUpdate({
      target: effacements.numero,
      set: {
        ...Object.fromEntries(
          Object.entries(COLONNES_GARDEES).map(([nom, colonne]) => [
            nom,
            sql`coalesce(${effacements}.${sql.identifier(colonne)}, excluded.${sql.identifier(colonne)})`,
          ]),
        ),
        rendezVous: sql`case when ${effacements.rendezVous} @> excluded.rendez_vous then ${effacements.rendezVous} else ${effacements.rendezVous} || excluded.rendez_vous end`,
        acheveLe: null,
      },
    });
}

const COLONNES_GARDEES = {
  agence: 'agence',
  etat: 'etat',
  ouvertLe: 'ouvert_le',
  remiseLe: 'remise_le',
  terme: 'terme',
  comptes: 'comptes',
  effaceLe: 'efface_le',
} as const;

async function contenusDesLettres(tx: Transaction, numero: Numero): Promise<string[]> {
  const { rows } = await tx.execute<{ sha256: string }>(sql`
    select distinct v.sha256 from envois e join courriers c using (cle),
      lateral (values (e.donnees_sha256), (e.texte_sha256), (e.html_sha256), (e.pdf_sha256), (e.ics_sha256)) v (sha256)
    where c.numero = ${numero} and v.sha256 is not null`);
  return rows.map(({ sha256 }) => sha256);
}

/** Throws away contents that nothing refers to any more. @returns how many */
export async function jeterContenus(tx: Transaction, empreintes: readonly string[]): Promise<number> {
  if (empreintes.length === 0) return 0;
  const { rowCount } = await tx.execute(sql`
    delete from contenus c where c.sha256 = any(${sql.param([...empreintes])}::text[])
      and not exists (select from envois e where c.sha256 in (e.donnees_sha256, e.texte_sha256, e.html_sha256, e.pdf_sha256, e.ics_sha256))
      and not exists (select from points_du_matin p where c.sha256 in (p.texte_sha256, p.html_sha256))`);
  return rowCount ?? 0;
}
