import { expliquerScenario } from '../scenario';
import { tous } from './scenarios';

/** Two sentences that differ by their dates and numbers only have the same shape. */
const forme = (texte: string): string => texte.replace(/\d+/g, '#');

/**
 * Every shape of sentence that the scenarios of the tests bring out, once, with the first dates it came with: what a reader checks, and
 * what a change of one sentence or of its condition moves.
 */
export function phrasesTypes(): string[] {
  const vues = new Set<string>();
  const phrases: string[] = [];
  for (const { id, scenario } of tous) {
    for (const { cle, libelle, regle, phrase, source, certitude, doute, entrees } of expliquerScenario(scenario)) {
      const lue = `${cle} | ${libelle} | ${regle} | ${phrase} | ${source} | ${certitude} | ${doute ?? '–'} | ${entrees.map((e) => `${e.nom} (${e.libelle})`).join(', ')}`;
      if (vues.has(forme(lue))) continue;
      vues.add(forme(lue));
      phrases.push(`${id} : ${lue}`);
    }
  }
  return phrases;
}
