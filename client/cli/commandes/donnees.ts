import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { rassemblerDonnees } from '../../usages/rassembler-donnees';
import { AUTEUR, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, MauvaisUsage } from '../sortie';

interface Options {
  sortie: string;
  auteur: string;
  json?: boolean;
}

/** `donnees`: everything held on a person, for a request of access. */
export const donnees = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Rassemble tout ce que Jalon garde d’une personne, pour une demande d’accès : un fichier JSON, entier, courriers compris, et un relevé en PDF, à lire. Le journal d’audit garde que cela a été fait. Les fichiers nomment la personne : les lui remettre, puis les effacer.',
    )
    .argument('<numero>', 'numéro du dossier')
    .option('--sortie <dossier>', 'dossier où écrire', '.')
    .option('--auteur <id>', 'identifiant de qui le demande', AUTEUR)
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, { sortie, auteur, json }: Options) => {
      const numero = numeroDonne(saisi);
      await avecRegistre(console, async ({ registre }) => {
        const ensemble = await rassemblerDonnees(registre, { numero, auteur }, console.maintenant());
        const fichiers = { [`${numero}-donnees.json`]: ensemble.json, [`${numero}-donnees.pdf`]: ensemble.pdf };
        const ecrits = Object.entries(fichiers).map(([nom, octets]) => ecrire(join(sortie, nom), octets, sortie));
        if (json) donner(console, { fichiers: ecrits });
        else for (const fichier of ecrits) dire(console, `Écrit : ${fichier}`);
      });
    });

/** Readable by its owner alone: it names a person. */
function ecrire(fichier: string, octets: string | Uint8Array, dossier: string): string {
  try {
    mkdirSync(dossier, { recursive: true });
    writeFileSync(fichier, octets, { mode: 0o600 });
    return fichier;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new MauvaisUsage(`Le fichier ${fichier} ne peut pas être écrit (${code}).`);
  }
}
