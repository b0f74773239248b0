import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import * as messages from '../../workflows/parcours/messages';
import { a9h, voyager } from '../outils/voyage';
import { etapes } from './etapes';

/**
 * Records the histories of `test/histoires/` anew: one journey per stage on the time-skipping server. To be run when a stage is
 * added (`npm run epreuve -- histoires <étape>`), never to make a replay pass: a history that no longer replays is a live journey that would block.
 */
export async function enregistrerHistoires(seules: string[]): Promise<void> {
  for (const [nom, { jusquau, vivre, workflow }] of Object.entries(etapes)) {
    if (seules.length > 0 && !seules.includes(nom)) continue;
    const voyage = await voyager('2025-03-03');
    try {
      const numero = await voyage.ouvrir();
      await vivre(voyage, numero);
      if (jusquau === 'fin') await voyage.fin(numero);
      else await voyage.banc.avancer(a9h(jusquau));
      const histoire = await voyage.banc.client.workflow
        .getHandle(workflow ?? messages.idParcours(numero))
        .fetchHistory();
      writeFileSync(join(__dirname, '..', 'histoires', `${nom}.json`), `${historyToJSON(histoire)}\n`);
      console.log(`${nom} : ${histoire.events?.length} événements`);
    } finally {
      await voyage.fermer();
    }
  }
}
