import { and, eq, inArray } from 'drizzle-orm';
import type { Numero } from '../domain/dossier/numero';
import { changerDeReferent } from '../domain/parcours/changement-referent';
import { tracer } from './audit';
import type { Base, Registre, Transaction } from './ouvrir';
import { dossiers, referents, taches } from './schema';

/** Which dossiers change hands: these, or all those of a counsellor. */
export type DossiersConfies = { numeros: readonly Numero[] } | { de: string };

export type SuiteConfier =
  /** Those that changed hands; those that were there already are not among them. */
  | { suite: 'CONFIES'; numeros: Numero[] }
  | { suite: 'REFERENT_INCONNU'; inconnu: string }
  | { suite: 'DOSSIER_INCONNU'; inconnus: Numero[] };

/** What is to change hands, and to whose agency; or who or what of it nobody knows. */
export type DossiersVises =
  | { suite: 'VISES'; agence: string; changes: DossierVise[]; deja: Numero[] }
  | Exclude<SuiteConfier, { suite: 'CONFIES' }>;

type DossierVise = Pick<typeof dossiers.$inferSelect, 'numero' | 'agence' | 'referent' | 'changementReferent'>;

/** To whom, and among which dossiers: `agence` when given, those of another agency are unknown. */
interface Vers {
  a: string;
  agence?: string | null | undefined;
}

/** What giving dossiers over bears on; the act locks them first. */
export async function viserDossiers(
  { db }: { db: Base | Transaction },
  quoi: DossiersConfies,
  { a, agence: parmi }: Vers,
  verrou = false,
): Promise<DossiersVises> {
  const connus = await db
    .select({ id: referents.id, agence: referents.agence })
    .from(referents)
    .where(inArray(referents.id, 'de' in quoi ? [a, quoi.de] : [a]));
  const neuf = connus.find((r) => r.id === a);
  if (!neuf) return { suite: 'REFERENT_INCONNU', inconnu: a };
  if ('de' in quoi && !connus.some((r) => r.id === quoi.de)) return { suite: 'REFERENT_INCONNU', inconnu: quoi.de };
  const { numero, agence, referent, changementReferent } = dossiers;
  const lus = db
    .select({ numero, agence, referent, changementReferent })
    .from(dossiers)
    .where(
      and(
        'de' in quoi ? eq(referent, quoi.de) : inArray(numero, [...quoi.numeros]),
        parmi === undefined ? undefined : eq(agence, parmi ?? ''),
      ),
    )
    .orderBy(numero);
  const vises = await (verrou ? lus.for('update') : lus);
  const trouves = new Set(vises.map((vise) => vise.numero));
  const inconnus = 'de' in quoi ? [] : quoi.numeros.filter((voulu) => !trouves.has(voulu));
  if (inconnus.length > 0) return { suite: 'DOSSIER_INCONNU', inconnus };
  const changes = vises.filter((vise) => vise.referent !== a || vise.agence !== neuf.agence);
  const deja = vises.filter((vise) => !changes.includes(vise)).map((vise) => vise.numero);
  return { suite: 'VISES', agence: neuf.agence, changes, deja };
}

/**
 * Gives dossiers to another counsellor, and to her agency: what reads the register (digest, tasks, lists, letters) follows at once, and
 * the former one receives nothing more of them. All of them or none.
 */
export async function confierDossiers(
  registre: Registre,
  quoi: DossiersConfies,
  { auteur, ...vers }: Vers & { auteur: string },
  maintenant: Date,
): Promise<SuiteConfier> {
  return registre.db.transaction(async (tx): Promise<SuiteConfier> => {
    const vises = await viserDossiers({ db: tx }, quoi, vers, true);
    if (vises.suite !== 'VISES') return vises;
    for (const change of vises.changes) {
      const { numero, agence, referent } = change;
      await tx
        .update(dossiers)
        .set({
          referent: vers.a,
          agence: vises.agence,
          changementReferent: changerDeReferent(change, vers.a, maintenant),
        })
        .where(and(eq(dossiers.numero, numero), eq(dossiers.referent, referent)));
      // What was given to a colleague stays with who follows the dossier now.
      await tx
        .update(taches)
        .set({ confieeA: null })
        .where(and(eq(taches.numero, numero), eq(taches.statut, 'A_FAIRE')));
      const details = { de: referent, a: vers.a, ...(agence === vises.agence ? {} : { agence: vises.agence }) };
      await tracer({ db: tx }, { numero, auteur, acte: 'CONFIER', details }, maintenant);
    }
    return { suite: 'CONFIES', numeros: vises.changes.map(({ numero }) => numero) };
  });
}
