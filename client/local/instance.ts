import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assurerDossier } from '../../commun/assurer-dossier';
import { ErreurReglage } from '../../commun/reglages';
import { commande, estVivant } from './processus';

interface Temoin {
  pid: number;
  adresse: string;
}

/**
 * One launcher per data folder: a second one would adopt the servers of the first, then stop them under its feet.
 * @returns what gives the folder back
 * @throws ErreurReglage when another launcher holds it, or when it cannot be a folder
 */
export async function prendreDossier(donnees: string, adresse: string): Promise<() => void> {
  assurerDossier('JALON_DONNEES', donnees);
  const fichier = join(donnees, 'jalon.pid');
  const temoin: Temoin = { pid: process.pid, adresse };
  for (;;) {
    try {
      writeFileSync(fichier, JSON.stringify(temoin), { flag: 'wx' });
      return () => rmSync(fichier, { force: true });
    } catch (erreur) {
      if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur;
    }
    const autre = lire(fichier);
    if (autre && (await estUnLanceur(autre.pid))) {
      throw new ErreurReglage(
        `Jalon tourne déjà sur ces données (${donnees}), à l’adresse ${autre.adresse} : arrêtez-le d’abord ` +
          `(processus ${autre.pid}), ou choisissez un autre dossier avec JALON_DONNEES.`,
      );
    }
    rmSync(fichier, { force: true });
  }
}

function lire(fichier: string): Temoin | null {
  try {
    return JSON.parse(readFileSync(fichier, 'utf8')) as Temoin;
  } catch {
    return null;
  }
}

/** A pid may have been given to another program since its owner was killed. */
const estUnLanceur = async (pid: number): Promise<boolean> =>
  pid !== process.pid && estVivant(pid) && (await commande(pid)).includes('demarrer.ts');
