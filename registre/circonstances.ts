import { sql } from 'drizzle-orm';
import type { ChangementReferent, ReferentChange } from '../domain/parcours/changement-referent';
import type { SorteRendezVous } from '../domain/rendez-vous/sortes';
import type { Registre } from './ouvrir';

/** What the letters of a journey depend on and the register alone knows. */
export interface Circonstances {
  /** When an appointment of each kind was last fixed, cancelled ones left out: UTC instants. */
  fixes: ReadonlyMap<SorteRendezVous, string>;
  /** Who follows the person since her référent changed; undefined when that never happened. */
  changementReferent: ReferentChange | undefined;
}

/** Read at once, since every pass of a journey asks. */
export async function lireCirconstances(registre: Registre, numero: string): Promise<Circonstances> {
  const { rows } = await registre.db.execute<{
    referent: string;
    change: ChangementReferent | null;
    fixes: Partial<Record<SorteRendezVous, string>>;
  }>(sql`
    select referent, changement_referent as change, (
      select coalesce(jsonb_object_agg(sorte, fixe), '{}') from (
        select sorte, max(fixe_le) as fixe from rendez_vous
        where numero = ${numero} and statut <> 'ANNULE' group by sorte) f) as fixes
    from dossiers where numero = ${numero}`);
  const [ligne] = rows;
  const { change = null, referent = '', fixes = {} } = ligne ?? {};
  const parSorte = Object.entries(fixes) as [SorteRendezVous, string][];
  return {
    fixes: new Map(parSorte.map(([sorte, fixe]) => [sorte, new Date(fixe).toISOString()])),
    changementReferent: change === null ? undefined : { ...change, referent },
  };
}
