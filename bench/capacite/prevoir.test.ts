import { type Mesures, prevoir } from './prevoir';

const mesures: Mesures = {
  annee: { coeurMs: 3_153.6, echeances: 36.5, lettres: 25, octetsMoteur: 100_000 },
  octetsLettre: 6_000,
  flotteParSeconde: 500,
  gare: { octetsMoteur: 30_000, octetsRegistre: 12_000 },
  importParSeconde: 20,
};

it('un million de parcours demandent un million de fois ce qu’un seul a demandé', () => {
  const besoin = prevoir(1_000_000, mesures);
  expect(besoin).toMatchObject({ echeancesParJour: 100_000, moteurGo: 100, lettresGoParAn: 150 });
  expect(besoin).toMatchObject({ moteurGareGo: 30, registreGareGo: 12 });
  expect(besoin.importHeures).toBeCloseTo(13.89);
  expect(besoin.coeursMoyens).toBeCloseTo(0.1);
  expect(besoin.coeursPourUneHeure).toBeCloseTo(2.4);
  expect(besoin.lettresParSeconde).toBeCloseTo(2.78);
  expect(besoin.tourneeMinutes).toBeCloseTo(100 / 3);
});

it('ce qui n’a pas été mesuré n’est pas deviné', () => {
  const besoin = prevoir(150_000, {
    ...{ annee: null, octetsLettre: 6_000, flotteParSeconde: null, gare: null, importParSeconde: null },
  });
  expect(Object.values(besoin).filter((n) => n !== null)).toEqual([150_000]);
});
