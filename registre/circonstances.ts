import { type SQL, sql } from 'drizzle-orm';
import type { Agence } from '../domain/dossier/personnes';
import type { ChangementReferent, ReferentChange } from '../domain/parcours/changement-referent';
import type { SorteRendezVous } from '../domain/rendez-vous/sortes';
import { dernierRetour } from './interruptions';
import type { Registre } from './ouvrir';
import { demanderPiecesEtFormations, type PiecesEtFormations } from './pieces-et-formations';

/** What the letters of a journey depend on and the register alone knows. */
export interface Circonstances {
  /** When an appointment of each kind was last fixed, cancelled ones left out: UTC instants. */
  fixes: ReadonlyMap<SorteRendezVous, string>;
  /** Who follows the person since her référent changed; undefined when that never happened. */
  changementReferent: ReferentChange | undefined;
  /** What the agency of the dossier decides itself. */
  decisions: Agence['decisions'];
}

/** What a pass of a journey is told before it asks the law. */
export interface AvantPasse extends Circonstances {
  /** When Jalon came back from its last interruption, if what binds may still have to wait for it. */
  revenuLe: Date | null;
  /** What its tasks depend on. */
  connu: PiecesEtFormations;
}

interface Lues extends Record<string, unknown> {
  referent: string;
  change: ChangementReferent | null;
  fixes: Partial<Record<SorteRendezVous, string>>;
  decisions: Agence['decisions'] | null;
}

const colonnes = (numero: string): SQL => sql`
    referent, changement_referent as change,
    (select agences.agence -> 'decisions' from agences where agences.id = dossiers.agence) as decisions, (
      select coalesce(jsonb_object_agg(sorte, fixe), '{}') from (
        select sorte, max(fixe_le) as fixe from rendez_vous
        where numero = ${numero} and statut <> 'ANNULE' group by sorte) f) as fixes`;

function enCirconstances(lues: Lues | undefined): Circonstances {
  const { change = null, referent = '', fixes = {}, decisions = null } = lues ?? {};
  const parSorte = Object.entries(fixes) as [SorteRendezVous, string][];
  return {
    fixes: new Map(parSorte.map(([sorte, fixe]) => [sorte, new Date(fixe).toISOString()])),
    changementReferent: change === null ? undefined : { ...change, referent },
    decisions: decisions ?? undefined,
  };
}

export async function lireCirconstances(registre: Registre, numero: string): Promise<Circonstances> {
  const { rows } = await registre.db.execute<Lues>(
    sql`select ${colonnes(numero)} from dossiers where numero = ${numero}`,
  );
  return enCirconstances(rows[0]);
}

/** Read at once, since every pass of a journey asks. */
export async function lireAvantPasse(registre: Registre, numero: string, maintenant: Date): Promise<AvantPasse> {
  const { recues, formations } = demanderPiecesEtFormations(numero);
  const { rows } = await registre.db.execute<Lues & PiecesEtFormations & { revenu: Date | string | null }>(sql`
    select ${colonnes(numero)}, ${dernierRetour(registre, maintenant)} as revenu, ${recues} as recues, ${formations} as formations
    from dossiers where numero = ${numero}`);
  const { revenu, ...connu } = rows[0] ?? { revenu: null, recues: [], formations: [] };
  return {
    ...enCirconstances(rows[0]),
    revenuLe: revenu === null ? null : new Date(revenu),
    connu: { recues: connu.recues, formations: connu.formations },
  };
}
