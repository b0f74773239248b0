import { moments } from '../../../domain/flotte/semaine';
import { LIGNES_MAX, partDesMoments } from './page';

const totaux = (nombre: number) => ({
  ...{ EN_RETARD: nombre, AUJOURDHUI: nombre, CETTE_SEMAINE: nombre, SEMAINE_PROCHAINE: nombre, PLUS_TARD: nombre },
});
const somme = (parts: Record<string, number>) => moments.reduce((n, m) => n + parts[m]!, 0);

it('une page de semaine porte tout ce qui y tient, et d’un pays les premières lignes de chaque moment', () => {
  expect(partDesMoments(totaux(12))).toEqual(totaux(12));
  expect(partDesMoments({ ...totaux(0), AUJOURDHUI: 50 })).toEqual({ ...totaux(0), AUJOURDHUI: 50 });
  const pays = partDesMoments(totaux(5_000));
  expect(somme(pays)).toBe(LIGNES_MAX);
  // What is near has the room that is left.
  expect(pays).toEqual({ EN_RETARD: 32, AUJOURDHUI: 12, CETTE_SEMAINE: 8, SEMAINE_PROCHAINE: 5, PLUS_TARD: 3 });
});
