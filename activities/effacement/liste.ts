import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { lireNumero, type Numero } from '../../domain/dossier/numero';

/**
 * The list of erasures outside of the register, one `numéro;jour` a line: a register brought back from a copy has forgotten those made
 * since. Numbers and dates alone; one written twice is harmless.
 */
export interface ListeEffacements {
  ajouter(numero: Numero, jour: string): Promise<void>;
  /** Every number of it, once, in the order of the list. */
  lire(): Promise<Numero[]>;
}

export function listeDansUnFichier(chemin: string): ListeEffacements {
  const lire = async () =>
    (
      await readFile(chemin, 'utf8').catch((erreur: NodeJS.ErrnoException) => {
        if (erreur.code === 'ENOENT') return '';
        throw erreur;
      })
    )
      .split(/\r?\n/)
      .flatMap((ligne) => {
        const lu = lireNumero(ligne.split(';')[0]!);
        return lu.ok ? [lu.numero] : [];
      });
  return {
    async ajouter(numero, jour) {
      if ((await lire()).includes(numero)) return;
      await mkdir(dirname(chemin), { recursive: true, mode: 0o700 });
      await appendFile(chemin, `${numero};${jour}\n`, { mode: 0o600, flush: true });
    },
    async lire() {
      return [...new Set(await lire())];
    },
  };
}
