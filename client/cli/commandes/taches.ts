import type { Command } from 'commander';
import { enChiffres } from '../../../domain/dates';
import { listerTaches, terminerTache, tracer } from '../../../registre';
import { Refus } from '../../parcours';
import { AUTEUR, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner } from '../sortie';

interface Options {
  faite?: string;
  toutes?: boolean;
  json?: boolean;
}

/** `taches`: what waits for counsellors; `--faite` ends one. */
export const taches = (commande: Command, console: Console): Command =>
  commande
    .description('Liste les tâches à faire, de tous les dossiers ou d’un seul ; --faite en termine une.')
    .argument('[numero]', 'numéro d’un dossier')
    .option('--faite <cle>', 'marque cette tâche comme faite')
    .option('--toutes', 'montre aussi les tâches faites')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string | undefined, { faite, toutes, json }: Options) => {
      const numero = saisi === undefined ? undefined : numeroDonne(saisi);
      await avecRegistre(console, async ({ registre }) => {
        if (faite !== undefined) {
          const maintenant = console.maintenant();
          const connue = await terminerTache(registre, faite, AUTEUR, maintenant);
          if (!connue) throw Refus.de('TACHE_INCONNUE');
          await tracer(
            registre,
            { numero: numero ?? null, auteur: AUTEUR, acte: 'TERMINER_TACHE', details: { cle: faite } },
            maintenant,
          );
        }
        const liste = await listerTaches(registre, { numero, ...(toutes ? {} : { statut: 'A_FAIRE' as const }) });
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
      });
    });
