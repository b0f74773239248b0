import type { Command } from 'commander';
import { finDeVeille } from '../../../domain/calendrier/fuseaux';
import { enAttenteDeVeille, listerInterruptions, retourInterruption } from '../../../registre';
import { compte, instantEnClair } from '../../affichage/libelles';
import { libererCeQuiAttend } from '../../usages/liberer-interruptions';
import { limiteDonnee } from '../limite-donnee';
import { AUTEUR, avecParcours, avecRegistre } from '../services';
import { type Console, dire, donner } from '../sortie';

interface Options {
  liberer?: boolean;
  limite: string;
  auteur: string;
  json?: boolean;
}

/** `interruptions`: hours during which nothing ran; `--liberer` lets go what waits for someone to have seen. */
export const interruptions = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Liste les interruptions de plus de quatre heures. Après l’une d’elles, les refus par silence, les sorties et les décisions attendent la fin du jour ouvré suivant : --liberer les fait partir, une fois les dossiers regardés.',
    )
    .option('--liberer', 'laisse partir ce qui attend')
    .option('--auteur <id>', 'identifiant de qui libère', AUTEUR)
    .option('--limite <nombre>', 'nombre d’interruptions montrées, les dernières d’abord', '20')
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ liberer, auteur, limite, json }: Options) => {
      const montrees = limiteDonnee(limite);
      if (liberer) return faireLiberer(console, auteur);
      await avecRegistre(console, async ({ registre }) => {
        const trouvees = await listerInterruptions(registre, montrees + 1);
        const liste = trouvees.slice(0, montrees);
        if (json) return donner(console, liste);
        if (liste.length === 0) return dire(console, 'Aucune interruption de plus de quatre heures.');
        for (const { debut, fin, libereeLe, libereePar } of liste) {
          const suite = libereeLe ? `, libérée le ${instantEnClair(libereeLe)} par ${libereePar}` : '';
          dire(console, `du ${instantEnClair(debut)} au ${instantEnClair(fin)}${suite}`);
        }
        if (trouvees.length > liste.length)
          dire(console, 'Il y en a de plus anciennes ; --limite en montre davantage.');
        const maintenant = console.maintenant();
        const retour = await retourInterruption(registre, maintenant);
        const jusqua = retour && finDeVeille(retour, 'metropole');
        if (!jusqua || jusqua < maintenant) return dire(console, '\nPlus rien n’attend.');
        const dossiers = (await enAttenteDeVeille(registre, maintenant)).length;
        dire(
          console,
          `\nRefus par silence, sorties et décisions attendent jusqu’au ${instantEnClair(jusqua)} (${compte(dossiers, 'dossier')} pour l’instant). Une fois les dossiers regardés, « jalon interruptions --liberer » les laisse partir.`,
        );
      });
    });

const faireLiberer = (console: Console, auteur: string): Promise<void> =>
  avecParcours(console, async (s) => {
    const relances = await libererCeQuiAttend(s, auteur, console.maintenant());
    if (relances === null) return dire(console, 'Rien n’attend : aucune interruption n’est à libérer.');
    dire(
      console,
      relances === 0
        ? 'Libéré. Aucun courrier n’attendait.'
        : `Libéré. Les courriers de ${compte(relances, 'parcours', 'parcours')} partent maintenant, dans les heures d’envoi.`,
    );
  });
