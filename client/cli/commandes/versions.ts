import type { Command } from 'commander';
import { lireReglages } from '../../../commun/reglages';
import { lireVersions, type VersionConnue, type VersionsConnues } from '../../usages/commun/versions';
import { promouvoirVersion } from '../../usages/promouvoir-version';
import { enFrancais } from '../francais';
import { avecMoteur } from '../services';
import { type Console, dire, donner, MauvaisUsage, tableau } from '../sortie';

/** `versions`: which releases' workers the engine knows, and which one goes on with what lives. */
export function versions(commande: Command, console: Console): Command {
  commande.description('Dit quelles versions de workers le moteur connaît, et laquelle continue ce qui est en cours.');
  enFrancais(commande.command('lister'))
    .summary('dit quelles versions le moteur connaît, la dernière venue d’abord')
    .description('Dit quelles versions le moteur connaît (JALON_VERSION de leurs workers), la dernière venue d’abord.')
    .option('--json', 'réponse lisible par une machine')
    .action(async ({ json }: { json?: boolean }) => {
      const connues = await avecMoteur(lireReglages(console.env), lireVersions);
      if (json) donner(console, connues);
      else direVersions(console, connues);
    });
  enFrancais(commande.command('promouvoir'))
    .summary('confie à une version ce qui est en cours')
    .description(
      'Confie à une version tout ce qui est en cours, chacun à sa prochaine tâche, et tout ce qui commencera ; ou une part, pour l’essayer. Ses workers doivent être prêts. La promouvoir à nouveau est sans effet ; promouvoir la précédente ramène tout à elle.',
    )
    .argument('[version]', 'JALON_VERSION de ses workers')
    .option('--part <pourcent>', 'n’en confie que tant sur cent (0 : plus aucun)')
    .option('--aucune', 'confie tout aux workers lancés sans JALON_VERSION')
    .action(async (version: string | undefined, { part, aucune }: { part?: string; aucune?: boolean }) => {
      if ((version === undefined) !== (aucune ?? false)) throw new MauvaisUsage('Donnez une version, ou --aucune.');
      const promotion = { version: version ?? null, ...(part === undefined ? {} : { part: pourcent(part) }) };
      await avecMoteur(lireReglages(console.env), (client) => promouvoirVersion(client, promotion));
      dire(console, phrase(promotion));
    });
  return commande;
}

const nommer = (version: string | null): string =>
  version === null ? 'aux workers sans version' : `à la version « ${version} »`;

const phrase = ({ version, part }: { version: string | null; part?: number }): string =>
  part === undefined
    ? `Tout ce qui est en cours est confié ${nommer(version)}.`
    : `${part} % de ce qui est en cours est confié ${nommer(version)}.`;

function direVersions(console: Console, { courante, versions: connues }: VersionsConnues): void {
  if (connues.length === 0) {
    dire(console, 'Aucune version : les workers sont lancés sans JALON_VERSION, et prennent tout ce qui vient.');
    return;
  }
  dire(console, `Tout ce qui est en cours est confié ${nommer(courante)}.`);
  const colonnes = [{ titre: 'Version' }, { titre: 'État' }, { titre: 'Premier worker' }];
  dire(
    console,
    `\n${tableau(
      colonnes,
      connues.map((v) => [v.version, etat(v), v.depuis]),
    )}`,
  );
}

function etat({ etat: lequel, part }: VersionConnue): string {
  switch (lequel) {
    case 'COURANTE':
      return 'courante';
    case 'EN_ESSAI':
      return `à l’essai sur ${part} %`;
    case 'ATTEND':
      return 'attend d’être promue';
    case 'RETIREE':
      return 'retirée';
  }
}

function pourcent(saisi: string): number {
  if (!/^(100|\d{1,2})$/.test(saisi)) throw new MauvaisUsage(`--part attend un nombre de 0 à 100, pas « ${saisi} ».`);
  return Number(saisi);
}
