import { join } from 'node:path';
import type { Command } from 'commander';
import { ecrireApercu } from '../apercu/ecrire';
import { enFrancais } from '../francais';
import { type Console, dire, MauvaisUsage } from '../sortie';

/** `courriers apercu`: everything Jalon writes, with invented people; needs no server. */
export function ajouterApercu(commande: Command, console: Console): void {
  const resume = 'écrit tous les courriers et documents, avec des personnes inventées';
  enFrancais(commande.command('apercu'))
    .summary(resume)
    .description(
      'Écrit dans un dossier chaque courrier du catalogue et chaque document, sous toutes leurs formes (texte, e-mail, PDF, SMS, invitation), avec des personnes inventées, et une page index.html qui y mène. Aucun serveur n’est demandé.',
    )
    .requiredOption('--sortie <dossier>', 'dossier à remplir')
    .action(({ sortie }: { sortie: string }) => {
      const chemins = ecrire(sortie);
      dire(console, `${chemins.length} fichiers écrits ; ouvrez ${join(sortie, 'index.html')}`);
    });
}

function ecrire(dossier: string): string[] {
  try {
    return ecrireApercu(dossier);
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    throw new MauvaisUsage(`Le dossier ${dossier} ne peut pas être écrit (${code}).`);
  }
}
