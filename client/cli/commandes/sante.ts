import type { Command } from 'commander';
import { urlRegistre } from '../../../commun/registre-local';
import { lireReglages, type Reglages } from '../../../commun/reglages';
import { trousseauDe } from '../../../commun/trousseau';
import { ouvrirRegistre } from '../../../registre';
import { compte, instantEnClair } from '../../affichage/libelles';
import { releverSante } from '../../usages/relever-sante';
import { examinerSante, type Sante } from '../../usages/sante/examiner';
import type { ReleveSante } from '../../usages/sante/releve';
import { limiteDonnee } from '../limite-donnee';
import { registreMuet } from '../services';
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
    .action(async ({ limite, json }: { limite: string; json?: boolean }) => {
      const montres = limiteDonnee(limite);
      const reglages = lireReglages(console.env);
      const sante = await examiner(reglages, console.maintenant(), montres);
      if (json) donner(console, sante);
      else direSante(console, reglages, sante);
      if (sante.etat !== 'ok') commande.parent!.setOptionValue('statut', STATUT.REFUSE);
    });

/** Neither is asked to answer before the others are: what is down is to be said whole, within ten seconds. */
async function examiner(reglages: Reglages, maintenant: Date, montres: number): Promise<Sante> {
  // Loaded late: gRPC takes longer to load than most commands to run. By require: only it is hooked by the launcher.
  const { preparerClient } = require('../../temporal') as typeof import('../../temporal');
  const { sondesDe } = require('../../local/sondes') as typeof import('../../local/sondes');
  const registre = ouvrirRegistre(urlRegistre(reglages), { connexions: 2 });
  const temporal = preparerClient(reglages);
  try {
    return await examinerSante({
      sondes: sondesDe(reglages, registre, temporal),
      resumer: async () => null,
      relever: () => releverSante({ registre, temporal, trousseau: trousseauDe(reglages) }, maintenant, montres),
    });
  } finally {
    await Promise.all([registre.fermer(), temporal.connection.close()]);
  }
}

function direSante(console: Console, reglages: Reglages, { parties, raisons, releve }: Sante): void {
  const { moteurMuet } = require('../../temporal') as typeof import('../../temporal');
  const relais = raisons.relais === undefined ? 'dans le temps donné' : `(${raisons.relais})`;
  const muettes = [
    ...(parties.registre === 'muet' ? [registreMuet(reglages, raisons.registre)] : []),
    ...(parties.moteur === 'muet' ? [moteurMuet(reglages, raisons.moteur)] : []),
    ...(parties.relais === 'muet' ? [`Le relais des e-mails ne répond pas ${relais}.`] : []),
  ];
  if (muettes.length === 0) dire(console, 'Le registre, le moteur et le relais des e-mails répondent.');
  for (const phrase of muettes) dire(console, phrase);
  if (releve !== null) direReleve(console, releve);
  else dire(console, 'Parcours, workers et courriers ne peuvent pas être relevés pour l’instant.');
}

function direReleve(console: Console, releve: ReleveSante): void {
  const { alertes, informations, enEchec, enRetard, workers, courriers, suspendus } = releve;
  for (const alerte of alertes) dire(console, alerte);
  const bloques = [...enEchec.bloques, ...enRetard.bloques];
  for (const { id, raison } of bloques) dire(console, `  ${id} : ${raison}`);
  const total = enEchec.nombre + enRetard.nombre;
  if (total > bloques.length) dire(console, `  ${bloques.length} sur ${total} ; --limite en montre davantage.`);
  const { nombre, depuis } = courriers;
  dire(
    console,
    depuis === null
      ? `Aucun courrier dû n’attend${suspendus === null ? '' : ' d’autre chose que leur reprise'}.`
      : `${compte(nombre, 'courrier dû', 'courriers dus')}, le plus ancien depuis le ${instantEnClair(depuis)}.`,
  );
  for (const information of informations) dire(console, information);
  const vivants = new Set(workers.filter(({ fige }) => !fige).map((w) => w.identite));
  dire(console, `${compte(vivants.size, 'worker donne', 'workers donnent')} signe de vie.`);
}
