import type { Command } from 'commander';
import type { Reglages } from '../../../commun/reglages';
import type { Numero } from '../../../domain/dossier/numero';
import type { Registre } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { confier, depsConfier } from '../../usages/confier';
import { AUTEUR, agenceVue, avecMoteur, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, MauvaisUsage } from '../sortie';

const MOTEUR_ABSENT = 'Le moteur Temporal ne répond pas : ses listes suivront une fois qu’il sera revenu.';

interface Options {
  de?: string;
  auteur: string;
  json?: boolean;
}

/** `referent`: gives dossiers to another counsellor. */
export function referent(commande: Command, console: Console): Command {
  return commande
    .description(
      'Confie des dossiers à un autre référent et à son agence : le point du matin, les tâches et les prochains courriers le suivent, l’ancien ne reçoit plus rien, et une lettre dit à chaque personne qui la suit désormais.',
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
      await avecRegistre(console, async ({ reglages, registre }) => {
        const deps = { registre, reveiller: (numeros: readonly Numero[]) => reveiller(reglages, registre, numeros) };
        const { numeros: confies, reveilles } = await confier(
          deps,
          quoi,
          { a, auteur, agence: agenceVue(console) },
          console.maintenant(),
        );
        if (json) return donner(console, { referent: a, numeros: confies });
        if (confies.length === 0) return dire(console, `Rien à changer : ${a} suit déjà ces dossiers.`);
        dire(console, `${compte(confies.length, 'dossier confié', 'dossiers confiés')} à ${a}.`);
        if (!reveilles) dire(console, MOTEUR_ABSENT);
      });
    });
}

/** The register is enough to give dossiers over: an engine that is away is told later. */
const reveiller = (reglages: Reglages, registre: Registre, numeros: readonly Numero[]): Promise<boolean> =>
  avecMoteur(reglages, (temporal) => depsConfier({ registre, temporal }).reveiller(numeros)).catch((erreur: Error) => {
    if (erreur.name === 'ErreurMoteur') return false;
    throw erreur;
  });
