import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { residenceDe } from '../../../domain/faits/residence-de';
import { type ActionInscrite, type DossierInscrit, listerActions, type Registre } from '../../../registre';
import { dateSaisie } from '../../saisie/date';
import { ajouterAuPlan } from '../../usages/ajouter-au-plan';
import { changerLePlan, retirerDuPlan } from '../../usages/changer-le-plan';
import { lireConnu } from '../../usages/commun/lire-connu';
import { Refus } from '../../usages/commun/refus';
import { faireUneAction } from '../../usages/faire-une-action';
import { nouvelId } from '../../usages/planifier-rendez-vous';
import { gestesDUnDossier, signe } from '../gestes';
import { jourDonne } from '../jour-donne';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';

interface Options {
  quoi?: string;
  pourLe?: string;
  le?: string;
  id?: string;
  auteur: string;
  json?: boolean;
}

/** A gesture on the plan of a dossier. */
interface Cadre {
  registre: Registre;
  inscrit: DossierInscrit;
  auteur: string;
  maintenant: Date;
}

/** `plan ajouter|changer|faite|retirer|liste`: the shared action plan of a dossier. */
export function plan(commande: Command, console: Console): Command {
  const geste = gestesDUnDossier(commande);
  const surUne = (nom: string, resume: string): Command =>
    signe(geste(nom, resume).argument('<id>', 'identifiant de l’action, donné par « plan liste »'));
  const POUR_LE = ['--pour-le <date>', 'AAAA-MM-JJ ou JJ/MM/AAAA'] as const;

  commande.description('Le plan d’action partagé d’un dossier : ajouter, changer, dire faite ou retirer une action.');
  signe(geste('ajouter', 'ajoute une action'))
    .requiredOption('--quoi <texte>', 'ce qu’il faut faire')
    .option(...POUR_LE)
    .option('--id <id>', 'identifiant de l’action : le même donné deux fois n’en ajoute qu’une (tiré au sort sinon)')
    .action((numero: string, { quoi = '', pourLe = '', id = nouvelId(), ...options }: Options) =>
      faire(console, numero, options, ({ registre, inscrit, auteur, maintenant }) =>
        ajouterAuPlan(registre, inscrit.numero, { id, quoi, pourLe: dateSaisie(pourLe) }, auteur, maintenant),
      ),
    );
  surUne('changer', 'change ce qu’il faut faire, ou pour quand')
    .option('--quoi <texte>', 'ce qu’il faut faire ; comme avant sans indication')
    .option(POUR_LE[0], `${POUR_LE[1]} ; comme avant sans indication, aucune date avec --pour-le ""`)
    .action((numero: string, id: string, { quoi, pourLe, ...options }: Options) => {
      if (quoi === undefined && pourLe === undefined) throw new MauvaisUsage('Donnez --quoi ou --pour-le.');
      return faire(console, numero, options, async ({ registre, inscrit, auteur, maintenant }) => {
        const { vue } = await viser(registre, inscrit, id);
        const voulue = { quoi: quoi ?? vue.quoi, pourLe: dateSaisie(pourLe ?? vue.pourLe) };
        await changerLePlan(registre, inscrit.numero, { id, vue }, voulue, auteur, maintenant);
      });
    });
  surUne('faite', 'dit une action faite')
    .option('--le <date>', 'jour où elle l’a été ; aujourd’hui sans indication')
    .action((numero: string, id: string, { le: ecrit, ...options }: Options) => {
      const donne = ecrit === undefined ? null : jourDonne('--le', ecrit);
      return faire(console, numero, options, ({ registre, inscrit, auteur, maintenant }) => {
        const le = donne ?? dateLocale(maintenant, fuseau(residenceDe(inscrit)));
        return faireUneAction(registre, { numero: inscrit.numero, id, le }, auteur, maintenant);
      });
    });
  surUne('retirer', 'retire une action').action((numero: string, id: string, options: Options) =>
    faire(console, numero, options, async ({ registre, inscrit, auteur, maintenant }) => {
      const visee = await viser(registre, inscrit, id);
      await retirerDuPlan(registre, inscrit.numero, visee, auteur, maintenant);
    }),
  );
  geste('liste', 'montre le plan').action((numero: string, options: Options) =>
    faire(console, numero, options, async () => undefined),
  );
  return commande;
}

/** Does what is asked, then shows the plan as it is. */
async function faire(
  console: Console,
  saisi: string,
  { auteur, json }: Pick<Options, 'auteur' | 'json'>,
  agir: (cadre: Cadre) => Promise<void>,
): Promise<void> {
  const numero = numeroDonne(saisi);
  await avecRegistre(console, async ({ registre }) => {
    const inscrit = await lireConnu(registre, numero);
    await agir({ registre, inscrit, auteur, maintenant: console.maintenant() });
    const actions = await listerActions(registre, numero);
    if (json) donner(console, actions);
    else dire(console, actions.length === 0 ? 'Aucune action n’est notée.' : enTableau(actions));
  });
}

/** The line as the plan says it now. @throws Refus ACTION_INCONNUE */
async function viser(registre: Registre, { numero }: DossierInscrit, id: string) {
  const actuelle = (await listerActions(registre, numero)).find((action) => action.id === id);
  if (actuelle === undefined) throw Refus.de('ACTION_INCONNUE');
  return { id, vue: { quoi: actuelle.quoi, pourLe: actuelle.pourLe ?? '' } };
}

const enTableau = (actions: readonly ActionInscrite[]): string =>
  tableau(
    ['Identifiant', 'Quoi', 'Pour le', 'Faite le'].map((titre) => ({ titre })),
    actions.map(({ id, quoi, pourLe, faiteLe }) => [
      id,
      quoi,
      pourLe === null ? '–' : enChiffres(pourLe),
      faiteLe === null ? '–' : enChiffres(faiteLe),
    ]),
  );
