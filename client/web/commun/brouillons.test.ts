import { Brouillons } from './brouillons';

const HEURE = 3_600_000;
let present = Date.parse('2025-07-10T09:00:00Z');
const avancer = (ms: number) => {
  present += ms;
};
const neufs = () => new Brouillons(() => new Date(present));

it('un brouillon se relit à son adresse, dans son dossier, le temps d’une journée de travail', () => {
  const brouillons = neufs();
  const jeton = brouillons.garder('2025-000001-00', { quoi: 'Appeler' }, { aAccepter: ['REPOUSSE'] });
  expect(jeton).toMatch(/^[0-9a-f]{32}$/);
  for (let fois = 0; fois < 2; fois++)
    expect(brouillons.lire(jeton, '2025-000001-00')).toMatchObject({
      saisie: { quoi: 'Appeler' },
      refus: [],
      aAccepter: ['REPOUSSE'],
    });
  expect(brouillons.lire(jeton, '2025-000002-00')).toBeNull();
  expect(brouillons.lire('inconnu', '2025-000001-00')).toBeNull();
  avancer(12 * HEURE - 1);
  expect(brouillons.lire(jeton, '2025-000001-00')).not.toBeNull();
  avancer(1);
  expect(brouillons.lire(jeton, '2025-000001-00')).toBeNull();
});

it('ils sont comptés : le plus ancien laisse sa place', () => {
  const brouillons = neufs();
  const jetons = Array.from({ length: 501 }, (_, rang) => brouillons.garder('n', { rang: String(rang) }));
  expect(brouillons.lire(jetons[0]!, 'n')).toBeNull();
  expect(brouillons.lire(jetons[1]!, 'n')).not.toBeNull();
  expect(brouillons.lire(jetons[500]!, 'n')).not.toBeNull();
});
