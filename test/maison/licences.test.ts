import { lignesDe, lirePage } from '../outils/essais-cites';

interface Paquet {
  license?: string;
  dev?: boolean;
}

const [, liste = ''] = lirePage('docs/securite.md').split('## Licences\n');
const lignes = lignesDe(liste);
/** What the page accepts: a licence for any package, for those of the checks alone, or for one package by its name. */
const acceptees = new Map(lignes.map(([licence, pour]) => [licence!.replaceAll('`', ''), pour!]));

/** Whether an SPDX expression is accepted: one side of an OR, every side of an AND. */
function acceptee(licence: string, nom: string, dev: boolean): boolean {
  const nue = licence.replace(/^\((.*)\)$/, '$1');
  const pour = acceptees.get(nue);
  if (pour !== undefined) return pour === 'any' || (pour === 'checks' && dev) || pour === `\`${nom}\``;
  if (nue.includes(' OR ')) return nue.split(' OR ').some((l) => acceptee(l, nom, dev));
  return nue.includes(' AND ') && nue.split(' AND ').every((l) => acceptee(l, nom, dev));
}

function fautes(paquets: Record<string, Paquet>): string[] {
  return Object.entries(paquets).flatMap(([chemin, { license = 'none said', dev = false }]) => {
    // `node_modules/@une/chose`, wherever it is laid.
    const nom = chemin.split('node_modules/').at(-1)!;
    return chemin === '' || acceptee(license, nom, dev) ? [] : [`${nom} : ${license}`];
  });
}

const { packages } = JSON.parse(lirePage('package-lock.json')) as { packages: Record<string, Paquet> };

it('chaque paquet est sous une licence que docs/securite.md accepte', () => {
  expect(acceptees.size).toBeGreaterThan(8);
  expect(fautes(packages)).toEqual([]);
});

it('chaque licence acceptée sert encore', () => {
  for (const licence of acceptees.keys()) {
    const sans = Object.values(packages).some(({ license = 'none said' }) => license.includes(licence));
    expect([licence, sans]).toEqual([licence, true]);
  }
});

it('une autre est nommée, et les règles d’une expression sont celles de SPDX', () => {
  expect(
    fautes({
      '': {},
      'node_modules/a': { license: 'GPL-3.0-only' },
      'node_modules/b': { license: '(MIT OR GPL-3.0-only)' },
      'node_modules/c': { license: 'MIT AND GPL-3.0-only' },
      'node_modules/d': {},
      'node_modules/e': { license: 'MPL-2.0' },
      'node_modules/f': { license: 'MPL-2.0', dev: true },
    }),
  ).toEqual(['a : GPL-3.0-only', 'c : MIT AND GPL-3.0-only', 'd : none said', 'e : MPL-2.0']);
});
