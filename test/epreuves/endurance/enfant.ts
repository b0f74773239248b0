import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlaceDuBanc } from '../../../client/local/banc';
import { racine } from '../../../commun/racine';
import type { Workers } from '../../../worker/creer';
import type { DitDuWorker, PlaceDuWorker } from './worker-du-banc';

/** The workers of a bench, in a process of their own. */
export interface Enfant extends Workers {
  /** kill −9, then another one; returns once it is ready. */
  tuer(): Promise<void>;
}

/** A sign of life for the watch over the clock, while a process starts and nobody works. */
const ATTENTE_MS = 1_000;

/** @param journal file of what they say */
export async function lancerEnfant(banc: PlaceDuBanc, registre: string, journal: string): Promise<Enfant> {
  const { temps, smtp, poste, sms, sursisMinutes } = banc;
  const { adresse, avance, pouls } = temps;
  const place: PlaceDuWorker = { adresse, avance, registre, smtp, poste, sms, sursisMinutes };
  let finir: () => void = () => undefined;
  const fin = new Promise<void>((rendre) => {
    finir = rendre;
  });
  const naitre = async (): Promise<ChildProcess> => {
    const sortie = openSync(journal, 'a');
    const lanceur = join(racine, 'client', 'local', 'lancer.mjs');
    const arguments_ = [lanceur, 'test/epreuves/endurance/worker-du-banc.ts', JSON.stringify(place)];
    const enfant = spawn(process.execPath, arguments_, { cwd: racine, stdio: ['ignore', sortie, sortie, 'ipc'] });
    closeSync(sortie);
    const enCours: string[] = [];
    const pret = new Promise<void>((rendre) =>
      enfant.on('message', (dit: DitDuWorker) => {
        if (dit === 'pret') rendre();
        else if (dit === 'heure') void temps.maintenant().then((le) => enfant.connected && enfant.send(le.getTime()));
        else {
          if (dit.de === 1) enCours.push(dit.nom);
          else enCours.splice(enCours.indexOf(dit.nom), 1);
          pouls.noter(dit.nom, dit.de);
        }
      }),
    );
    // What a dead process had in hand, nobody has in hand any more.
    enfant.once('exit', () => {
      for (const nom of enCours.splice(0)) pouls.noter(nom, -1);
    });
    const vie = setInterval(() => {
      pouls.noter('naissance', 1);
      pouls.noter('naissance', -1);
    }, ATTENTE_MS);
    const mort = once(enfant, 'exit').then(() => {
      throw new Error(`les workers du banc se sont arrêtés : ${readFileSync(journal, 'utf8').slice(-800)}`);
    });
    mort.catch(() => undefined);
    await Promise.race([pret, mort]).finally(() => clearInterval(vie));
    return enfant;
  };
  let enfant = await naitre();
  const abattre = async () => {
    const mort = once(enfant, 'exit');
    enfant.kill('SIGKILL');
    await mort;
  };
  return {
    fin,
    async tuer() {
      await abattre();
      enfant = await naitre();
    },
    arreter: () => void abattre().then(finir),
  };
}
