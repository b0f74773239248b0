import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErreurReglage, type Reglages } from './reglages';

/** Folder of the embedded register, as `demarrerPostgres` wants it. */
export const dossierRegistre = (reglages: Pick<Reglages, 'donnees'>): string => join(reglages.donnees, 'registre');

/**
 * Address of the register: `JALON_REGISTRE_URL`, else the embedded one's, whose password lies in its folder.
 * @throws ErreurReglage when the embedded register was never started
 */
export function urlRegistre(reglages: Pick<Reglages, 'donnees' | 'registre'>): string {
  if (reglages.registre.url) return reglages.registre.url;
  const fichier = join(dossierRegistre(reglages), 'mot-de-passe');
  try {
    const motDePasse = readFileSync(fichier, 'utf8').trim();
    return `postgresql://jalon:${motDePasse}@127.0.0.1:${reglages.registre.port}/jalon`;
  } catch {
    throw new ErreurReglage(
      `Le registre local n’existe pas encore (${fichier} est absent) : lancez « npm start » d’abord, ou donnez ` +
        'JALON_REGISTRE_URL pour utiliser un registre existant.',
    );
  }
}
