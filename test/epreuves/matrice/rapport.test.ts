import { fautes, type Passage, rediger } from './rapport';

const bon: Passage = {
  ...{ version: '24.1.0', statut: 0, secondes: 40, courriers: 17 },
  ...{ passes: 2000, rouges: 0, sautes: 0, fichiersRouges: [] },
};
const TETE = {
  date: '2026-11-30',
  commit: 'abc1234',
  commande: 'npm run epreuve -- matrice',
  machine: '2 × processeur',
};

it('un Node convient si tout y passe et que l’année y est la même', () => {
  expect(fautes([bon, { ...bon, version: '20.9.0' }])).toEqual([]);
  expect(
    fautes([
      bon,
      { ...bon, version: '20.9.0', statut: 1, rouges: 2, fichiersRouges: ['a.test.ts'], courriers: null },
      { ...bon, version: '26.1.0', statut: null, passes: 0, courriers: 16 },
    ]),
  ).toEqual([
    'Node 20.9.0 : vérifications : statut 1',
    'Node 20.9.0 : 2 en échec (a.test.ts)',
    'Node 20.9.0 : l’année simulée ne va pas à sa fin',
    'Node 26.1.0 : vérifications arrêtées : trop long',
    'Node 26.1.0 : aucun test',
    'Node 26.1.0 : 16 courriers, 17 ailleurs',
  ]);
});

it('le rapport dit la date, le commit, la commande et les chiffres de chacun', () => {
  const texte = rediger([bon], TETE);
  expect(texte).toContain('# Versions de Node, 2026-11-30');
  expect(texte).toContain('| 24.1.0 | vertes | 40 | 2000 | 17 |');
});
