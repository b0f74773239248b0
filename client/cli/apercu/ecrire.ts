import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Piece, pieces } from './pieces';
import { sommaire } from './sommaire';

/** Writes every letter and document in a folder, and the page that leads to them. @returns paths from that folder, the index first */
export function ecrireApercu(dossier: string): string[] {
  const connues: Piece[] = [];
  const ecrire = (chemin: string, octets: Uint8Array | string) => {
    const fichier = join(dossier, ...chemin.split('/'));
    mkdirSync(dirname(fichier), { recursive: true });
    writeFileSync(fichier, octets);
  };
  for (const piece of pieces()) {
    for (const { chemin, octets } of piece.fichiers) ecrire(chemin, octets);
    connues.push(piece);
  }
  ecrire('index.html', sommaire(connues));
  return ['index.html', ...connues.flatMap((p) => p.fichiers.map((f) => f.chemin))];
}
