import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { compterTaches, listerTaches } from '../../../registre';
import { terminerUneTache } from '../../usages/terminer-tache';
import { limiteDonnee } from '../limite-donnee';
import { agenceVue, auteurDe, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner } from '../sortie';

interface Options {
  faite?: string;
  motif?: string;
  toutes?: boolean;
  referent?: string;
  limite: string;
  json?: boolean;
}

/** `taches`: what waits for counsellors; `--faite` ends one. */
export const taches = (commande: Command, console: Console): Command =>
  commande
    .description('Liste les tâches à faire, de tous les dossiers ou d’un seul ; --faite en termine une.')
    .argument('[numero]', 'numéro d’un dossier')
    .option('--faite <cle>', 'marque cette tâche comme faite')
    .option('--motif <texte>', 'avec --faite : pourquoi, quand ce qu’elle attendait n’est pas consigné')
    .option('--toutes', 'montre aussi les tâches faites')
    .option('--referent <id>', 'seulement celles des dossiers de ce référent')
    .option('--limite <nombre>', 'nombre de tâches montrées, les plus proches d’abord', '200')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string | undefined, { faite, motif, toutes, referent, limite, json }: Options) => {
      const montrees = limiteDonnee(limite);
      const numero = saisi === undefined ? undefined : numeroDonne(saisi);
      await avecRegistre(console, async ({ registre }) => {
        if (faite !== undefined) {
          const maintenant = console.maintenant();
          const demande = { cle: faite, numero: numero ?? null, auteur: auteurDe(console), motif };
          await terminerUneTache(registre, demande, maintenant);
        }
        const filtre = {
          numero,
          ...(toutes ? {} : { statut: 'A_FAIRE' as const }),
          dossiers: { referent, agence: agenceVue(console) },
        };
        const liste = await listerTaches(registre, { ...filtre, limite: montrees });
        if (json) return donner(console, liste);
        if (liste.length === 0) return dire(console, 'Aucune tâche à faire.');
        for (const t of liste) {
          dire(
            console,
            `${t.echeance ? enChiffres(t.echeance) : 'sans date '}  ${t.numero}  ${t.libelle}${t.statut === 'FAITE' ? ' (faite)' : ''}`,
          );
          // On its own line, whole: it is there to be copied.
          dire(console, `            clé : ${t.cle}`);
        }
        const total = liste.length < montrees ? liste.length : await compterTaches(registre, filtre);
        if (total > liste.length) dire(console, `\n${liste.length} sur ${total} ; --limite en montre davantage.`);
      });
    });
