import type { Command } from 'commander';
import { trousseauDe } from '../../../commun/trousseau';
import { compte } from '../../affichage/libelles';
import { type BilanCles, manque, peutEtreRetiree, type UsageDeCle, verifierCles } from '../../usages/verifier-cles';
import { enFrancais } from '../francais';
import { avecParcours } from '../services';
import { type Console, dire, donner, STATUT, tableau } from '../sortie';

/** `cles verifier`: which keys of the codec are still needed, so that one can be withdrawn. */
export function cles(commande: Command, console: Console): Command {
  commande.description('Dit à quoi servent encore les clés du codec.');
  enFrancais(commande.command('verifier'))
    .summary('dit quelles clés servent encore, et lesquelles peuvent être retirées')
    .description(
      'Lit toutes les histoires que le moteur garde, en cours et terminées, les plannings et les seconds facteurs, et compte ce que chaque clé y a chiffré. Ne déchiffre et n’écrit rien. Statut de sortie 1 dès qu’une clé nécessaire manque au trousseau.',
    )
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ json }: { json?: boolean }) => {
      const suivre = (histoires: number) =>
        console.erreurs.write(`${compte(histoires, 'histoire lue', 'histoires lues')}…\n`);
      const bilan = await avecParcours(console, (deps) => verifierCles(deps, trousseauDe(deps.reglages), suivre));
      if (json) donner(console, bilan);
      else direBilan(console, bilan);
      if (bilan.cles.some(manque)) commande.parent!.setOptionValue('statut', STATUT.REFUSE);
    });
  return commande;
}

function direBilan(console: Console, bilan: BilanCles): void {
  dire(console, `${compte(bilan.histoires, 'histoire lue', 'histoires lues')}.`);
  const colonnes = ['Clé', 'En cours', 'Terminés', 'Plannings', 'Seconds facteurs', 'État'].map((titre) => ({ titre }));
  const lignes = bilan.cles.map((usage) => [
    usage.cle,
    String(usage.enCours),
    String(usage.termines),
    String(usage.plannings),
    String(usage.secondsFacteurs),
    verdict(bilan, usage),
  ]);
  dire(console, `\n${tableau(colonnes, lignes)}`);
}

function verdict(bilan: BilanCles, usage: UsageDeCle): string {
  if (manque(usage)) return 'manque au trousseau';
  if (usage.cle === bilan.courante) return 'chiffre';
  return peutEtreRetiree(bilan, usage) ? 'peut être retirée, sauf si elle vient d’être ajoutée' : 'encore nécessaire';
}
