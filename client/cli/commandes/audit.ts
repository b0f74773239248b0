import type { Command } from 'commander';
import { lireDossier, tracesDuDossier, type VerificationAudit } from '../../../registre';
import { compte, instantEnClair } from '../../affichage/libelles';
import { Refus } from '../../usages/commun/refus';
import { verifierLAudit } from '../../usages/verifier-audit';
import { gestesDe } from '../gestes';
import { AUTEUR, avecRegistre, numeroDonne } from '../services';
import { type Console, dire, donner, MauvaisUsage, STATUT, tableau } from '../sortie';

/** `audit verifier|dossier`: the trail of who saw and did what, and whether it is whole. */
export function audit(commande: Command, console: Console): Command {
  const geste = gestesDe(commande);
  commande.description('Vérifie le journal d’audit, ou dit qui a vu un dossier et ce qui y a été fait.');
  geste('verifier', 'relit le journal d’audit et recalcule sa chaîne')
    .option('--connue <empreinte>', 'empreinte notée lors d’une vérification passée : une fin coupée se voit alors')
    .option('--auteur <id>', 'identifiant de qui vérifie', AUTEUR)
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ connue, auteur, json }: { connue?: string; auteur: string; json?: boolean }) => {
      if (connue !== undefined && !/^[0-9a-f]{64}$/.test(connue))
        throw new MauvaisUsage('--connue attend les 64 caractères d’une empreinte.');
      await avecRegistre(console, async ({ registre }) => {
        const verifie = await verifierLAudit(registre, { connue, auteur }, console.maintenant());
        if (json) donner(console, verifie);
        else direVerification(console, verifie);
        if (verifie.fautes.length > 0 || verifie.connue === false)
          commande.parent!.setOptionValue('statut', STATUT.REFUSE);
      });
    });
  geste('dossier', 'dit qui a vu un dossier et ce qui y a été fait')
    .argument('<numero>', 'numéro du dossier')
    .option('--json', 'réponse lisible par une machine')
    .action(async (saisi: string, { json }: { json?: boolean }) => {
      const numero = numeroDonne(saisi);
      await avecRegistre(console, async ({ registre }) => {
        if ((await lireDossier(registre, numero)) === null) throw Refus.de('DOSSIER_INCONNU');
        const traces = await tracesDuDossier(registre, numero);
        if (json) return donner(console, traces);
        const lignes = traces.map((t) => [instantEnClair(t.quand), t.auteur, t.acte, String(t.details.page ?? '')]);
        dire(
          console,
          tableau(
            ['Quand', 'Qui', 'Quoi', 'Page'].map((titre) => ({ titre })),
            lignes,
          ),
        );
      });
    });
  return commande;
}

const FAUTES = {
  CHANGEE: 'n’est plus ce qui a été scellé',
  ABSENTE: 'a été retirée, ou son sceau',
  HORS_CHAINE: 'n’a jamais été scellée',
} as const satisfies Record<VerificationAudit['fautes'][number]['faute'], string>;

function direVerification(console: Console, { scellees, tete, connue, fautes }: VerificationAudit): void {
  for (const { faute, rang, trace } of fautes)
    dire(
      console,
      `La ligne ${trace ?? '?'}${rang === null ? '' : `, au rang ${rang} de la chaîne,`} ${FAUTES[faute]}.`,
    );
  if (connue === false)
    dire(console, 'L’empreinte donnée n’est celle d’aucun sceau : la fin du journal a été coupée, ou réécrite.');
  if (fautes.length === 0 && connue !== false)
    dire(console, `Le journal d’audit est entier : ${compte(scellees, 'ligne')}.`);
  if (tete !== null) dire(console, 'Empreinte du dernier sceau, à noter hors de Jalon :');
  if (tete !== null) console.sortie.write(`${tete}\n`);
}
