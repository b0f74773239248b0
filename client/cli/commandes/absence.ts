import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { absencesDepuis, ajouterAbsence, listerReferents, retirerAbsence } from '../../../registre';
import { Refus } from '../../usages/commun/refus';
import { gestesDe } from '../gestes';
import { jourDonne } from '../jour-donne';
import { AUTEUR, agenceVue, avecRegistre, exigerReferent } from '../services';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';

interface OptionsAjout {
  debut: string;
  fin?: string;
  remplacant: string;
  auteur: string;
}

/** `absence ajouter|lister|retirer`: who reads the morning digest of a counsellor who is away. */
export function absence(commande: Command, console: Console): Command {
  const geste = gestesDe(commande);
  commande.description('Dit qui remplace un référent absent : le point du matin de son portefeuille lui parvient.');

  geste('ajouter', 'inscrit une absence et qui la couvre')
    .argument('<referent>', 'identifiant du référent absent')
    .requiredOption('--debut <date>', 'premier jour d’absence, AAAA-MM-JJ')
    .option('--fin <date>', 'dernier jour d’absence ; le premier quand il n’est pas donné')
    .requiredOption('--remplacant <id>', 'identifiant de qui le remplace')
    .option('--auteur <id>', 'identifiant de qui l’inscrit', AUTEUR)
    .action((referent: string, options: OptionsAjout) => faireAjouter(console, referent, options));
  geste('lister', 'montre les absences en cours et à venir')
    .option('--json', 'réponse lisible par une machine')
    .action(({ json }: { json?: boolean }) => faireLister(console, json === true));
  geste('retirer', 'retire une absence')
    .argument('<id>', 'numéro de l’absence, donné par « absence lister »')
    .option('--auteur <id>', 'identifiant de qui la retire', AUTEUR)
    .action(async (id: string, { auteur }: { auteur: string }) => {
      if (!/^\d{1,15}$/.test(id)) throw new MauvaisUsage(`« ${id} » n’est pas le numéro d’une absence.`);
      await avecRegistre(console, async ({ registre }) => {
        const visee = { id: Number(id), agence: agenceVue(console) };
        const connue = await retirerAbsence(registre, visee, auteur, console.maintenant());
        if (!connue) throw Refus.de('ABSENCE_INCONNUE');
        dire(console, 'Absence retirée.');
      });
    });
  return commande;
}

async function faireAjouter(console: Console, referent: string, options: OptionsAjout): Promise<void> {
  const debut = jourDonne('--debut', options.debut);
  const fin = options.fin === undefined ? debut : jourDonne('--fin', options.fin);
  if (fin < debut) throw new MauvaisUsage('--fin tombe avant --debut.');
  if (fin < dateLocale(console.maintenant(), fuseau('metropole')))
    throw new MauvaisUsage('Cette absence est déjà finie : il n’y a plus de point du matin à confier.');
  await avecRegistre(console, async ({ registre }) => {
    // Of another agency, a replacement would be told of people whose dossiers she does not find.
    for (const id of [referent, options.remplacant]) await exigerReferent(console, registre, id);
    const demandee = { referent, debut, fin, remplacant: options.remplacant };
    const issue = await ajouterAbsence(registre, demandee, options.auteur, console.maintenant());
    if (issue.suite === 'REFERENT_INCONNU') throw Refus.de(`REFERENT_INCONNU:${issue.inconnu}`);
    if (issue.suite !== 'AJOUTEE') throw Refus.de(issue.suite);
    const periode = debut === fin ? `le ${enChiffres(debut)}` : `du ${enChiffres(debut)} au ${enChiffres(fin)}`;
    dire(console, `Absence inscrite, ${periode} : ${options.remplacant} reçoit le point du matin de ${referent}.`);
  });
}

const COLONNES = ['N°', 'Du', 'Au', 'Référent', 'Remplacé par'].map((titre) => ({ titre }));

async function faireLister(console: Console, json: boolean): Promise<void> {
  await avecRegistre(console, async ({ registre }) => {
    const aujourdhui = dateLocale(console.maintenant(), fuseau('metropole'));
    const absences = await absencesDepuis(registre, aujourdhui, agenceVue(console));
    if (json) return donner(console, absences);
    if (absences.length === 0) return dire(console, 'Aucune absence en cours ni à venir.');
    const noms = new Map((await listerReferents(registre)).map((r) => [r.id, `${r.prenom} ${r.nom}`]));
    const nom = (id: string) => `${noms.get(id) ?? '?'} (${id})`;
    const lignes = absences.map((a) => [
      String(a.id),
      enChiffres(a.debut),
      enChiffres(a.fin),
      nom(a.referent),
      nom(a.remplacant),
    ]);
    dire(console, tableau(COLONNES, lignes));
  });
}
