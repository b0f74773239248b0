import type { Command } from 'commander';
import { compte } from '../../affichage/libelles';
import { confier } from '../../usages/confier';
import { AUTEUR, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, MauvaisUsage } from '../sortie';

interface Options {
  de?: string;
  auteur: string;
  json?: boolean;
}

/** `referent`: gives dossiers to another counsellor. */
export function referent(commande: Command, console: Console): Command {
  return commande
    .description(
      'Confie des dossiers à un autre référent et à son agence : le point du matin, les tâches et les prochains courriers le suivent, l’ancien ne reçoit plus rien.',
    )
    .argument('<referent>', 'identifiant du nouveau référent')
    .argument('[numeros...]', 'numéros des dossiers')
    .option('--de <ancien>', 'tous les dossiers de ce référent')
    .option('--auteur <id>', 'identifiant de qui les confie', AUTEUR)
    .option('--json', 'réponse lisible par une machine')
    .action(async (a: string, numeros: string[], { de, auteur, json }: Options) => {
      if ((de === undefined) === (numeros.length === 0))
        throw new MauvaisUsage('Donnez des numéros de dossiers, ou --de et un référent.');
      const quoi = de === undefined ? { numeros: numeros.map(numeroDonne) } : { de };
      await avecRegistre(console, async ({ registre }) => {
        const confies = await confier(registre, quoi, { a, auteur }, console.maintenant());
        if (json) return donner(console, { referent: a, numeros: confies });
        if (confies.length === 0) return dire(console, `Rien à changer : ${a} suit déjà ces dossiers.`);
        dire(console, `${compte(confies.length, 'dossier confié', 'dossiers confiés')} à ${a}.`);
      });
    });
}
