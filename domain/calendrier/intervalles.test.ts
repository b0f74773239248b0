import fc from 'fast-check';
import { ajouterJours, type DateCivile, dateCivile as d } from './dates';
import type { Periode } from './intervalles';
import {
  compter,
  contient,
  couper,
  duree,
  type Intervalles,
  niemeJour,
  premiersJours,
  reunir,
  soustraire,
} from './intervalles';

const ORIGINE = d('2025-01-01');
const jour = (n: number) => ajouterJours(ORIGINE, n);

const periode = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 15 }))
  .map(([debut, longueur]): Periode => ({ debut: jour(debut), fin: jour(debut + longueur) }));
const periodes = fc.array(periode, { maxLength: 6 });

/** The same sets, the slow and obvious way. */
const jours = (liste: Intervalles): DateCivile[] => {
  const ensemble = new Set<DateCivile>();
  for (const { debut, fin } of liste) for (let x = debut; x <= fin; x = ajouterJours(x, 1)) ensemble.add(x);
  return [...ensemble].sort();
};

it('une période compte ses deux bornes', () => {
  expect(duree({ debut: d('2025-06-01'), fin: d('2025-06-10') })).toBe(10);
});
it('contient ses deux bornes', () => {
  const p = { debut: jour(3), fin: jour(5) };
  expect([2, 3, 4, 5, 6].map((n) => contient(p, jour(n)))).toEqual([false, true, true, true, false]);
});
it('réunir compte une fois les jours communs et recolle les périodes qui se touchent', () => {
  expect(
    reunir([
      { debut: jour(5), fin: jour(9) },
      { debut: jour(0), fin: jour(4) },
      { debut: jour(12), fin: jour(13) },
    ]),
  ).toEqual([
    { debut: jour(0), fin: jour(9) },
    { debut: jour(12), fin: jour(13) },
  ]);
});
it('réunir donne les mêmes jours, disjoints et dans l’ordre', () => {
  fc.assert(
    fc.property(periodes, (liste) => {
      const reunies = reunir(liste);
      expect(jours(reunies)).toEqual(jours(liste));
      expect(compter(reunies)).toBe(jours(liste).length);
      expect(reunies).toEqual(reunies.toSorted((a, b) => (a.debut < b.debut ? -1 : 1)));
    }),
  );
});
it('soustraire retire exactement les jours pris', () => {
  fc.assert(
    fc.property(periodes, periodes, (liste, pris) => {
      const restes = soustraire(reunir(liste), pris);
      const retires = new Set(jours(pris));
      expect(jours(restes)).toEqual(jours(liste).filter((x) => !retires.has(x)));
      expect(compter(restes)).toBe(jours(restes).length);
    }),
  );
});
it('couper garde les jours entre les deux bornes', () => {
  fc.assert(
    fc.property(periodes, periode, (liste, { debut, fin }) => {
      expect(jours(couper(liste, debut, fin))).toEqual(jours(liste).filter((x) => debut <= x && x <= fin));
    }),
  );
});
it('le nième jour et les premiers jours se comptent à partir de 1', () => {
  fc.assert(
    fc.property(periodes, fc.integer({ min: -1, max: 40 }), (liste, n) => {
      const ensemble = reunir(liste);
      expect(niemeJour(ensemble, n)).toBe(jours(ensemble)[n - 1] ?? null);
      expect(jours(premiersJours(ensemble, n))).toEqual(jours(ensemble).slice(0, Math.max(0, n)));
    }),
  );
});
