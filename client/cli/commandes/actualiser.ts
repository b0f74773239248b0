import type { Command } from 'commander';
import { deMois, enChiffres } from '../../../domain/calendrier/dates';
import { compte } from '../../affichage/libelles';
import { dateSaisie } from '../../saisie/date';
import { Refus } from '../../usages/commun/refus';
import { declarerActualisation } from '../../usages/declarer-actualisation';
import { importerActualisations, type LigneActualisation } from '../../usages/importer-actualisations';
import { AUTEUR, agenceVue, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, lireTableur, MauvaisUsage, STATUT, tableau } from '../sortie';

interface Options {
  mois?: string;
  le?: string;
  fichier?: string;
  auteur: string;
  json?: boolean;
}

/** `actualiser`: that someone did her monthly actualisation, one by one or from France Travail's list. */
export const actualiser = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Enregistre une actualisation mensuelle, ou toutes celles d’une liste CSV (colonnes numero, mois, date). Recommencer ne compte rien deux fois ; une autre date pour le même mois remplace la première.',
    )
    .argument('[numero]', 'numéro du dossier')
    .option('--mois <mois>', 'mois pour lequel elle est faite, AAAA-MM')
    .option('--le <date>', 'jour où elle a été faite, AAAA-MM-JJ ou JJ/MM/AAAA')
    .option('--fichier <csv>', 'liste à lire, ou - pour l’entrée standard')
    .option('--auteur <id>', 'identifiant de qui enregistre', AUTEUR)
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string | undefined, options: Options) => {
      if (options.fichier !== undefined) {
        if (saisi !== undefined || options.mois !== undefined || options.le !== undefined)
          throw new MauvaisUsage('--fichier s’emploie seul : le numéro, le mois et la date sont dans la liste.');
        const refusees = await lireListe(console, options.fichier, options);
        if (refusees > 0) commande.parent!.setOptionValue('statut', STATUT.REFUSE);
        return;
      }
      const { mois, le } = options;
      if (saisi === undefined || mois === undefined || le === undefined)
        throw new MauvaisUsage('Donnez un numéro, --mois et --le, ou --fichier.');
      await enregistrer(console, numeroDonne(saisi), mois, le, options);
    });

async function enregistrer(
  console: Console,
  numero: string,
  mois: string,
  le: string,
  options: Options,
): Promise<void> {
  await avecRegistre(console, async ({ registre }) => {
    const saisie = { numero, mois, le: dateSaisie(le) };
    const issue = await declarerActualisation(registre, saisie, options.auteur, console.maintenant());
    if (!issue.ok) throw new Refus([{ code: issue.code, phrase: issue.phrase }]);
    if (options.json) return donner(console, { numero, mois: issue.mois, le: issue.le, suite: issue.suite });
    dire(console, `Actualisation ${deMois(issue.mois)} faite le ${enChiffres(issue.le)} : ${SUITES[issue.suite]}.`);
  });
}

const SUITES = {
  CONSIGNEE: 'enregistrée',
  CORRIGEE: 'corrigée',
  DEJA_CONSIGNEE: 'déjà enregistrée',
} as const;

/** @returns how many lines were refused */
async function lireListe(console: Console, chemin: string, { auteur, json }: Options): Promise<number> {
  const texte = await lireTableur(console, chemin);
  return avecRegistre(console, async ({ registre }) => {
    const { lignes, avertissements } = await importerActualisations(
      registre,
      texte,
      auteur,
      console.maintenant(),
      agenceVue(console),
    );
    const refusees = lignes.filter((l) => l.erreur !== null);
    if (json) donner(console, lignes);
    else direListe(console, avertissements, lignes, refusees);
    return refusees.length;
  });
}

function direListe(
  console: Console,
  avertissements: readonly string[],
  lignes: readonly LigneActualisation[],
  refusees: readonly LigneActualisation[],
): void {
  for (const avertissement of avertissements) dire(console, `Attention : ${avertissement}`);
  if (refusees.length > 0) {
    const colonnes = [{ titre: 'Ligne', droite: true }, { titre: 'Dossier' }, { titre: 'Pourquoi' }];
    const motifs = refusees.map((l) => [String(l.ligne), l.numero || '–', `${l.erreur!.phrase} (${l.erreur!.code})`]);
    dire(console, `${tableau(colonnes, motifs)}\n`);
  }
  const nombre = (suite: keyof typeof SUITES) => lignes.filter((l) => l.suite === suite).length;
  dire(
    console,
    [
      `${compte(lignes.length, 'ligne')} : ${compte(nombre('CONSIGNEE'), 'enregistrée')}`,
      compte(nombre('CORRIGEE'), 'corrigée'),
      compte(nombre('DEJA_CONSIGNEE'), 'déjà enregistrée', 'déjà enregistrées'),
      `${compte(refusees.length, 'refusée')}.`,
    ].join(', '),
  );
}
