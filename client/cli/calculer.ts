import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { calculer } from '../../domain/droit/calculer';

/** Results are written by lots of this size: a write per line costs more than the computation. */
const LOT_CARACTERES = 1 << 16;

function repondre(ligne: string): string {
  let scenario: unknown;
  try {
    scenario = JSON.parse(ligne);
  } catch {
    // Whatever is not JSON is not a scenario: `calculer` answers SCENARIO_ILLISIBLE to null.
    scenario = null;
  }
  return JSON.stringify(calculer(scenario));
}

/**
 * Reads one scenario per line (NDJSON) and writes one result per line, in order, without waiting for the end of the input; a line
 * that is not a scenario gets `SCENARIO_ILLISIBLE` and the next ones go on. Holds one lot in memory, whatever the input's size.
 * @throws the error of a stream that breaks.
 * @see REGLES §8
 */
export async function calculerFlux(entree: Readable, sortie: Writable): Promise<void> {
  let lot = '';
  const vider = async () => {
    const ecrit = lot === '' || sortie.write(lot);
    lot = '';
    if (!ecrit) await once(sortie, 'drain');
  };

  entree.setEncoding('utf8');
  let reste = '';
  for await (const morceau of entree) {
    const lignes = (reste + morceau).split('\n');
    reste = lignes.pop() as string;
    for (const ligne of lignes) {
      lot += `${repondre(ligne)}\n`;
      if (lot.length >= LOT_CARACTERES) await vider();
    }
    // What is known is given at once: a program that asks line by line gets its answers line by line.
    await vider();
  }
  if (reste !== '') lot = `${repondre(reste)}\n`;
  await vider();
}
