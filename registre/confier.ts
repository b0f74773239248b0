import { and, eq, inArray } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import { changerDeReferent } from '../domain/parcours/changement-referent';
import { tracer } from './audit';
import type { Registre } from './ouvrir';
import { dossiers, referents, taches } from './schema';

/** Which dossiers change hands: these, or all those of a counsellor. */
export type DossiersConfies = { numeros: readonly Numero[] } | { de: string };

export type SuiteConfier =
  /** Those that changed hands; those that were there already are not among them. */
  | { suite: 'CONFIES'; numeros: Numero[] }
  | { suite: 'REFERENT_INCONNU'; inconnu: string }
  | { suite: 'DOSSIER_INCONNU'; inconnus: Numero[] };

/**
 * Gives dossiers to another counsellor, and to her agency: what reads the register (digest, tasks, lists, letters) follows at once, and
 * the former one receives nothing more of them. All of them or none.
 * @param qui.agence when given, dossiers of another agency are unknown
 */
export async function confierDossiers(
  registre: Registre,
  quoi: DossiersConfies,
  { a, auteur, agence: parmi }: { a: string; auteur: string; agence?: string | null },
  maintenant: Date,
): Promise<SuiteConfier> {
  return registre.db.transaction(async (tx): Promise<SuiteConfier> => {
    const connus = await tx
      .select({ id: referents.id, agence: referents.agence })
      .from(referents)
      .where(inArray(referents.id, 'de' in quoi ? [a, quoi.de] : [a]));
    const neuf = connus.find((r) => r.id === a);
    if (!neuf) return { suite: 'REFERENT_INCONNU', inconnu: a };
    if ('de' in quoi && !connus.some((r) => r.id === quoi.de)) return { suite: 'REFERENT_INCONNU', inconnu: quoi.de };
    const vises = await tx
      .select({
        numero: dossiers.numero,
        agence: dossiers.agence,
        referent: dossiers.referent,
        changementReferent: dossiers.changementReferent,
      })
      .from(dossiers)
      .where(
        and(
          'de' in quoi ? eq(dossiers.referent, quoi.de) : inArray(dossiers.numero, [...quoi.numeros]),
          parmi === undefined ? undefined : eq(dossiers.agence, parmi ?? ''),
        ),
      )
      .orderBy(dossiers.numero)
      .for('update');
    const trouves = new Set(vises.map((d) => d.numero));
    const inconnus = 'de' in quoi ? [] : quoi.numeros.filter((numero) => !trouves.has(numero));
    if (inconnus.length > 0) return { suite: 'DOSSIER_INCONNU', inconnus };
    const changes = vises.filter((d) => d.referent !== a || d.agence !== neuf.agence);
    for (const change of changes) {
      const { numero, agence, referent } = change;
      await tx
        .update(dossiers)
        .set({ referent: a, agence: neuf.agence, changementReferent: changerDeReferent(change, a, maintenant) })
        .where(and(eq(dossiers.numero, numero), eq(dossiers.referent, referent)));
      // What was given to a colleague stays with who follows the dossier now.
      await tx
        .update(taches)
        .set({ confieeA: null })
        .where(and(eq(taches.numero, numero), eq(taches.statut, 'A_FAIRE')));
      const details = { de: referent, a, ...(agence === neuf.agence ? {} : { agence: neuf.agence }) };
      await tracer({ db: tx }, { numero, auteur, acte: 'CONFIER', details }, maintenant);
    }
    return { suite: 'CONFIES', numeros: changes.map((d) => d.numero) };
  });
}
