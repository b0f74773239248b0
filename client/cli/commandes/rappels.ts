import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { blocagesRappelsEnCours } from '../../../registre';
import { bloquerLesRappels, debloquerLesRappels } from '../../usages/bloquer-rappels';
import { reglerLesRappelsActualisation } from '../../usages/regler-rappels-actualisation';
import { gestesDe } from '../gestes';
import { jourDonne } from '../jour-donne';
import { AUTEUR, avecRegistre, numeroDonne, vues } from '../services';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';

interface OptionsBloquer {
  jusquau: string;
  motif: string;
  auteur: string;
}

/**
 * `rappels bloquer|debloquer|liste`: a person who must not be reminded of anything for a while; `actualisations`: whether an agency
 * has the actualisations that nobody recorded recalled.
 */
export function rappels(commande: Command, console: Console): Command {
  const geste = gestesDe(commande);
  commande.description(
    'Bloque les rappels à une personne, jusqu’à un jour : ils attendent, et ceux qui servent encore partent ensuite. Ce qui convoque, décide ou annonce part comme avant. Règle aussi, par agence, le rappel des actualisations.',
  );
  geste('bloquer', 'arrête les rappels à une personne')
    .argument('<numero>', 'numéro du dossier')
    .requiredOption('--jusquau <date>', 'dernier jour sans rappel, AAAA-MM-JJ')
    .requiredOption('--motif <texte>', 'pourquoi, gardé au registre')
    .option('--auteur <id>', 'identifiant de qui le demande', AUTEUR)
    .action(async (saisi: string, { jusquau: ecrit, motif, auteur }: OptionsBloquer) => {
      const [numero, jusquau] = [numeroDonne(saisi), jourDonne('--jusquau', ecrit)];
      await avecRegistre(console, async ({ registre }) => {
        await bloquerLesRappels(registre, { numero, jusquau, motif, par: auteur }, console.maintenant());
        dire(console, `Aucun rappel ne part vers la personne jusqu’au ${enChiffres(jusquau)} inclus.`);
      });
    });
  geste('debloquer', 'laisse repartir les rappels à une personne')
    .argument('<numero>', 'numéro du dossier')
    .option('--auteur <id>', 'identifiant de qui le demande', AUTEUR)
    .action(async (saisi: string, { auteur }: { auteur: string }) => {
      const numero = numeroDonne(saisi);
      await avecRegistre(console, async ({ registre }) => {
        await debloquerLesRappels(registre, numero, auteur, console.maintenant());
        dire(console, 'Les rappels repartent, dans l’heure pour ceux qui attendaient.');
      });
    });
  geste('actualisations', 'dit si une agence rappelle les actualisations que personne n’a enregistrées')
    .argument('<agence>', 'identifiant de l’agence')
    .argument('<oui|non>', 'non : l’agence n’en enregistre aucune, et ne rappelle que l’ouverture de chaque mois')
    .option('--auteur <id>', 'identifiant de qui le demande', AUTEUR)
    .action(async (agence: string, saisi: string, { auteur }: { auteur: string }) => {
      if (saisi !== 'oui' && saisi !== 'non') throw new MauvaisUsage('Dites « oui » ou « non ».');
      const rappels = saisi === 'oui';
      await avecRegistre(console, async ({ registre }) => {
        await reglerLesRappelsActualisation(registre, { agence, rappels }, auteur, console.maintenant());
        dire(
          console,
          rappels
            ? 'Les actualisations que personne n’a enregistrées sont rappelées.'
            : 'L’agence n’enregistre pas les actualisations : leur ouverture est annoncée, rien n’est rappelé ensuite.',
        );
      });
    });
  geste('liste', 'montre les personnes dont les rappels sont bloqués')
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ json }: { json?: boolean }) => {
      await avecRegistre(console, async ({ registre }) => {
        const blocages = await vues(console, registre, await blocagesRappelsEnCours(registre, console.maintenant()));
        if (json) return donner(console, blocages);
        if (blocages.length === 0) return dire(console, 'Aucun rappel n’est bloqué.');
        const lignes = blocages.map((s) => [s.numero, enChiffres(s.jusquau), s.par, s.motif]);
        dire(
          console,
          tableau(
            ['Dossier', 'Jusqu’au', 'Par', 'Motif'].map((titre) => ({ titre })),
            lignes,
          ),
        );
      });
    });
  return commande;
}
