import type { Command } from 'commander';
import { enChiffres, lireDate } from '../../../domain/calendrier/dates';
import { clesExpliquees, type Entree, type Explication } from '../../../domain/droit/expliquer';
import { expliquerScenario } from '../../../domain/droit/expliquer/scenario';
import { libellesCertitude } from '../../../domain/droit/reglements';
import { lireConnu } from '../../usages/commun/lire-connu';
import { scenarioInscrit } from '../../usages/commun/scenario-inscrit';
import { estUnNumero } from '../numero-ou-fichier';
import { avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, lireJson, MauvaisUsage, tableau } from '../sortie';

/** `expliquer`: why each date and each refusal; needs the register alone, or nothing for a file. */
export const expliquer = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Dit pourquoi chaque date, chaque statut, chaque refus d’un dossier ou d’un scénario {dossier, evenements, surcharge?, dateObservation?} : la règle, les données, le calcul en une phrase, la source, et le doute quand les textes en laissent un. Un fichier ne demande aucun serveur.',
    )
    .argument('<dossier>', 'numéro du dossier, ou fichier JSON d’un scénario (- pour l’entrée standard)')
    .argument('[cle]', 'clé du résultat : terme, reinscription.limite, courriers.C13_FIN_CSP ; toutes sinon')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, cle: string | undefined, { json }: { json?: boolean }) => {
      verifierCle(cle);
      const scenario = estUnNumero(saisi)
        ? await scenarioDuRegistre(console, numeroDonne(saisi))
        : await lireJson(console, saisi);
      const explications = expliquerScenario(scenario, cle);
      if (json) donner(console, explications);
      else if (explications.length === 0) dire(console, `« ${cle} » n’a pas de valeur pour ce dossier.`);
      else if (cle === undefined) direToutes(console, explications);
      else for (const explication of explications) direUne(console, explication);
    });

function verifierCle(cle: string | undefined): void {
  const racine = cle?.split('.')[0];
  if (racine === undefined || clesExpliquees.some((connue) => connue === racine)) return;
  throw new MauvaisUsage(`La clé « ${racine} » n’existe pas. Au choix : ${clesExpliquees.join(', ')}.`);
}

const scenarioDuRegistre = (console: Console, numero: string): Promise<object> =>
  avecRegistre(console, async ({ registre }) => scenarioInscrit(await lireConnu(registre, numero)));

function direToutes(console: Console, explications: readonly Explication[]): void {
  const colonnes = [{ titre: 'Ce qui est expliqué', max: 34 }, { titre: 'Pourquoi' }, { titre: 'Règle', max: 10 }];
  const lignes = explications.map((e) => [enUneLigne(e), e.phrase, e.regle]);
  dire(console, tableau(colonnes, lignes));
  dire(console, '\nUne clé donne les données, la source et le doute : jalon expliquer <dossier> terme');
}

/** "Terme : 03/04/2026 (terme)". */
function enUneLigne({ cle, libelle, valeur }: Explication): string {
  const dit = enClair(valeur);
  return `${libelle}${dit === '' ? '' : `\u00a0: ${dit}`} (${cle})`;
}

function direUne(console: Console, e: Explication): void {
  dire(console, `${enUneLigne(e)}\n${e.phrase}`);
  dire(console, `Règle ${e.regle}. Source\u00a0: ${e.source} (${libellesCertitude[e.certitude]}).`);
  if (e.doute !== null) dire(console, `À savoir\u00a0: ${e.doute}`);
  const donnees = e.entrees.map(donnee).filter((ligne) => ligne !== null);
  if (donnees.length > 0) dire(console, `D’après\u00a0: ${donnees.join(' ; ')}.`);
  dire(console);
}

function donnee({ libelle, valeur }: Entree): string | null {
  const dit = enClair(valeur);
  return dit === '' ? null : `${libelle.charAt(0).toLowerCase()}${libelle.slice(1)} ${dit}`;
}

/** A value in a few words; nothing for what a sentence says better. */
function enClair(valeur: unknown): string {
  const date = lireDate(valeur);
  if (date !== null) return enChiffres(date);
  if (typeof valeur === 'string' || typeof valeur === 'number') return String(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur)) return '';
  const { debut, fin, date: jour } = valeur as Record<string, unknown>;
  const [du, au, le] = [debut, fin, jour].map(lireDate);
  if (du && au) return `du ${enChiffres(du)} au ${enChiffres(au)}`;
  if (le ?? du) return enChiffres((le ?? du)!);
  return '';
}
