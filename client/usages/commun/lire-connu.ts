import { type DossierInscrit, lireDossier, type Registre } from '../../../registre';
import { Refus } from './refus';

/** The dossier of a number, read once for all that follows. @throws Refus DOSSIER_INCONNU */
export async function lireConnu(registre: Registre, numero: string): Promise<DossierInscrit> {
  const inscrit = await lireDossier(registre, numero);
  if (inscrit === null) throw Refus.de('DOSSIER_INCONNU');
  return inscrit;
}
