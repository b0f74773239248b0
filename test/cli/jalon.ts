import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { executer } from '../../client/cli/main';
import { racine } from '../../commun/racine';

export const exemple = (...chemin: string[]): string => join(racine, 'exemples', ...chemin);

export interface OptionsJalon {
  entree?: string;
  /** What the command takes for now; by default, now. */
  maintenant?: Date;
  env?: Record<string, string>;
}

export interface Sortie {
  statut: number;
  texte: string;
  erreurs: string;
}

/** One command line, its streams kept; `env` is laid over that of the process. */
export async function lancer(
  ligne: string[],
  { entree = '', env = {}, maintenant = new Date() }: OptionsJalon = {},
): Promise<Sortie> {
  const [sortie, erreurs] = [new PassThrough(), new PassThrough()];
  const textes: Promise<string>[] = [sortie, erreurs].map(async (flux) => {
    let texte = '';
    for await (const morceau of flux) texte += morceau;
    return texte;
  });
  const statut = await executer(ligne, {
    entree: Readable.from([Buffer.from(entree)]),
    sortie,
    erreurs,
    env: { ...process.env, ...env },
    maintenant: () => maintenant,
  });
  sortie.end();
  erreurs.end();
  const [texte, dit] = await Promise.all(textes);
  return { statut, texte: ordinaires(texte!), erreurs: ordinaires(dit!) };
}

/** No-break spaces made plain: what is said matters here, not how its lines end. */
const ordinaires = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

/** The longest line. */
export const largeur = (texte: string) => Math.max(...texte.split('\n').map((l) => l.length));
