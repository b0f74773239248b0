import type { Command } from 'commander';
import { type DateCivile, enChiffres, lireDate } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import {
  type Droits,
  type Estime,
  estimerDroits,
  euros,
  lireMontants,
  type ScenarioChiffre,
} from '../../../domain/droit/montants';
import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import { lireConnu } from '../../usages/commun/lire-connu';
import { estUnFichier } from '../numero-ou-fichier';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, lireJson, MauvaisUsage } from '../sortie';

interface Options {
  montants: string;
  date?: string;
  json?: boolean;
}

/** `droits`: amounts as estimates, from a dossier of the register or a scenario; nothing is recorded. */
export const droits = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Estime les droits d’un dossier, ou d’un scénario sans serveur : allocation journalière, droits restants, prime, IDR, préavis. Ce sont des estimations : seuls France Travail et l’employeur arrêtent les montants. Les montants donnés ne sont pas enregistrés.',
    )
    .argument('<dossier>', 'numéro du dossier, ou fichier JSON {dossier, evenements}, ou - pour l’entrée standard')
    .requiredOption('--montants <fichier>', 'fichier JSON des montants connus, en centimes (tous facultatifs)')
    .option('--date <AAAA-MM-JJ>', 'jour à partir duquel compter les droits restants (aujourd’hui par défaut)')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, { montants: chemin, date, json }: Options) => {
      const lus = lireMontants(await lireJson(console, chemin));
      if (!lus.ok) throw new MauvaisUsage(`Montants refusés : ${lus.erreurs.join(' ; ')}.`);
      const demande = date === undefined ? null : lireDate(date);
      if (date !== undefined && demande === null)
        throw new MauvaisUsage(`--date attend un jour AAAA-MM-JJ qui existe ; reçu « ${date} ».`);
      const scenario = estUnFichier(saisi)
        ? lireScenario(await lireJson(console, saisi))
        : await inscrit(console, saisi);
      const { residence } = scenario.dossier;
      const jour = demande ?? dateLocale(console.maintenant(), fuseau(typeof residence === 'string' ? residence : ''));
      const estimes = estimerDroits(scenario, lus.montants, jour);
      if (estimes === null) throw new MauvaisUsage('Le dossier n’est pas valide : « jalon calculer » dit pourquoi.');
      if (json) donner(console, estimes);
      else direDroits(console, estimes);
    });

function lireScenario(valeur: unknown): ScenarioChiffre {
  const { dossier, evenements = [], surcharge = {} } = (valeur ?? {}) as Partial<ScenarioChiffre>;
  if (typeof dossier !== 'object' || dossier === null || !Array.isArray(evenements))
    throw new MauvaisUsage('Un scénario {dossier, evenements} est attendu.');
  return { dossier, evenements, surcharge };
}

async function inscrit(console: Console, saisi: string): Promise<ScenarioChiffre> {
  const numero = numeroDonne(saisi);
  return avecRegistre(console, async ({ registre }) => {
    const lu = await lireConnu(registre, numero);
    const { dossier, faits, surcharge } = resoudreParcours(lu.dossier, lu.journal);
    return { dossier, surcharge, evenements: faits.map(({ evenement }) => evenement) };
  });
}

function direDroits(console: Console, d: Droits): void {
  dire(
    console,
    `Estimation au ${enChiffres(d.date)}, règlement ${d.reglement}. Aucun de ces montants n’engage personne.`,
  );
  const ligne = <T>(titre: string, e: Estime<T>, montre: (valeur: T) => string[]) => {
    dire(console, `\n${titre}`);
    for (const texte of e.statut === 'ESTIME' ? montre(e as T) : [(e as { phrase: string }).phrase])
      dire(console, texte);
  };
  const somme = ({ centimes, formule, source }: { centimes: number; formule: string; source: string }) =>
    `${euros(centimes)}. ${formule} (${source})`;
  ligne('Allocation journalière', d.allocationJournaliere, (m) => [somme(m)]);
  ligne('Droits restants', d.droitsRestants, (m) => [somme(m)]);
  for (const { contratId, montant } of d.primes)
    ligne(`Prime de reclassement, contrat ${contratId}`, montant, (m) => [
      somme(m),
      ...m.versements.map((v) => `- au plus tôt le ${enChiffres(v.date)} : ${euros(v.centimes)}`),
    ]);
  for (const { contratId, montant } of d.idr)
    ligne(`Indemnité différentielle de reclassement, contrat ${contratId}`, montant, (m) => [somme(m)]);
  ligne('Contribution de l’employeur', d.contributionEmployeur, (c) => [jourDu(c)]);
  ligne('Préavis', d.preavis, (p) => [
    `À la personne : ${somme(p.aLaPersonne)}`,
    `À France Travail : ${somme(p.aFranceTravail)}`,
  ]);
}

const jourDu = ({ date, formule, source }: { date: DateCivile; formule: string; source: string }) =>
  `À payer le ${enChiffres(date)}. ${formule} (${source})`;
