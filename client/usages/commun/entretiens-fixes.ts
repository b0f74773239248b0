import { fixesParConvocation } from '../../../courriers/entretien-prevu';
import type { Numero } from '../../../domain/dossier/numero';
import { entretiensFixes, type Registre } from '../../../registre';

/** When the appointment that each letter of a journey asks for was last fixed, as its pass reads it: what is shown is what leaves. */
export const lireEntretiensFixes = async (registre: Registre, numero: Numero): Promise<ReadonlyMap<string, string>> =>
  fixesParConvocation(await entretiensFixes(registre, numero));
