import type { Command } from 'commander';
import { enChiffres } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { residenceDe } from '../../../domain/faits/residence-de';
import { compterTaches, lireDossier, lireTache, listerTaches, type Registre } from '../../../registre';
import { dateSaisie } from '../../saisie/date';
import { Refus } from '../../usages/commun/refus';
import { confierUneTache } from '../../usages/confier-tache';
import { reporterUneTache } from '../../usages/reporter-tache';
import { terminerUneTache } from '../../usages/terminer-tache';
import { limiteDonnee } from '../limite-donnee';
import { agenceVue, auteurDe, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner } from '../sortie';

interface Options {
  faite?: string;
  reporter?: string;
  au?: string;
  confier?: string;
  a?: string;
  motif?: string;
  toutes?: boolean;
  referent?: string;
  limite: string;
  json?: boolean;
}

/** `taches`: what waits for counsellors; `--faite` ends one. */
export const taches = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Liste les tâches à faire, de tous les dossiers ou d’un seul ; en termine, en reporte ou en confie une.',
    )
    .argument('[numero]', 'numéro d’un dossier')
    .option('--faite <cle>', 'marque cette tâche comme faite')
    .option('--reporter <cle>', 'remet cette tâche à un autre jour : --au et --motif')
    .option('--au <jour>', 'avec --reporter : le jour où elle revient')
    .option('--confier <cle>', 'confie cette tâche à un collègue de l’agence : --a')
    .option('--a <referent>', 'avec --confier : à qui ; sans lui, elle revient au référent du dossier')
    .option(
      '--motif <texte>',
      'avec --faite : pourquoi, quand ce qu’elle attendait n’est pas consigné ; avec --reporter : pourquoi',
    )
    .option('--toutes', 'montre aussi les tâches faites')
    .option('--referent <id>', 'seulement celles des dossiers de ce référent')
    .option('--limite <nombre>', 'nombre de tâches montrées, les plus proches d’abord', '200')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string | undefined, options: Options) => {
      const { faite, motif, toutes, referent, limite, json } = options;
      const montrees = limiteDonnee(limite);
      const numero = saisi === undefined ? undefined : numeroDonne(saisi);
      await avecRegistre(console, async ({ registre }) => {
        if (faite !== undefined) {
          const maintenant = console.maintenant();
          const demande = { cle: faite, numero, auteur: auteurDe(console), motif };
          await terminerUneTache(registre, demande, maintenant);
        }
        await remettre(registre, console, options);
        const filtre = {
          numero,
          ...(toutes ? {} : { statut: 'A_FAIRE' as const }),
          dossiers: { referent, agence: agenceVue(console) },
        };
        const liste = await listerTaches(registre, { ...filtre, limite: montrees });
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
        const total = liste.length < montrees ? liste.length : await compterTaches(registre, filtre);
        if (total > liste.length) dire(console, `\n${liste.length} sur ${total} ; --limite en montre davantage.`);
      });
    });

/** Puts a task off, or gives it to a colleague, when asked to. @throws Refus TACHE_INCONNUE, and those of either act */
async function remettre(
  registre: Registre,
  console: Console,
  { reporter, au, confier, a, motif }: Options,
): Promise<void> {
  const cle = reporter ?? confier;
  if (cle === undefined) return;
  const tache = await lireTache(registre, cle);
  const inscrit = tache && (await lireDossier(registre, tache.numero));
  if (!inscrit) throw Refus.de('TACHE_INCONNUE');
  const { numero, agence } = inscrit;
  const maintenant = console.maintenant();
  const commun = { cle, numero, auteur: auteurDe(console) };
  if (reporter === undefined) return confierUneTache(registre, { ...commun, agence, a: a ?? '' }, maintenant);
  const aujourdhui = dateLocale(maintenant, fuseau(residenceDe(inscrit)));
  await reporterUneTache(registre, { ...commun, au: dateSaisie(au ?? ''), motif: motif ?? '' }, aujourdhui, maintenant);
}
