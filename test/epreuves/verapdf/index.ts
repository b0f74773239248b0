import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecrireApercu } from '../../../client/cli/apercu/ecrire';
import { racine } from '../../../commun/racine';
import { machine } from '../deroulement';
import { type Outil, obtenirVerapdf } from './obtenir';
import { lireRapport, rediger } from './rapport';

/** Exit statuses of a run that says what it found: all conformant, or some not. */
const CONCLUANTS = [0, 1];

/**
 * `npm run epreuve -- verapdf`: every PDF that Jalon can write, against PDF/UA-1, by veraPDF. Writes
 * `docs/epreuves/AAAA-MM-JJ-verapdf.md`.
 * @throws Error when one PDF is not conformant, or when Java or veraPDF cannot be had
 */
export async function eprouverParVerapdf(): Promise<void> {
  const outil = await obtenirVerapdf(join(racine, '.cache'));
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-verapdf-'));
  try {
    const pdfs = ecrireApercu(dossier).filter((chemin) => chemin.endsWith('.pdf'));
    const xml = await valider(
      outil,
      pdfs.map((chemin) => join(dossier, chemin)),
    );
    const verdicts = lireRapport(xml, dossier);
    if (verdicts.length !== pdfs.length)
      throw new Error(`veraPDF n’a rendu que ${verdicts.length} avis sur ${pdfs.length} PDF.`);
    const date = new Date().toISOString().slice(0, 10);
    const texte = rediger(verdicts, {
      date,
      commande: 'npm run epreuve -- verapdf',
      outil: `veraPDF ${/id="core" version="([^"]+)"/.exec(xml)?.[1] ?? '(version inconnue)'} (${outil.origine}), profil ua1`,
      machine: machine(),
    });
    const rapport = `docs/epreuves/${date}-verapdf.md`;
    mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
    writeFileSync(join(racine, rapport), texte);
    const fautifs = verdicts.filter((v) => !v.conforme).length;
    console.log(`${pdfs.length - fautifs} PDF conformes sur ${pdfs.length} ; rapport : ${rapport}`);
    if (fautifs > 0) throw new Error('Un PDF au moins n’est pas conforme à PDF/UA-1.');
  } finally {
    rmSync(dossier, { recursive: true });
  }
}

function valider({ programme, avant }: Outil, fichiers: string[]): Promise<string> {
  const arguments_ = [...avant, '--flavour', 'ua1', '--format', 'xml', ...fichiers];
  return new Promise((resolve, reject) => {
    execFile(programme, arguments_, { maxBuffer: 1 << 28 }, (erreur, sortie, plaintes) => {
      const statut = erreur === null ? 0 : erreur.code;
      if (typeof statut === 'number' && CONCLUANTS.includes(statut)) return resolve(sortie);
      reject(new Error(`veraPDF s’est arrêté (statut ${statut}) : ${plaintes.slice(0, 500)}`, { cause: erreur }));
    });
  });
}
