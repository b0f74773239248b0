import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { racine } from '../../commun/racine';
import type { ReglagesFournisseur } from './fournisseur-identite';

/** A provider that runs, and the browser of whoever is sent there. */
export interface FournisseurDeTest {
  adresse: string;
  /**
   * Follows a browser from the address that it is sent to, until it is sent back to Jalon; it keeps the provider's cookies.
   * @param reponse what it says when it is asked who it is
   * @returns the address in Jalon
   */
  suivre(depart: string, reponse?: Record<string, string>): Promise<string>;
  /** Forgets the cookies. */
  oublier(): void;
  arreter(): Promise<void>;
}

/** Where one goes, who one is, and back. */
const PAGES_MAX = 10;

export async function demarrerFournisseur(reglages: ReglagesFournisseur): Promise<FournisseurDeTest> {
  const ligne = ['client/local/lancer.mjs', 'test/outils/fournisseur-identite.ts', JSON.stringify(reglages)];
  const enfant = spawn(process.execPath, ligne, { cwd: racine, stdio: ['ignore', 'pipe', 'ignore'] });
  const fin = once(enfant, 'close');
  const [adresse] = (await Promise.race([once(createInterface(enfant.stdout), 'line'), fin])) as [string];
  const cookies = new Map<string, string>();
  return {
    adresse,
    async suivre(depart, reponse = {}) {
      let vers = depart;
      for (let pages = 0; vers.startsWith(adresse); pages++) {
        if (pages > PAGES_MAX) throw new Error(`le fournisseur redemande sans fin : ${vers}`);
        const url = new URL(vers);
        if (url.pathname.startsWith('/qui/')) url.search = String(new URLSearchParams(reponse));
        const cookie = [...cookies].map(([nom, valeur]) => `${nom}=${valeur}`).join('; ');
        const recue = await fetch(url, { redirect: 'manual', headers: { cookie } });
        for (const pose of recue.headers.getSetCookie()) {
          const [, nom, valeur] = /^([^=]+)=([^;]*)/.exec(pose)!;
          if (valeur === '') cookies.delete(nom!);
          else cookies.set(nom!, valeur!);
        }
        const suite = recue.headers.get('location');
        if (suite === null) throw new Error(`${url.pathname} : ${recue.status} ${await recue.text()}`);
        vers = new URL(suite, adresse).href;
      }
      return vers;
    },
    oublier: () => cookies.clear(),
    async arreter() {
      enfant.kill();
      await fin;
    },
  };
}
