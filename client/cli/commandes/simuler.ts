import type { Command } from 'commander';
import { lireReglages } from '../../../commun/reglages';
import { enChiffres } from '../../../domain/calendrier/dates';
import { compte } from '../../affichage/libelles';
import type { ResultatSimulation } from '../../local/simuler';
import { type Console, dire, donner, lireJson, MauvaisUsage, tableau } from '../sortie';

interface Options {
  evenements?: string;
  sortie: string;
  json?: boolean;
}

/** `simuler`: a whole journey in seconds, on an engine whose time jumps. */
export const simuler = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Déroule un parcours entier en quelques secondes, sur un moteur dont le temps saute : même parcours, même worker, courriers vraiment envoyés à une boîte de passage. Écrit la chronologie, et chaque courrier dans le dossier de sortie (.eml et .pdf, dans l’ordre). N’a besoin d’aucun serveur et ne touche à aucun dossier.',
    )
    .argument('<document>', 'fichier JSON, comme pour « ouvrir », ou - pour l’entrée standard')
    .option(
      '--evenements <fichier>',
      'liste JSON d’événements à ajouter ; « enregistreLe » y dit le jour où chacun est consigné',
    )
    .requiredOption('--sortie <dossier>', 'dossier où écrire les courriers')
    .option('--json', 'réponse lisible par une machine')
    .action(async (chemin: string, { evenements, sortie, json }: Options) => {
      const document = await lireJson(console, chemin);
      const autres = evenements === undefined ? [] : await lireJson(console, evenements);
      if (!Array.isArray(autres)) throw new MauvaisUsage('--evenements attend une liste JSON d’événements.');
      // Loaded late: the worker and its engine weigh more than all the rest. By require: only it is hooked by the launcher.
      const local = require('../../local/simuler') as typeof import('../../local/simuler');
      const reglages = lireReglages(console.env);
      const resultat = await local.simuler({ document, evenements: autres, sortie, reglages });
      if (json) donner(console, resultat);
      else direSimulation(console, resultat, sortie);
    });

const GENRES: Record<ResultatSimulation['moments'][number]['genre'], string> = {
  ETAPE: 'étape',
  FAIT: 'événement',
  COURRIER: 'courrier',
  TACHE: 'tâche',
};

function direSimulation(console: Console, { moments, courriers }: ResultatSimulation, sortie: string): void {
  const colonnes = [{ titre: 'Date' }, { titre: '' }, { titre: 'Ce qui se passe' }];
  dire(
    console,
    tableau(
      colonnes,
      moments.map((m) => [enChiffres(m.date), GENRES[m.genre], m.texte]),
    ),
  );
  const fichiers = courriers.reduce((n, c) => n + c.fichiers.length, 0);
  dire(console, `\n${compte(courriers.length, 'courrier')}, ${compte(fichiers, 'fichier')} dans ${sortie}.`);
}
