import { choisir } from '.';
import { anormales } from './guet';
import { toutesLesFautes } from './liste';
import { lignesDuRapport, rediger } from './rapport';
import type { Bilan } from './subir';

it('chaque panne a un nom à elle ; une qui n’existe pas est refusée avec celles qui existent', () => {
  const noms = toutesLesFautes.map(({ nom }) => nom);
  expect(new Set(noms).size).toBe(noms.length);
  expect(choisir([])).toEqual(toutesLesFautes);
  expect(choisir(['tout']).map(({ nom }) => nom)).toEqual(['tout']);
  expect(() => choisir(['orage'])).toThrow('Aucune panne ne se nomme « orage » : worker-tache, ');
});

it('de ce que dit la santé, seul ce qui ne va pas est gardé, sans ce qui change d’une fois à l’autre', () => {
  const texte = [
    'Le registre, le moteur et le relais des e-mails répondent.',
    'Le worker 4242@machine ne donne plus signe de vie depuis 41 s : mort ou figé (file',
    '« parcours »).',
    '  csp-2026-000001-32 : endormi',
    '3 courriers dus, le plus ancien depuis le 30/11/2026 à 09:00.',
    'Le worker 4242@machine s’est tu il y a 3 min, 4343@machine l’a remplacé depuis sur la même machine.',
    '1 worker donne signe de vie.',
    '',
  ].join('\n');
  expect(anormales(texte)).toEqual([
    'Le worker … ne donne plus signe de vie depuis … : mort ou figé (file « parcours »).',
  ]);
});

it('le rapport dit les fautes d’abord, ce qui n’a pas été essayé, puis une ligne par panne qui n’en a pas', () => {
  const bilan: Bilan = {
    ...{
      nom: 'tout',
      quoi: 'tout à la fois',
      faits: { pris: 1, enCours: 2, refuses: 3 },
      panne: 4,
      service: 5,
      ordre: 6,
    },
    ...{ alerte: { ligne: 'Le moteur ne répond pas.', secondes: 7 }, dits: [], lettres: 8, incertains: 9, doubles: 10 },
    fautes: [],
  };
  const tete = { date: '2026-11-30', commit: 'abc', commande: 'c', machine: 'm', version: '1.2.3', parcours: 8 };
  const ordre = ['poison', 'tout', 'reseau'];
  const premier = rediger(
    [bilan, { ...bilan, nom: 'reseau', fautes: ['x'] }],
    ['x'],
    { ...tete, ecartees: ['rien'] },
    {
      tentees: ['tout', 'reseau'],
      ordre,
    },
  );
  expect(premier.indexOf('- x')).toBeLessThan(premier.indexOf('| Panne |'));
  expect(premier).toContain('- rien\n');
  expect([...lignesDuRapport(premier)]).toEqual([
    [
      'tout',
      '| tout à la fois | `tout` | abc | 4 s | 1, 2, 3 | Le moteur ne répond pas. | 7 s | 5 s | 6 s | 8 | 9 | 10 |',
    ],
  ]);
  // Those of the day that are not tried again stay, each of its commit.
  const second = rediger(
    [{ ...bilan, nom: 'poison' }],
    [],
    { ...tete, commit: 'def', ecartees: [] },
    {
      avant: premier,
      tentees: ['poison'],
      ordre,
    },
  );
  expect([...lignesDuRapport(second)].map(([nom, ligne]) => [nom, ligne.split(' | ')[2]])).toEqual([
    ['poison', 'def'],
    ['tout', 'abc'],
  ]);
});
