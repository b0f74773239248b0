import { fautes, rediger, type Tour } from './rapport';
import { lireSortie } from './sortie';
import { prevoir } from './tours';

const SORTIE = `PASS unite domain/dates.test.ts
Tests:       1683 passed, 1683 total
FAIL ensemble test/processus/dimanche.test.ts (120.4 s)
\u001b[1mTests:\u001b[22m       \u001b[31m1 failed\u001b[39m, 1 skipped, 410 passed, 412 total
FAIL ensemble test/processus/dimanche.test.ts (120.4 s)
`;
const TETE = {
  date: '2026-11-29',
  commande: 'npm run epreuve -- constance',
  commit: 'abc1234',
  machine: '2 × processeur, Node 20',
  preparationSecondes: 61,
};
const vert: Tour = {
  ...{ quoi: 'seul', secondes: 402, statut: 0, restes: [] },
  ...{ passes: 2094, rouges: 0, sautes: 0, fichiersRouges: [] },
};

it('lit ce que disent les deux jest d’un npm test', () => {
  expect(lireSortie(SORTIE)).toEqual({
    passes: 2093,
    rouges: 1,
    sautes: 1,
    fichiersRouges: ['test/processus/dimanche.test.ts'],
  });
});

it('six tours : deux à côté de boucles occupées, un à l’autre bout du monde', () => {
  const six = prevoir(6);
  expect(six.map((c) => c.boucles).sort()).toEqual([0, 0, 0, 0, 2, 2]);
  expect(six.filter((c) => c.env.TZ === 'Pacific/Noumea')).toHaveLength(1);
  expect(prevoir(1)[0]).toMatchObject({ quoi: 'seul', boucles: 0 });
});

it('un tour n’est vert que s’il finit, sans échec, sans test sauté et sans rien laisser', () => {
  expect(fautes(vert)).toEqual([]);
  expect(fautes({ ...vert, ...lireSortie(SORTIE), statut: 1 })).toEqual([
    'statut 1',
    '1 en échec (test/processus/dimanche.test.ts)',
    '1 sauté(s)',
  ]);
  expect(fautes({ ...vert, statut: null, passes: 0, restes: ['postgres'] })).toEqual([
    'arrêté : trop long',
    'aucun test',
    'laissés : postgres',
  ]);
});

it('le rapport dit la date, le commit, la commande et les chiffres de chaque tour', () => {
  const dates = [{ ...vert, quoi: '2027-02-28 23:55:00', secondes: 20, passes: 1683 }];
  expect(rediger([vert, { ...vert, quoi: 'sous TZ=Pacific/Noumea', statut: 1 }], dates, TETE)).toBe(
    `# Constance, 2026-11-29

**Suites entières vertes : 1 sur 2**, de suite, depuis un clone neuf ; après chacune, ni processus ni dossier.

- Commande : \`npm run epreuve -- constance\`
- Commit : abc1234
- Machine : 2 × processeur, Node 20
- Préparation du clone (dépendances, serveurs, bundle) : 61 s

| Tour | \`npm test\` | Secondes | Tests | Issue |
|---:|---|---:|---:|---|
| 1 | seul | 402 | 2094 | vert |
| 2 | sous TZ=Pacific/Noumea | 402 | 2094 | statut 1 |

## Les tests unitaires à d’autres dates

| | Horloge (\`faketime\`) | Secondes | Tests | Issue |
|---:|---|---:|---:|---|
| 1 | 2027-02-28 23:55:00 | 20 | 1683 | vert |
`,
  );
});
