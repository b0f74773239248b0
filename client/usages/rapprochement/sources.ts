import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { lister } from '../../../commun/fichiers-de-sortie';
import { type DateCivile, lireDate } from '../../../domain/calendrier/dates';
import type { Ligne } from './prises';

/** Where it is written what left. */
export interface Sources {
  /** Logs and lists, as they are or compressed (`.gz`). */
  journaux: readonly string[];
  /** Outboxes of post and text messages, by their folders of days. */
  sorties: readonly string[];
  /** Older days of the outboxes are not read. */
  depuis: DateCivile;
}

/** Every line of all of them. @throws what the system says of a log that cannot be read; an outbox that does not exist is empty */
export async function* lireLesSources({ journaux, sorties, depuis }: Sources): AsyncGenerator<Ligne> {
  for (const journal of journaux) yield* lignesDe(journal, { le: (await stat(journal)).mtime });
  for (const sortie of sorties) {
    const jours = (await lister(sortie)).sort().filter((nom) => (lireDate(nom) ?? '') >= depuis);
    for (const jour of jours) {
      const jourSeul = { le: new Date(`${jour}T12:00:00Z`), jourSeul: true } as const;
      for (const nom of (await lister(join(sortie, jour))).sort()) {
        // A PDF alone, without its line, was not given to the mail room.
        if (nom === 'index.csv') yield* lignesDe(join(sortie, jour, nom), jourSeul);
        else if (nom.endsWith('.txt')) yield { texte: nom, source: jour, ...jourSeul };
      }
    }
  }
}

async function* lignesDe(fichier: string, defaut: Pick<Ligne, 'le' | 'jourSeul'>): AsyncGenerator<Ligne> {
  const octets = createReadStream(fichier);
  const input = fichier.endsWith('.gz') ? octets.pipe(createGunzip()) : octets;
  // A pipe tells nothing of what breaks before it.
  octets.on('error', (erreur) => input.destroy(erreur));
  for await (const texte of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    yield { texte, source: basename(fichier), ...defaut };
}
