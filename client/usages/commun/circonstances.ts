import { fixesParConvocation, lettresDecidees } from '../../../courriers';
import type { Numero } from '../../../domain/dossier/numero';
import type { OptionsSituer } from '../../../domain/parcours/situer';
import { lireCirconstances, type Registre } from '../../../registre';

/** What the letters of a journey depend on beside it, as its pass reads it: what is shown is what leaves. */
export async function lireOptions(
  registre: Registre,
  numero: Numero,
): Promise<Pick<OptionsSituer, 'entretiensFixes' | 'changementReferent' | 'decidees'>> {
  const { fixes, changementReferent, decisions } = await lireCirconstances(registre, numero);
  return { entretiensFixes: fixesParConvocation(fixes), changementReferent, decidees: lettresDecidees({ decisions }) };
}
