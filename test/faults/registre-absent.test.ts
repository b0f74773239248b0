import { fautesDAbsence, vivreSansRegistre } from '../outils/registre-absent';

jest.setTimeout(300_000);

it('registre absent soixante-deux heures : aucun parcours ne meurt, aucun fait ne se perd, et l’attente ne coûte rien à l’histoire', async () => {
  const bilan = await vivreSansRegistre(3);
  expect(fautesDAbsence(bilan)).toEqual([]);
  expect(bilan.pendant).toHaveLength(4);
  expect(bilan.apres).toHaveLength(3);
  for (const { ajoutes } of bilan.pendant) expect(ajoutes).toBeLessThan(15);
  for (const { evenements } of bilan.apres) expect(evenements).toBeLessThan(80);
});
