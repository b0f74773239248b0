import { dateCivile } from '../calendrier/dates';
import { clePoint, heureDuPoint, lireClePoint } from './point-du-matin';

const le = (instant: string) => new Date(instant);

describe('l’heure du point du matin', () => {
  it('7 h 30 à l’horloge de l’agence, été comme hiver', () => {
    expect(heureDuPoint('metropole', le('2026-03-24T03:00:00Z'))).toEqual({
      jour: null,
      prochain: le('2026-03-24T06:30:00Z'),
    });
    expect(heureDuPoint('metropole', le('2026-07-15T05:29:59Z')).jour).toBeNull();
    expect(heureDuPoint('metropole', le('2026-07-15T05:30:00Z'))).toEqual({ jour: '2026-07-15', prochain: null });
  });

  it('à l’heure du démarrage, 3 h UTC, aucune zone n’a passé la sienne', () => {
    expect(heureDuPoint('la-reunion', le('2026-03-24T03:00:00Z')).prochain).toEqual(le('2026-03-24T03:30:00Z'));
    // Il est encore la veille aux Antilles.
    expect(heureDuPoint('guadeloupe', le('2026-03-24T03:00:00Z'))).toEqual({
      jour: null,
      prochain: le('2026-03-24T11:30:00Z'),
    });
  });

  it('rien le week-end, ni un jour férié de la zone', () => {
    expect(heureDuPoint('metropole', le('2026-03-28T08:00:00Z'))).toEqual({ jour: null, prochain: null });
    expect(heureDuPoint('mayotte', le('2026-04-27T08:00:00Z'))).toEqual({ jour: null, prochain: null });
    expect(heureDuPoint('metropole', le('2026-04-27T08:00:00Z')).jour).toBe('2026-04-27');
  });

  it('un point qui n’a pas pu partir s’essaie jusqu’à 18 h', () => {
    expect(heureDuPoint('metropole', le('2026-03-24T16:59:59Z')).jour).toBe('2026-03-24');
    expect(heureDuPoint('metropole', le('2026-03-24T17:00:00Z'))).toEqual({ jour: null, prochain: null });
  });
});

it('la clé d’un point se relit ; celle d’un courrier n’en est pas une', () => {
  const point = { referent: 'maude', jour: dateCivile('2026-01-12') };
  expect(lireClePoint(clePoint(point))).toEqual(point);
  for (const cle of ['point-du-matin/maude/hier', '2026-000001-05/C04_ADHESION/BENEFICIAIRE/2026-11-30', ''])
    expect(lireClePoint(cle)).toBeNull();
});
