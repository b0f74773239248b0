import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Faute } from '../faute';

const BIBLIOTHEQUES = '/usr/lib';

/** The library of Debian's `faketime`, for programs with several threads. @throws Error in French saying what to install */
export function trouverFaketime(bibliotheques = BIBLIOTHEQUES): string {
  const dossiers = existsSync(bibliotheques) ? readdirSync(bibliotheques) : [];
  const trouvee = dossiers.map((nom) => join(bibliotheques, nom, 'faketime', 'libfaketimeMT.so.1')).find(existsSync);
  if (trouvee === undefined) throw new Error('libfaketime est introuvable : installez-le (apt-get install faketime).');
  return trouvee;
}

const sauter = (nom: string, quoi: string, heures: string): Faute => ({
  nom,
  quoi,
  dit: /L’horloge du worker … (avance|retarde) de 2 h/,
  async provoquer(scene) {
    const heure = join(scene.grappe.decor.dossier, 'heure');
    writeFileSync(heure, '+0');
    await scene.tuerWorkers();
    await scene.lancerWorker({
      LD_PRELOAD: trouverFaketime(),
      FAKETIME_TIMESTAMP_FILE: heure,
      FAKETIME_CACHE_DURATION: '1',
      // What lasts is measured on a clock that no one sets.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    });
    writeFileSync(heure, `${heures}h`);
    return {
      // Set right, then started again, as health asks for.
      async lever() {
        await scene.tuerWorkers();
        await scene.lancerWorker();
      },
    };
  },
});

export const sautsDHorloge: readonly Faute[] = [
  sauter('horloge-avance', 'l’horloge du worker saute de deux heures en avant', '+2'),
  sauter('horloge-retarde', 'l’horloge du worker saute de deux heures en arrière', '-2'),
];
