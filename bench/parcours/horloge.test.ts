import { Horloge } from './horloge';

const le = (jour: string): number => Date.parse(`${jour}T09:00:00.000Z`);
const debut = le('2026-11-30');
const neuve = (...jours: string[]) =>
  new Horloge({ depart: le('2025-03-03'), debut, etapes: jours.map(le), pauseMs: 1_000 });

it('saute à ce qui est attendu après une pause, et court entre-temps comme la vraie', () => {
  const horloge = neuve();
  expect(horloge.prevoir(le('2025-03-24'), debut + 100)).toBe(debut + 1_100);
  expect(horloge.simule(debut + 1_099)).toBe(le('2025-03-03') + 1_099);
  expect(horloge.simule(debut + 1_130)).toBe(le('2025-03-24') + 30);
});

it('ce qui vient du dehors passe avant, une pause chacun', () => {
  const horloge = neuve('2025-03-10', '2025-03-20', '2025-05-01');
  expect(horloge.prevoir(le('2025-03-24'), debut)).toBe(debut + 3_000);
  expect([0, 1, 2].map((rang) => horloge.etape(rang))).toEqual([debut + 1_000, debut + 2_000, null]);
});

it('ce qui était promis le reste, et ce qui a bougé repart de maintenant', () => {
  const horloge = neuve('2025-03-10');
  const promis = horloge.prevoir(le('2025-03-24'), debut);
  expect(horloge.prevoir(le('2025-03-24'), debut + 1_200)).toBe(promis);
  expect(horloge.prevoir(le('2025-03-15'), debut + 1_300)).toBe(debut + 2_300);
  expect(horloge.simule(debut + 2_000)).toBeLessThan(le('2025-03-11'));
});

it('un parcours qui n’attend rien reçoit encore ce qui vient du dehors', () => {
  const horloge = neuve('2025-03-10');
  expect(horloge.prevoir(null, debut)).toBeNull();
  expect(horloge.etape(0)).toBe(debut + 1_000);
});

it('ne revient jamais en arrière : ce qui est dû dans un instant l’est alors', () => {
  const horloge = neuve();
  expect(horloge.prevoir(le('2025-03-03') + 300, debut + 100)).toBe(debut + 300);
});
