import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { phrasesTypes } from '../../domain/droit/expliquer/de-test/phrases';

/** `npm run epreuve -- phrases`: writes the sentences of `expliquer` anew, to be read in the difference before they are kept. */
export async function ecrirePhrases(): Promise<void> {
  const phrases = phrasesTypes();
  writeFileSync(join(racine, 'domain/droit/expliquer/phrases.json'), `${JSON.stringify(phrases, null, 2)}\n`);
  console.log(`${phrases.length} formes de phrases dans domain/droit/expliquer/phrases.json`);
}
