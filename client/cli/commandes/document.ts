import { writeFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import { nomCourt, sortesDocument } from '../../../courriers/documents';
import { composerDocument } from '../../usages/composer-document';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, MauvaisUsage } from '../sortie';

/** `document`: one document of a dossier, as a PDF file. */
export const document = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Fait un document d’un dossier, en PDF accessible : le carnet de suivi, le plan d’action (PSP), le point d’étape, le bilan, ou « mes dates » en une page. Il dit ce qui est enregistré aujourd’hui ; rien n’est envoyé.',
    )
    .argument('<numero>', 'numéro du dossier')
    .addArgument(new Argument('<document>', 'document voulu').choices(sortesDocument.map(nomCourt)))
    .option('--sortie <fichier>', 'fichier à écrire (par défaut, un nom tiré du numéro, dans le dossier courant)')
    .action(async (saisi: string, nom: string, { sortie }: { sortie?: string }) => {
      const numero = numeroDonne(saisi);
      const sorte = sortesDocument.find((s) => nomCourt(s) === nom)!;
      await avecRegistre(console, async ({ registre }) => {
        const { pdf, nomPdf } = await composerDocument(registre, numero, sorte, console.maintenant());
        const fichier = sortie ?? nomPdf;
        ecrire(fichier, pdf);
        dire(console, `Écrit : ${fichier}`);
      });
    });

function ecrire(fichier: string, octets: Uint8Array): void {
  try {
    writeFileSync(fichier, octets);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new MauvaisUsage(`Le fichier ${fichier} ne peut pas être écrit (${code}).`);
  }
}
