import type { Command } from 'commander';
import type { BilanCoherence } from '../../../workflows/inacheves/messages';
import { compte } from '../../affichage/libelles';
import { typographie } from '../../affichage/typographie';
import { type Avancement, verifierCoherence } from '../../usages/verifier-coherence';
import { avecParcours } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

/** `coherence`: what the register and the engine do not agree on; `--reparer` mends what can be. */
export const coherence = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Compare tous les parcours vivants du registre et du moteur, et dit où ils ne s’accordent pas, sans rien changer ; --reparer répare ce qui peut l’être sans risque. Un worker doit être en marche : c’est lui qui compare. Le planning « coherence » fait de même chaque nuit.',
    )
    .option('--reparer', 'répare ce qui peut l’être')
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ reparer = false, json }: { reparer?: boolean; json?: boolean }) => {
      const suivre = (avancement: Avancement) => direAvancement(console, avancement);
      const bilan = await avecParcours(console, ({ temporal }) => verifierCoherence(temporal, reparer, { suivre }));
      if (json) donner(console, bilan);
      else direBilan(console, bilan);
    });

/** On standard error: what is asked for, a table or JSON, stands alone on the other. */
function direAvancement({ erreurs }: Console, { compares, depuisMs }: Avancement): void {
  const depuis = `${Math.round(depuisMs / 1_000)} s`;
  const dit =
    compares === null
      ? `Aucun worker ne répond, depuis ${depuis}…`
      : `${compte(compares, 'dossier comparé', 'dossiers comparés')} en ${depuis}…`;
  erreurs.write(`${typographie(dit)}\n`);
}

type Constat = BilanCoherence['constats'][number];

const SORTES: Record<Constat['sorte'], string> = {
  SANS_PARCOURS: 'dossier vivant dont aucun parcours ne tourne',
  SANS_DOSSIER: 'parcours dont le registre ne connaît pas le dossier',
  VERSIONS_DIFFERENTES: 'registre et parcours n’en sont pas à la même version',
  SUIVI_DIFFERENT: 'le moteur montre encore un autre référent ou une autre agence',
  SANS_REPONSE: 'parcours qui ne répond pas',
  FAIT_EN_ATTENTE: 'fait annoncé que le parcours n’a pas pris en compte',
  COURRIER_EN_RETARD: 'courrier dont le jour est passé sans que rien n’en soit écrit',
  COURRIER_PERDU: 'courrier parti dont le registre n’a plus trace (contenu perdu)',
  ILLISIBLE: 'dossier qui ne peut pas être comparé',
};

const SUITES: Record<Constat['suite'], string> = {
  REPARE: 'réparé',
  A_REPARER: 'à réparer (--reparer)',
  A_VOIR: 'à voir',
};

function direBilan(console: Console, { dossiers, constats, suites }: BilanCoherence): void {
  dire(console, `${compte(dossiers, 'dossier vivant comparé', 'dossiers vivants comparés')} au moteur.`);
  const total = Object.values(suites).reduce((somme, nombre) => somme + nombre, 0);
  if (total === 0) {
    dire(console, 'Le registre et le moteur s’accordent.');
    return;
  }
  const colonnes = [{ titre: 'Dossier' }, { titre: 'Constat' }, { titre: 'Suite' }, { titre: 'Précision' }];
  const lignes = constats.map(({ numero, sorte, suite, detail }) => [
    numero,
    SORTES[sorte],
    SUITES[suite],
    detail ?? '',
  ]);
  dire(console, `\n${tableau(colonnes, lignes)}`);
  if (total > constats.length) dire(console, `… et ${total - constats.length} autres, dans le journal des workers.`);
}
