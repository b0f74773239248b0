import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { lireConnu } from '../../usages/commun/lire-connu';
import { Refus } from '../../usages/commun/refus';
import { previsualiserUnActe } from '../../usages/previsualiser-un-acte';
import { apercuEnJson, direApercu } from '../dire-apercu';
import { auteurDe, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, lireJson } from '../sortie';

/** `previsualiser`: what an event would change; needs the register alone. */
export const previsualiser = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Montre ce qu’un événement changerait dans un dossier : dates, terme, courriers, alertes. Rien n’est enregistré.',
    )
    .argument('<numero>', 'numéro du dossier')
    .argument('<evenement>', 'fichier JSON de l’événement, ou - pour l’entrée standard')
    .option('--corrige <entree>', 'l’événement remplacerait cette entrée du journal')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, chemin: string, { corrige, json }: { corrige?: string; json?: boolean }) => {
      const numero = numeroDonne(saisi);
      const evenement = await lireJson(console, chemin);
      await avecRegistre(console, async ({ registre, reglages }) => {
        const acte = corrige === undefined ? 'consigner' : 'corriger';
        const contenu = {
          id: randomUUID(),
          auteur: auteurDe(console),
          evenement,
          ...(corrige === undefined ? {} : { remplace: corrige }),
        };
        const { envoi, sursisMinutes } = reglages;
        const inscrit = await lireConnu(registre, numero);
        const deps = { registre, envoi, sursisMinutes };
        const apercu = await previsualiserUnActe(deps, inscrit, { acte, contenu }, console.maintenant());
        const { issue } = apercu;
        if (issue.statut === 'REFUSE') throw new Refus([{ code: issue.code!, phrase: issue.phrase! }]);
        const { version } = inscrit;
        if (json) return donner(console, { ...apercuEnJson(apercu), version });
        direApercu(console, apercu, inscrit.journal);
        dire(console, `Version du dossier : ${version} (à redire par --version-vue ${version} en consignant).`);
      });
    });
