import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Acces, acces, accesDe, type Tapes } from '../../client/cli/acces';
import { peut } from '../../domain/comptes/politique';
import { libellesRoles, roles } from '../../domain/comptes/roles';

/** What is typed after a command whose account depends on it: an option, or a word and the argument that it is. */
const selonCeQuiSuit: Readonly<Record<string, readonly string[]>> = {
  actualiser: ['', '--fichier'],
  agences: ['', '<organisation>'],
  coordonnees: ['', '--email'],
  droits: ['<dossier>'],
  effacer: ['--motif', '--confirmer', '--renoncer', '--rejouer', '--liste'],
  expliquer: ['<dossier>'],
  impact: ['', '--code'],
  importer: [''],
  projeter: ['<dossier>'],
  taches: ['', '--faite', '--reporter', '--confier'],
};

const tapesDe = (suite: string): Tapes => ({
  options: suite.startsWith('--') ? { [suite.slice(2)]: true } : {},
  mots: suite.startsWith('<') ? { [suite.slice(1, -1)]: ['2026-000001-05'] } : {},
});

const lesRoles = (donne: Acces): string =>
  donne === 'LIBRE'
    ? 'aucun compte'
    : roles
        .filter((role) => [donne].flat().some((usage) => peut(role, usage)))
        .map((role) => libellesRoles[role])
        .join(', ');

/** The rows of the table, by who may type, in the order of the commands. */
function rangs(): string[] {
  const parComptes = new Map<string, string[]>();
  for (const commande of Object.keys(acces))
    for (const suite of selonCeQuiSuit[commande] ?? ['']) {
      const qui = lesRoles(accesDe(commande, tapesDe(suite)));
      parComptes.set(qui, [...(parComptes.get(qui) ?? []), `\`${`${commande} ${suite}`.trim()}\``]);
    }
  return [...parComptes].map(([qui, commandes]) => `| ${qui} | ${commandes.join(', ')} |`).sort();
}

it('ce qui dépend de ce qui suit est dit pour chaque suite', () => {
  const variables = Object.keys(acces).filter((commande) => typeof acces[commande] === 'function');
  expect(Object.keys(selonCeQuiSuit).sort()).toEqual(variables.sort());
});

it('la page d’exploitation dit quel compte tape quoi, comme la table des accès', () => {
  const page = readFileSync(join(__dirname, '../../docs/exploitation.md'), 'utf8');
  const table = page.split('| account | what it types |\n|---|---|\n')[1]!.split('\n\n')[0]!;
  expect(table.split('\n').sort()).toEqual(rangs());
});
