import { and, eq, gte, ne } from 'drizzle-orm';
import type { Numero } from '../../domain/dossier/numero';
import { deployerContenu } from '../contenus';
import type { Transaction } from '../ouvrir';
import { amorces, contenus, pointsDuMatin } from '../schema';

export interface PointsVides {
  /** How many digests spoke of it. */
  points: number;
  /** Hashes of the contents that they no longer refer to. */
  empreintes: string[];
}

/**
 * Takes away what the morning digests said, when they spoke of a dossier: its number with initials, and its tasks. That a digest left, to
 * whom and when, stays. One being handed over is left: it is of today, and is thrown away with its age.
 * @param depuis when the dossier was opened: none before speaks of it
 */
export async function viderPoints(
  tx: Transaction,
  { numero, depuis }: { numero: Numero; depuis: Date },
): Promise<PointsVides> {
  const lignes = await tx
    .select({ point: pointsDuMatin, contenu: contenus, amorce: amorces })
    .from(pointsDuMatin)
    .innerJoin(contenus, eq(contenus.sha256, pointsDuMatin.texteSha256))
    .leftJoin(amorces, eq(contenus.amorce, amorces.id))
    .where(and(gte(pointsDuMatin.tenteLe, depuis), ne(pointsDuMatin.statut, 'EN_REMISE')));
  const vides: PointsVides = { points: 0, empreintes: [] };
  for (const { point, contenu, amorce } of lignes) {
    const texte = (await deployerContenu(contenu, amorce)).toString('utf8');
    if (!texte.includes(numero)) continue;
    await tx
      .update(pointsDuMatin)
      .set({ texteSha256: null, htmlSha256: null })
      .where(and(eq(pointsDuMatin.referent, point.referent), eq(pointsDuMatin.jour, point.jour)));
    vides.points += 1;
    vides.empreintes.push(...[point.texteSha256, point.htmlSha256].filter((sha256) => sha256 !== null));
  }
  return vides;
}
