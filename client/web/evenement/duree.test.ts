import { definitions } from '../../../domain/faits/evenements';
import { champsAvecDuree, sansDuree } from './duree';

const lire = (reste: Record<string, unknown>) => sansDuree('ARRET_MALADIE', { debut: '2026-12-01', ...reste });

it('le formulaire d’un arrêt maladie demande le dernier jour ou la durée ; un autre, ce qu’il demandait', () => {
  const champs = champsAvecDuree('ARRET_MALADIE', definitions.ARRET_MALADIE.champs);
  expect(champs.map(({ nom, obligatoire }) => [nom, obligatoire])).toEqual([
    ['debut', true],
    ['fin', false],
    ['duree', false],
  ]);
  expect(champsAvecDuree('CONGES', definitions.CONGES.champs)).toBe(definitions.CONGES.champs);
});

it.each([
  ['une durée donne le dernier jour', { duree: 10 }, '2026-12-10'],
  ['un seul jour finit le jour même', { duree: 1 }, '2026-12-01'],
  ['un dernier jour suffit', { fin: '2026-12-10' }, '2026-12-10'],
  ['les deux d’accord se gardent', { duree: 10, fin: '2026-12-10' }, '2026-12-10'],
])('%s', (_, valeurs, fin) => {
  expect(lire(valeurs)).toEqual({ ok: true, valeurs: { debut: '2026-12-01', fin } });
});

it.each([
  [
    'une durée et un dernier jour qui se contredisent',
    { duree: 5, fin: '2026-12-04' },
    {
      fin: '5 jours à partir du 01/12/2026 mènent au 05/12/2026 : jusqu’au 04/12/2026, cela fait 4 jours. Gardez ce que dit l’arrêt.',
      duree: expect.stringContaining('mènent au 05/12/2026'),
    },
  ],
  ['rien des deux', {}, { fin: 'Donnez le dernier jour ou la durée, selon ce que dit l’arrêt.' }],
  ['zéro jour', { duree: 0 }, { duree: 'Une durée est un nombre entier de jours, entre 1 et 1095.' }],
  ['un demi-jour', { duree: 2.5 }, { duree: expect.stringContaining('nombre entier') }],
  ['mille ans', { duree: 365_000 }, { duree: expect.stringContaining('nombre entier') }],
])('%s : refusé à son champ', (_, valeurs, erreurs) => {
  expect(lire(valeurs)).toEqual({ ok: false, erreurs });
});

it('un autre fait garde ses valeurs', () => {
  expect(sansDuree('CONGES', { debut: '2026-12-01', fin: '2026-12-04' })).toEqual({
    ok: true,
    valeurs: { debut: '2026-12-01', fin: '2026-12-04' },
  });
});
