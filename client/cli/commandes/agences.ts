import type { Command } from 'commander';
import { listerAgences, listerReferents } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { importerOrganisation } from '../../usages/enregistrer-organisation';
import { avecRegistre } from '../services';
import { type Console, dire, donner, lireJson, tableau } from '../sortie';

/** `agences`: the agencies and counsellors that openings may name. */
export const agences = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Liste les agences et les référents connus de Jalon ; avec un fichier, les enregistre ou les met à jour (modèle : exemples/organisation.json).',
    )
    .argument('[organisation]', 'fichier JSON {agences, referents}, ou - pour l’entrée standard')
    .option('--json', 'réponse lisible par une machine')
    .action(async (chemin: string | undefined, { json }: { json?: boolean }) => {
      const brut = chemin === undefined ? null : await lireJson(console, chemin);
      await avecRegistre(console, async ({ registre }) => {
        if (brut !== null) await importerOrganisation(registre, brut);
        const [connues, referents] = await Promise.all([listerAgences(registre), listerReferents(registre)]);
        if (json) return donner(console, { agences: connues, referents });
        if (connues.length === 0) return dire(console, 'Aucune agence n’est connue de Jalon.');
        const colonnes = [{ titre: 'Agence' }, { titre: 'Nom' }, { titre: 'Référents' }, { titre: 'Actualisations' }];
        const lignes = connues.map((a) => [
          a.id,
          a.nom,
          referents
            .filter((r) => r.agence === a.id)
            .map((r) => `${r.id} (${r.prenom} ${r.nom})`)
            .join('\n') || '–',
          a.rappelsActualisation === false ? 'non rappelées' : 'rappelées',
        ]);
        dire(console, tableau(colonnes, lignes));
        dire(console, `\n${compte(connues.length, 'agence')}, ${compte(referents.length, 'référent')}.`);
      });
    });
