import type { Command } from 'commander';
import { domaineDe } from '../../../commun/noms-des-remises';
import { enChiffres } from '../../../domain/calendrier/dates';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import { lireCle } from '../../../domain/catalogue/cle-courrier';
import { lireClePoint } from '../../../domain/flotte/point-du-matin';
import { compte, instantEnClair, libellesCanal, libellesDestinataire, titreCourrier } from '../../affichage/libelles';
import { depsCourriers } from '../../usages/commun/courriers';
import { type BilanRapprochement, type Retrouve, rapprocherCourriers } from '../../usages/rapprocher-courriers';
import { enFrancais } from '../francais';
import { jourDonne } from '../jour-donne';
import { AUTEUR, avecParcours } from '../services';
import { type Console, dire, direCourrier, donner, MauvaisUsage, tableau } from '../sortie';

interface Options {
  depuis: string;
  appliquer?: boolean;
  auteur: string;
  json?: boolean;
}

/** `courriers rapprocher`: after a copy was brought back, which of the letters that wait have left already. */
export function ajouterRapprochement(commande: Command, console: Console): void {
  enFrancais(commande.command('rapprocher'))
    .summary('après une restauration, compare ce qui attend à ce qui est déjà parti')
    .description(
      'Après une restauration, compare les courriers qui attendent à ce que disent le journal du relais, l’index du courrier et le dossier des SMS, et montre ceux qui sont déjà partis, sans rien changer. --appliquer les note comme partis : ils ne repartiront pas. Les dossiers de sortie (JALON_POSTE, JALON_SMS) sont lus d’eux-mêmes ; donnez les journaux du relais, et, si des jours ont été archivés ailleurs, leurs index.csv.',
    )
    .argument('[journaux...]', 'journaux du relais et index archivés, tels quels ou en .gz')
    .requiredOption('--depuis <jour>', 'jour de la copie restaurée')
    .option('--appliquer', 'note comme partis ceux qui le sont')
    .option('--auteur <id>', 'identifiant de qui compare', AUTEUR)
    .option('--json', 'réponse lisible par une machine')
    .action(async (journaux: string[], { depuis: jour, appliquer = false, auteur, json }: Options) => {
      const depuis = jourDonne('--depuis', jour);
      const bilan = await avecParcours(console, ({ reglages, ...s }) => {
        const { poste, sms, expediteur } = reglages;
        const demande = { journaux, sorties: [poste, sms], depuis, appliquer, auteur, domaine: domaineDe(expediteur) };
        return rapprocherCourriers(depsCourriers(s), demande, console.maintenant()).catch(illisible);
      });
      if (json) donner(console, bilan);
      else direBilan(console, bilan, appliquer);
    });
}

/** @throws MauvaisUsage for a log that is not there, or not to be read */
function illisible(erreur: unknown): never {
  const { path, code } = erreur as NodeJS.ErrnoException;
  if (path === undefined) throw erreur;
  throw new MauvaisUsage(`${path} ne peut pas être lu (${code}).`);
}

function direBilan(
  console: Console,
  { compares, pasDemandes, retrouves, sansPrise, inconnus }: BilanRapprochement,
  applique: boolean,
): void {
  dire(console, `${compte(compares, 'courrier')} en attente, comparés à ce qui est parti.`);
  if (pasDemandes > 0)
    dire(
      console,
      `${compte(pasDemandes, 'courrier dû n’a pas encore été demandé par son parcours', 'courriers dus n’ont pas encore été demandés par leurs parcours')} : attendre quelques minutes et recommencer avant de laisser repartir.`,
    );
  const partis = new Set(retrouves.map(({ cle }) => cle)).size;
  if (partis > 0) {
    dire(console, `\nDéjà ${partis > 1 ? 'partis' : 'parti'} : ${partis}${applique ? ', c’est noté' : ''}.`);
    const lignes = retrouves.map(({ cle, canal, le, jourSeul, source }) => [
      ...nommer(cle),
      libellesCanal[canal],
      priseLe({ le, jourSeul }),
      source,
    ]);
    direPremiers(console, ['Dossier', 'Courrier', 'À', 'Par', 'Le', 'D’après'], lignes);
    if (!applique) dire(console, 'Rien n’est noté : --appliquer le fait.');
  }
  if (sansPrise.length > 0) {
    dire(console, `\nSans trace d’un départ, ils partiront à la reprise : ${sansPrise.length}.`);
    for (const cle of sansPrise.slice(0, MONTRES)) direCourrier(console, nommer(cle), cle);
    direReste(console, sansPrise.length);
  }
  if (inconnus.length === 0) return;
  dire(
    console,
    `\nPartis depuis ce jour, et que rien ici ne connaît : ${inconnus.length}. Un fait consigné ou un dossier ouvert après la copie est perdu, ou la personne a été effacée : consigner ou ouvrir de nouveau ce qui manque, puis recommencer, avant de laisser repartir.`,
  );
  for (const { nom, source, ...prise } of inconnus.slice(0, MONTRES)) {
    dire(console, `- le ${priseLe(prise)}, d’après ${source} :`);
    // On its own line, whole: it is there to be looked for.
    dire(console, `  ${nom}`);
  }
  direReste(console, inconnus.length);
}

/** An outbox knows the day alone. */
const priseLe = ({ le, jourSeul }: Pick<Retrouve, 'le' | 'jourSeul'>): string =>
  jourSeul ? enChiffres(dateLocale(le, 'UTC')) : instantEnClair(le);

/** Of each list; `--json` gives the rest. */
const MONTRES = 100;

function direPremiers(console: Console, titres: readonly string[], lignes: readonly string[][]): void {
  const colonnes = titres.map((titre) => ({ titre }));
  dire(console, tableau(colonnes, lignes.slice(0, MONTRES)));
  direReste(console, lignes.length);
}

function direReste(console: Console, nombre: number): void {
  if (nombre > MONTRES) dire(console, `… et ${nombre - MONTRES} de plus, que --json montre.`);
}

/** A row that names a letter, or a digest. */
function nommer(cle: string): string[] {
  const point = lireClePoint(cle);
  if (point !== null) return ['', `Point du matin du ${enChiffres(point.jour)}`, point.referent];
  const lue = lireCle(cle);
  return lue === null ? [cle, '', ''] : [lue.numero, titreCourrier(lue.code), libellesDestinataire[lue.destinataire]];
}
