import type { Command } from 'commander';
import { type DateCivile, deMois, enChiffres } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { phrase } from '../../../domain/faits/erreurs';
import { datesTournee, type MomentFlotte, momentsFlotte } from '../../../domain/flotte/flotte';
import { Refus } from '../../usages/commun/refus';
import { lancerTournee } from '../../usages/lancer-tournee';
import { avecParcours } from '../services';
import { type Console, dire, MauvaisUsage } from '../sortie';

/** A tour launched outside its days would serve nobody, or sleep for months and swallow the one of the calendar. */
function refuserHorsDates(depuis: DateCivile, utileJusquau: DateCivile | null, maintenant: Date): void {
  const jour = dateLocale(maintenant, fuseau('metropole'));
  const refuser = (code: string, dates: string) => {
    throw new Refus([{ code, phrase: `${phrase(code)} (${dates})` }]);
  };
  if (jour < depuis) refuser('TOURNEE_TROP_TOT', `à partir du ${enChiffres(depuis)}`);
  if (utileJusquau !== null && jour > utileJusquau)
    refuser('TOURNEE_TROP_TARD', `jusqu’au ${enChiffres(utileJusquau)}`);
}

/** `flotte`: a tour of the monthly mail started by hand, to catch up with one that was missed. */
export const flotte = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Lance à la main une tournée d’actualisation que le calendrier n’a pas faite : « ouverture » et « rappel » écrivent aux personnes, « cloture » laisse une tâche par actualisation manquée. Personne n’est servi deux fois.',
    )
    .argument('<moment>', 'ouverture, rappel ou cloture')
    .requiredOption('--mois <mois>', 'mois déclaré, AAAA-MM')
    .action(async (saisi: string, { mois }: { mois: string }) => {
      const moment = saisi.toUpperCase() as MomentFlotte;
      if (!momentsFlotte.includes(moment)) {
        throw new MauvaisUsage(`« ${saisi} » n’est pas un moment : on attend ouverture, rappel ou cloture.`);
      }
      if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(mois)) {
        throw new MauvaisUsage(`--mois : « ${mois} » n’est pas un mois, on attend AAAA-MM.`);
      }
      await avecParcours(console, async ({ temporal }) => {
        const { depuis, utileJusquau } = datesTournee({ moment, mois });
        refuserHorsDates(depuis, utileJusquau, console.maintenant());
        const id = await lancerTournee(temporal, moment, mois);
        const jusqua = utileJusquau === null ? '' : `, jusqu’au ${enChiffres(utileJusquau)}`;
        dire(console, `Tournée « ${saisi.toLowerCase()} » ${deMois(mois)} lancée (${id}).`);
        dire(
          console,
          `Elle sert depuis le ${enChiffres(depuis)}${jusqua}. Ce qu’elle a servi se voit dans Temporal et dans « jalon taches ».`,
        );
      });
    });
