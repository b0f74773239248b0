import type { Command } from 'commander';
import { lireReglages } from '../../../commun/reglages';
import { type DateCivile, enChiffres, lireDate } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau, instantMinuit } from '../../../domain/calendrier/fuseaux';
import { residenceDe } from '../../../domain/faits/residence-de';
import { clesConnues } from '../../../domain/parcours/deja-regle';
import type { EtatParcours } from '../../../domain/parcours/parcours';
import { type GenreProjete, type Projete, projeter as projeterParcours } from '../../../domain/parcours/projeter';
import type { OptionsSituer } from '../../../domain/parcours/situer';
import { etatParcours } from '../../../registre';
import { lireOptions } from '../../usages/commun/circonstances';
import { lireConnu } from '../../usages/commun/lire-connu';
import { estUnNumero } from '../numero-ou-fichier';
import { parcoursDeFichier } from '../parcours-de-fichier';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, lireJson, MauvaisUsage, tableau } from '../sortie';

interface Options {
  au?: string;
  json?: boolean;
}

/** A journey, and under which settings it is asked. */
type AProjeter = OptionsSituer & { etat: EtatParcours };

/** `projeter`: what happens if nobody does anything; needs the register alone, or nothing for a file. */
export const projeter = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Dit ce qui arrivera à partir d’aujourd’hui si personne ne fait rien : étapes, courriers, tâches, échéances, fin d’écoute. Un fichier est un document comme pour « ouvrir » ou un scénario {dossier, evenements, surcharge?} ; il ne demande aucun serveur. Rien n’est enregistré.',
    )
    .argument('<dossier>', 'numéro du dossier, ou fichier JSON (- pour l’entrée standard)')
    .option('--au <date>', 'premier jour de la projection (AAAA-MM-JJ), aujourd’hui sinon')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, { au, json }: Options) => {
      const premier = jourDonne(au);
      const { etat, ...options }: AProjeter = estUnNumero(saisi)
        ? await duRegistre(console, numeroDonne(saisi))
        : { etat: await duFichier(console, saisi, premier), envoi: lireReglages(console.env).envoi };
      const projetes = projeterParcours(etat, quand(console, etat, premier), options);
      if (json) donner(console, projetes);
      else direProjetes(console, projetes);
    });

function jourDonne(au: string | undefined): DateCivile | null {
  if (au === undefined) return null;
  const jour = lireDate(au);
  if (jour === null) throw new MauvaisUsage(`--au attend une date AAAA-MM-JJ, pas « ${au} ».`);
  return jour;
}

const zoneDe = (etat: EtatParcours): string => fuseau(residenceDe(etat));

/** Now, or the first minute of the day that was asked for, where the person lives. */
const quand = (console: Console, etat: EtatParcours, premier: DateCivile | null): string =>
  (premier === null ? console.maintenant() : instantMinuit(premier, zoneDe(etat))).toISOString();

const duRegistre = (console: Console, numero: string): Promise<AProjeter> =>
  avecRegistre(console, async ({ registre, reglages }) => {
    const inscrit = await lireConnu(registre, numero);
    const circonstances = await lireOptions(registre, inscrit.numero);
    const dejaVoulus = clesConnues(inscrit.situation);
    return { etat: etatParcours(inscrit), envoi: reglages.envoi, dejaVoulus, ...circonstances };
  });

async function duFichier(console: Console, chemin: string, premier: DateCivile | null): Promise<EtatParcours> {
  const document = await lireJson(console, chemin);
  return parcoursDeFichier(document, premier ?? dateLocale(console.maintenant(), 'Europe/Paris'));
}

const GENRES: Record<GenreProjete, string> = {
  ETAT: 'étape',
  COURRIER: 'courrier',
  ECHEANCE: 'échéance',
  TACHE: 'tâche',
  FIN_ECOUTE: 'écoute',
};

function direProjetes(console: Console, projetes: readonly Projete[]): void {
  if (projetes.length === 0) {
    dire(console, 'Plus rien n’est attendu.');
    return;
  }
  const colonnes = [
    { titre: 'Date' },
    { titre: '' },
    { titre: 'Ce qui arrive si personne ne fait rien' },
    { titre: 'Règle' },
  ];
  const lignes = projetes.map((p) => [enChiffres(p.date), GENRES[p.genre], p.libelle, p.regle ?? '']);
  dire(console, tableau(colonnes, lignes));
}
