import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { conservations, genresConservation } from '../../../domain/flotte/conservation';
import type { BilanConservation } from '../../../workflows/conservation/messages';
import { compte } from '../../affichage/libelles';
import { conserver } from '../../usages/conserver';
import { AUTEUR, avecParcours } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

interface Options {
  appliquer?: boolean;
  auteur: string;
  json?: boolean;
}

/** `conservation`: what is past its time, said; `--appliquer` purges it. */
export const conservation = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Dit ce qui a passé sa durée de conservation, sans rien changer ; --appliquer l’efface, et ne se reprend pas. Un worker doit être en marche. Le planning « conservation » fait de même chaque nuit : il n’efface que si JALON_CONSERVATION vaut « active ».',
    )
    .option('--appliquer', 'efface ce qui a passé sa durée')
    .option('--auteur <id>', 'identifiant de qui le demande', AUTEUR)
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ appliquer = false, auteur, json }: Options) => {
      const demande = { mode: appliquer ? 'APPLIQUER' : 'ESSAI', auteur } as const;
      const bilan = await avecParcours(console, (deps) => conserver(deps, demande, console.maintenant()));
      if (json) donner(console, bilan ?? { enCours: true });
      else if (bilan === null) dire(console, 'C’est en cours, et s’achèvera dès qu’un worker le pourra.');
      else direBilan(console, bilan);
    });

function direBilan(console: Console, { limites, rapport, applique, effaces }: BilanConservation): void {
  const lignes = genresConservation.map((genre) => [
    genre.toLowerCase(),
    conservations[genre].quoi,
    enChiffres(limites[genre]),
    String(rapport[genre]),
  ]);
  const titres = ['Sorte', 'Ce que c’est', 'Gardé depuis le', 'À effacer'];
  dire(
    console,
    tableau(
      titres.map((titre) => ({ titre })),
      lignes,
    ),
  );
  const { effaces: dossiers, vivants } = effaces;
  if (!applique) dire(console, '\nRien n’a été effacé : --appliquer le fait.');
  else dire(console, `\nFait. ${compte(dossiers.length, 'dossier effacé', 'dossiers effacés')}, et vérifiés partout.`);
  if (vivants.length > 0) dire(console, `Vivants de nouveau, laissés tels quels : ${vivants.join(', ')}.`);
}
