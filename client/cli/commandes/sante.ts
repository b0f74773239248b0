import type { Command } from 'commander';
import { compte, instantEnClair } from '../../affichage/libelles';
import { type ReleveSante, releverSante } from '../../usages/relever-sante';
import { limiteDonnee } from '../limite-donnee';
import { avecParcours } from '../services';
import { type Console, dire, donner, STATUT } from '../sortie';

/** `sante`: what answers and what does not go on, for machines without the web tool; status 1 when there is something to look at. */
export const sante = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Dit si le registre, le moteur et le relais des e-mails répondent, quels parcours n’avancent pas et pourquoi, quels workers se taisent, depuis quand le plus ancien courrier attend. Statut de sortie 1 dès qu’il y a quelque chose à regarder.',
    )
    .option(
      '--limite <nombre>',
      'nombre de parcours montrés parmi ceux dont la tâche échoue, puis parmi les endormis',
      '10',
    )
    .option('--json', 'réponse lisible par une machine')
    .action(({ limite, json }: { limite: string; json?: boolean }) => {
      const montres = limiteDonnee(limite);
      return avecParcours(console, async ({ reglages, registre, temporal }) => {
        const { raisonDuRelais } = require('../../local/sondes') as typeof import('../../local/sondes');
        const relais = await raisonDuRelais(reglages.smtp.url);
        const releve = await releverSante({ registre, temporal }, console.maintenant(), montres);
        if (json)
          donner(console, {
            parties: { registre: 'repond', moteur: 'repond', relais: relais === null ? 'repond' : 'muet' },
            releve,
          });
        else direReleve(console, relais, releve);
        if (relais !== null || releve.alertes.length > 0) commande.parent!.setOptionValue('statut', STATUT.REFUSE);
      });
    });

function direReleve(
  console: Console,
  relais: string | null,
  { alertes, enEchec, enRetard, workers, courriers }: ReleveSante,
): void {
  const dit = relais === null ? 'aussi' : `ne répond pas (${relais})`;
  dire(console, `Le registre et le moteur répondent ; le relais des e-mails ${dit}.`);
  for (const alerte of alertes) dire(console, alerte);
  const bloques = [...enEchec.bloques, ...enRetard.bloques];
  for (const { id, raison } of bloques) dire(console, `  ${id} : ${raison}`);
  const total = enEchec.nombre + enRetard.nombre;
  if (total > bloques.length) dire(console, `  ${bloques.length} sur ${total} ; --limite en montre davantage.`);
  const { nombre, depuis } = courriers;
  dire(
    console,
    depuis === null
      ? 'Aucun courrier dû n’attend.'
      : `${compte(nombre, 'courrier dû', 'courriers dus')}, le plus ancien depuis le ${instantEnClair(depuis)}.`,
  );
  dire(
    console,
    `${compte(new Set(workers.map((w) => w.identite)).size, 'worker vu', 'workers vus')} depuis cinq minutes.`,
  );
}
