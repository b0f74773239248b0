import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { racine } from '../../../commun/racine';
import { machine } from '../deroulement';
import { rediger } from './rapport';
import { type Lecture, lireMessage } from './sort';

/** How the corpus names what is no report: complaints (RFC 5965), answers (RFC 3834), and what it says itself. */
const PAS_UN_RETOUR = /^(?:arf|rfc3834|is-not-bounce)-/;

/**
 * `npm run epreuve -- rebonds <dossier>`: reads every message (`.eml`) of a folder, such as `maildir/bsd` of the public corpus
 * `sisimai/set-of-emails`, which is not kept here; writes `docs/epreuves/AAAA-MM-JJ-rebonds.md`.
 * @throws when something that is no report is read as one
 */
export async function eprouverLesRebonds([dossier]: string[]): Promise<void> {
  if (dossier === undefined) throw new Error('Usage : npm run epreuve -- rebonds <dossier de messages .eml>');
  const lectures: Lecture[] = [];
  for (const fichier of readdirSync(dossier, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!fichier.endsWith('.eml')) continue;
    const lue = await lireMessage(readFileSync(join(dossier, fichier)));
    lectures.push({ fichier, retour: !PAS_UN_RETOUR.test(basename(fichier)), ...lue });
  }
  const date = new Date().toISOString().slice(0, 10);
  const rapport = join(racine, 'docs/epreuves', `${date}-rebonds.md`);
  mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
  writeFileSync(rapport, rediger(lectures, { date, machine: machine() }));
  console.log(`${lectures.length} messages lus ; rapport : ${relative(racine, rapport)}`);
  const pris = lectures.filter((l) => !l.retour && l.rebond !== null).map((l) => l.fichier);
  if (pris.length > 0) throw new Error(`Lus à tort comme des retours : ${pris.join(', ')}`);
}
