import type { Command } from 'commander';
import { type BilanEffacement, lireMotifEffacement, motifsEffacement } from '../../../domain/dossier/effacement';
import { type Effacement, listerEffacements, type Registre } from '../../../registre';
import { compte, instantEnClair } from '../../affichage/libelles';
import { Refus } from '../../usages/commun/refus';
import { confirmerLEffacement } from '../../usages/confirmer-effacement';
import { demanderLEffacement } from '../../usages/demander-effacement';
import { rejouerLesEffacements } from '../../usages/rejouer-effacements';
import { renoncerALEffacement } from '../../usages/renoncer-effacement';
import { limiteDonnee } from '../limite-donnee';
import { AUTEUR, agenceVue, avecParcours, avecRegistre, numeroDonne, vues } from '../services';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';

interface Options {
  motif?: string;
  confirmer?: boolean;
  renoncer?: boolean;
  rejouer?: boolean;
  liste?: boolean;
  auteur: string;
  limite: string;
  json?: boolean;
}

/** `effacer`: a person forgotten, asked for by one, confirmed by another; `--rejouer` after a copy was brought back. */
export const effacer = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Efface une personne, par le numéro de son dossier : identité, courriers et leur contenu, journal, tâches, rendez-vous, fichiers des dossiers de sortie et tout ce que le moteur en garde. Refusé tant que le parcours vit. Une personne le demande (--motif), une autre le confirme (--confirmer) : rien n’est effacé avant, rien ne revient après. Restent le numéro, des dates, des comptes et le journal d’audit, sans nom. Après la restauration d’une copie, --rejouer efface de nouveau tout ce qui l’avait été.',
    )
    .argument('[numero]', 'numéro du dossier')
    .option('--motif <motif>', 'demande-de-la-personne, opposition ou ouvert-par-erreur')
    .option('--confirmer', 'confirme, en seconde personne, et efface')
    .option('--renoncer', 'retire une demande que personne n’a confirmée')
    .option('--rejouer', 'efface de nouveau tout ce qui l’avait été ; un worker doit être en marche')
    .option('--liste', 'montre les effacements demandés et faits')
    .option('--auteur <id>', 'identifiant de qui le demande ou le confirme', AUTEUR)
    .option('--limite <nombre>', 'nombre d’effacements montrés par --liste', '50')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string | undefined, options: Options) => {
      const gestes = [options.motif, options.confirmer, options.renoncer, options.rejouer, options.liste];
      if (gestes.filter((geste) => geste !== undefined).length !== 1)
        throw new MauvaisUsage('Donnez l’une de ces options : --motif, --confirmer, --renoncer, --rejouer ou --liste.');
      if (options.liste) return lister(console, options);
      if (options.rejouer) return rejouer(console, options);
      if (saisi === undefined) throw new MauvaisUsage('Donnez le numéro du dossier.');
      const numero = numeroDonne(saisi);
      if (options.confirmer) return confirmer(console, numero, options);
      if (options.renoncer) return renoncer(console, numero, options);
      return demander(console, numero, options);
    });

const demander = (console: Console, numero: string, { motif: dit = '', auteur, json }: Options): Promise<void> =>
  avecRegistre(console, async ({ registre, reglages: { poste, sms } }) => {
    const motif = lireMotifEffacement(dit);
    if (motif === null) throw Refus.de('EFFACEMENT_MOTIF_INCONNU');
    const deps = { registre, sorties: [poste, sms] };
    const demande = await demanderLEffacement(deps, { numero, motif, par: auteur }, console.maintenant());
    if (json) return donner(console, demande);
    dire(
      console,
      `Effacement demandé. Rien n’est encore effacé : une autre personne le confirme par « jalon effacer ${numero} --confirmer ».`,
    );
    const { courriersAPartir, horsRegistre } = demande;
    if (horsRegistre)
      dire(
        console,
        'Le registre ne connaît pas ce dossier, seuls les dossiers du courrier et des SMS : ce qu’ils en gardent sera effacé, et ce que le moteur en garderait encore.',
      );
    if (courriersAPartir > 0)
      dire(
        console,
        `${compte(courriersAPartir, 'courrier est', 'courriers sont')} encore à partir, et ne partiront plus.`,
      );
  });

const renoncer = (console: Console, numero: string, { auteur }: Options): Promise<void> =>
  avecRegistre(console, async ({ registre }) => {
    await renoncerALEffacement(registre, { numero, par: auteur }, console.maintenant());
    dire(console, 'La demande d’effacement est retirée : rien n’a été effacé.');
  });

const confirmer = (console: Console, numero: string, { auteur, json }: Options): Promise<void> =>
  avecParcours(console, async (deps) => {
    const bilan = await confirmerLEffacement(deps, { numero, par: auteur }, console.maintenant());
    direBilan(console, bilan, json);
  });

const rejouer = (console: Console, { auteur, json }: Options): Promise<void> =>
  avecParcours(console, async (deps) => {
    const bilan = await rejouerLesEffacements(deps, auteur, console.maintenant());
    direBilan(console, bilan, json);
  });

function direBilan(console: Console, bilan: BilanEffacement | 'EN_COURS', json = false): void {
  if (json) donner(console, bilan === 'EN_COURS' ? { enCours: true } : bilan);
  else for (const phrase of bilan === 'EN_COURS' ? [EN_COURS] : phrasesDuBilan(bilan)) dire(console, phrase);
}

const EN_COURS =
  'L’effacement est en cours : il s’achèvera dès qu’un worker le pourra. « jalon effacer --liste » le dit.';

function phrasesDuBilan({ effaces, vivants, contenus, points, fichiers, executions }: BilanEffacement): string[] {
  if (effaces.length + vivants.length === 0) return ['Il n’y avait rien à effacer.'];
  const detail = [
    `${compte(contenus, 'contenu')} de courriers`,
    `${compte(points, 'point')} du matin`,
    compte(fichiers, 'fichier'),
    `${compte(executions, 'exécution')} du moteur`,
  ].join(', ');
  const dossiers = compte(effaces.length, 'dossier effacé', 'dossiers effacés');
  return [
    ...(effaces.length > 0 ? [`${dossiers} : ${detail}. Plus rien n’en est trouvé.`] : []),
    ...(vivants.length > 0 ? [`Vivants de nouveau, laissés tels quels : ${vivants.join(', ')}.`] : []),
  ];
}

const lister = (console: Console, { limite, json }: Options): Promise<void> =>
  avecRegistre(console, async ({ registre }) => {
    const liste = await siens(console, registre, await listerEffacements(registre, limiteDonnee(limite)));
    if (json) return donner(console, liste);
    if (liste.length === 0) return dire(console, 'Aucun effacement n’a été demandé.');
    const lignes = liste.map((e) => [
      e.numero,
      motifsEffacement[e.motif],
      instantEnClair(e.demandeLe),
      e.demandePar,
      ou(e),
    ]);
    const titres = ['Dossier', 'Motif', 'Demandé le', 'Par', 'Où il en est'];
    dire(
      console,
      tableau(
        titres.map((titre) => ({ titre })),
        lignes,
      ),
    );
  });

/** Those of the dossiers that this run sees: an erased one is where it was last followed. */
async function siens(console: Console, registre: Registre, liste: readonly Effacement[]): Promise<Effacement[]> {
  const agence = agenceVue(console);
  if (agence === undefined) return [...liste];
  const vivants = new Set((await vues(console, registre, liste)).map(({ numero }) => numero));
  // What only the outboxes know is of no agency: whoever asked follows it.
  const demandees = (e: Effacement) => e.demandePar === console.compte?.id;
  return liste.filter((e) => e.agence === agence || vivants.has(e.numero) || demandees(e));
}

function ou({ confirmeLe, confirmePar, effaceLe, acheveLe }: Effacement): string {
  if (acheveLe) return `effacé et vérifié le ${instantEnClair(acheveLe)}`;
  if (effaceLe) return 'effacé du registre, le moteur et les fichiers suivent';
  return confirmeLe ? `confirmé par ${confirmePar}, en cours` : 'attend une seconde personne';
}
