import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lirePoste } from '../../outils/sorties';

/** Message-IDs of what the mailboxes received, in the order of reception, with when. */
const recus = (boite: string): { id: string; le: Date }[] =>
  readdirSync(boite)
    .filter((nom) => nom.endsWith('.eml'))
    .sort()
    .flatMap((nom) => {
      const fichier = join(boite, nom);
      const id = /^Message-ID: (<[^>]+>)/im.exec(readFileSync(fichier, 'latin1'))?.[1];
      return id === undefined ? [] : [{ id, le: statSync(fichier).mtime }];
    });

/** Writes what a Postfix in front of these mailboxes would have in its log. @returns the file */
export function ecrireJournalDuRelais(boite: string, fichier: string): string {
  const lignes = recus(boite).flatMap(({ id, le }, rang) => {
    const file = `4X${String(rang).padStart(6, '0')}`;
    return [
      `${le.toISOString()} relais postfix/cleanup[81]: ${file}: message-id=${id}`,
      `${le.toISOString()} relais postfix/smtp[82]: ${file}: to=<…>, relay=boites, dsn=2.0.0, status=sent (250 recu)`,
    ];
  });
  writeFileSync(fichier, `${lignes.join('\n')}\n`);
  return fichier;
}

/** What was received or posted more than once: Message-IDs and keys. */
export function doubles(boite: string, poste: string): string[] {
  const noms = [...recus(boite).map(({ id }) => id), ...lirePoste(poste).map(({ cle }) => cle)];
  return [...new Set(noms.filter((nom, rang) => noms.indexOf(nom) !== rang))];
}

/** How many messages were received, and how many letters posted. */
export const compterDeparts = (boite: string, poste: string): { emails: number; plis: number } => ({
  emails: recus(boite).length,
  plis: lirePoste(poste).length,
});
