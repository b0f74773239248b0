import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { monterPileDeTest } from '../../outils/pile';
import { type BilanRafale, fautesDeRafale, vivreRafale } from '../../outils/rafale';

const LETTRES = 500;
const MORTS = 20;

/**
 * `npm run epreuve -- rafale [graine]`: 500 letters by post and by e-mail, 20 workers killed at random moments. Writes
 * `docs/epreuves/AAAA-MM-JJ-rafale.md`.
 * @throws Error when a letter is missing, or left twice without being marked uncertain
 */
export async function eprouverParRafale([graine = String(Date.now() % 1_000_000)]: string[]): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  // Slow enough for the deaths to fall among the letters.
  const pile = await monterPileDeTest({ JALON_JOURNAL: 'warn', JALON_COURRIERS_PAR_SECONDE: '15' });
  try {
    const bilan = await vivreRafale(pile, { lettres: LETTRES, morts: MORTS, graine: Number(graine) });
    const fautes = fautesDeRafale(bilan);
    const chemin = join(racine, 'docs/epreuves', `${date}-rafale.md`);
    mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
    writeFileSync(chemin, rapport(bilan, fautes, date, graine));
    console.log(`${fautes.length} faute(s) ; rapport : docs/epreuves/${date}-rafale.md`);
    if (fautes.length > 0) throw new Error(fautes.join('\n'));
  } finally {
    await pile.fermer();
  }
}

function rapport(bilan: BilanRafale, fautes: readonly string[], date: string, graine: string): string {
  const { lettres, recus, postes, vies, secondes } = bilan;
  const doubles = [...recus.values()].filter((n) => n > 1).length;
  const total = [...recus.values()].reduce((a, b) => a + b, 0);
  return `# Rafale, ${date}

\`npm run epreuve -- rafale ${graine}\`, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${secondes} s.

${LETTRES} letters due at once, each by post and by e-mail; ${MORTS} workers killed (SIGKILL) one after the other, ${Math.min(...vies)} to
${Math.max(...vies)} ms after they were ready; then one that finishes.

| | |
|---|---|
| letters in the register, all PARTI | ${lettres.length} |
| e-mails received | ${total}, under ${recus.size} Message-IDs |
| received more than once | ${doubles} |
| letters marked uncertain | ${lettres.filter((l) => l.incertain).length} |
| lines of the mail room's index, each with its PDF | ${[...postes.values()].reduce((a, b) => a + b, 0)} for ${postes.size} letters |
| letters missing, or twice without being marked | ${fautes.length} |

${fautes.length === 0 ? 'Every letter is accounted for.' : fautes.map((f) => `- ${f}`).join('\n')}
`;
}
