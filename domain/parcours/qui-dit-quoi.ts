import type { EtatParcours } from './parcours';
import type { Portees } from './portees';

/** The PROLONGATION that each letter carries, by the key of that letter. */
export const parPorteuse = (portees: Portees): ReadonlyMap<string, { cle: string; base: string }> =>
  new Map([...portees].map(([cle, { base, porteuse }]) => [porteuse, { cle, base }]));

/** Keys of the false letters that each letter takes the place of: those remembered so, and those of just now. */
export function parRemplacant(
  courriers: EtatParcours['courriers'],
  remplacements: Readonly<Record<string, string>>,
): ReadonlyMap<string, string[]> {
  const par = new Map<string, string[]>();
  for (const [cle, { statut, remplacePar }] of Object.entries(courriers)) {
    const remplacant = remplacements[cle] ?? (statut === 'RECTIFIE' ? remplacePar : undefined);
    if (remplacant !== undefined) par.set(remplacant, [...(par.get(remplacant) ?? []), cle]);
  }
  return par;
}
