import type { Readable } from 'node:stream';
import type { DateCivile } from '../../../domain/calendrier/dates';
import { parcoursVivants, type Registre } from '../../../registre';
import type { Lot } from './lot';

/** Long enough for a thread to work some 50 ms between two messages, short enough to share out evenly. */
const LIGNES_PAR_LOT = 400;

/** Cuts NDJSON into pieces as it comes; blank lines count in the numbers and for nothing else. */
export async function* lotsDeLignes(entree: Readable, parLot = LIGNES_PAR_LOT): AsyncGenerator<Lot> {
  entree.setEncoding('utf8');
  let reste = '';
  let premiere = 1;
  let lignes: string[] = [];
  for await (const morceau of entree) {
    const lues = (reste + morceau).split('\n');
    reste = lues.pop() as string;
    for (const ligne of lues) {
      if (lignes.push(ligne) < parLot) continue;
      yield { premiere, lignes };
      premiere += lignes.length;
      lignes = [];
    }
  }
  if (reste !== '') lignes.push(reste);
  if (lignes.length > 0) yield { premiere, lignes };
}

/** The live journeys of the register, one page at a time. */
export async function* lotsDuRegistre(registre: Registre, jour: DateCivile): AsyncGenerator<Lot> {
  for await (const parcours of parcoursVivants(registre, jour)) yield { parcours };
}
