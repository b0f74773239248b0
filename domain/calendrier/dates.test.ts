import { addDays, addMonths, differenceInCalendarDays, formatISO, getISODay, lastDayOfMonth } from 'date-fns';
import fc from 'fast-check';
import {
  age,
  ajouterJours,
  ajouterMois,
  dateCivile,
  deMois,
  enChiffres,
  enToutesLettres,
  FIN_DES_TEMPS,
  finPeriodeMois,
  jourSemaine,
  joursEntre,
  lireDate,
  max,
  min,
  moisEnLettres,
  ORIGINE,
} from './dates';

const d = dateCivile;

/** Days of the hundred years that matter, and the same day for date-fns. */
const jour = fc.integer({ min: 0, max: 36524 }).map((n) => {
  const date = addDays(new Date(1970, 0, 1), n);
  return { date, civile: d(formatISO(date, { representation: 'date' })) };
});
const iso = (date: Date) => formatISO(date, { representation: 'date' });

describe('lire une date', () => {
  it.each(['2025-03-24', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s existe', (s) => {
    expect(lireDate(s)).toBe(s);
  });
  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-3-24',
    '24/03/2025',
    ' 2025-03-24',
    '2025-03-24T00:00:00Z',
    '2025-03-24\n',
    '',
    20250324,
    null,
    undefined,
    {},
    ['2025-03-24'],
  ])('%p est illisible', (valeur) => {
    expect(lireDate(valeur)).toBeNull();
  });
  it('dateCivile lève une erreur qui cite la valeur', () => {
    expect(() => d('2025-02-30')).toThrow('« 2025-02-30 »');
  });
});

describe('délais et périodes (R1)', () => {
  it('un délai en jours ne compte pas le jour de départ', () => {
    expect(ajouterJours(d('2025-03-03'), 21)).toBe('2025-03-24');
  });
  it('un délai de 21 jours finit le même jour de la semaine', () => {
    expect(jourSemaine(d('2025-03-03'))).toBe(jourSemaine(d('2025-03-24')));
  });
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-30', 1, '2025-04-30'],
    ['2025-03-25', -24, '2023-03-25'],
    ['2026-03-24', -1, '2026-02-24'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-11-30', 3, '2026-02-28'],
  ])('%s et %i mois : %s', (depart, mois, attendu) => {
    expect(ajouterMois(d(depart), mois)).toBe(attendu);
  });
  it.each([
    ['2025-03-25', 12, '2026-03-24'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-10-31', 4, '2025-02-28'],
    ['2023-03-01', 12, '2024-02-29'],
    ['2025-10-29', 4, '2026-02-28'],
    ['2025-01-01', 12, '2025-12-31'],
    ['2025-03-25', 0, '2025-03-24'],
  ])('une période qui commence le %s et dure %i mois finit le %s', (debut, mois, attendu) => {
    expect(finPeriodeMois(d(debut), mois)).toBe(attendu);
  });

  it('le calcul suit date-fns pendant cent ans', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -60, max: 60 }), (j, jours, mois) => {
        expect(ajouterJours(j.civile, jours)).toBe(iso(addDays(j.date, jours)));
        expect(joursEntre(j.civile, ajouterJours(j.civile, jours))).toBe(jours);
        expect(ajouterMois(j.civile, mois)).toBe(iso(addMonths(j.date, mois)));
        expect(jourSemaine(j.civile)).toBe(getISODay(j.date));
      }),
    );
  });
  it('joursEntre suit date-fns', () => {
    fc.assert(
      fc.property(jour, jour, (a, b) => {
        expect(joursEntre(a.civile, b.civile)).toBe(differenceInCalendarDays(b.date, a.date));
      }),
    );
  });
  it('chaque jour de cent ans se relit, se suit et a un quantième qui existe', () => {
    let attendu = new Date(1980, 0, 1);
    let calcule = d('1980-01-01');
    for (let n = 0; n < 36525; n += 1) {
      if (calcule !== iso(attendu)) throw new Error(`${calcule} au lieu de ${iso(attendu)}`);
      attendu = addDays(attendu, 1);
      calcule = ajouterJours(calcule, 1);
    }
    expect(calcule).toBe('2080-01-01');
  });
  it('une période de mois finit la veille du quantième, ou le dernier jour du mois qui ne l’a pas', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: 1, max: 36 }), ({ date, civile }, mois) => {
        const fin = finPeriodeMois(civile, mois);
        const cible = lastDayOfMonth(addMonths(new Date(date.getFullYear(), date.getMonth(), 1), mois));
        const quantieme = date.getDate();
        const veille = addDays(new Date(cible.getFullYear(), cible.getMonth(), quantieme), -1);
        expect(fin).toBe(iso(quantieme > cible.getDate() ? cible : veille));
      }),
    );
  });
  it('une période de mois ne perd jamais de jour : la suivante commence le lendemain ou le premier du mois', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: 1, max: 36 }), ({ civile }, mois) => {
        expect(finPeriodeMois(civile, mois) >= ajouterJours(ajouterMois(civile, mois), -1)).toBe(true);
        expect(finPeriodeMois(civile, mois) < finPeriodeMois(civile, mois + 1)).toBe(true);
      }),
    );
  });
  it("reste entre l'an 1 et l'an 9999", () => {
    expect(ajouterJours(FIN_DES_TEMPS, 1)).toBe(FIN_DES_TEMPS);
    expect(ajouterJours(ORIGINE, -1)).toBe(ORIGINE);
    expect(ajouterMois(d('9999-06-15'), 7)).toBe(FIN_DES_TEMPS);
    expect(ajouterMois(d('9999-05-15'), 7)).toBe('9999-12-15');
    expect(ajouterMois(d('0001-06-15'), -6)).toBe(ORIGINE);
    expect(finPeriodeMois(d('9999-06-15'), 7)).toBe(FIN_DES_TEMPS);
    expect(finPeriodeMois(d('0001-06-15'), -6)).toBe(ORIGINE);
    expect(ajouterJours(d('0001-01-31'), 1)).toBe('0001-02-01');
    expect(ajouterMois(d('0001-06-15'), -3)).toBe('0001-03-15');
    // Years before: the month itself could no longer be written.
    expect(ajouterMois(d('0001-06-15'), -30)).toBe(ORIGINE);
    expect(finPeriodeMois(d('0001-06-15'), -30)).toBe(ORIGINE);
    expect(ajouterMois(d('9999-06-15'), 30)).toBe(FIN_DES_TEMPS);
  });
  it('de l’an 1 à l’an 9999, le 31 décembre précède le 1er janvier', () => {
    for (let annee = 1; annee < 9999; annee += 1) {
      const [an, suivant] = [annee, annee + 1].map((a) => String(a).padStart(4, '0'));
      const [reveillon, jourDeLAn] = [d(`${an}-12-31`), d(`${suivant}-01-01`)];
      if (ajouterJours(reveillon, 1) !== jourDeLAn || ajouterJours(jourDeLAn, -1) !== reveillon)
        throw new Error(`${reveillon} puis ${ajouterJours(reveillon, 1)}`);
    }
  });
  it.each(['1899-12-31', '1900-01-01', '2199-12-31', '2200-01-01', '2200-02-28'])(
    'le %s se calcule deux fois de la même façon',
    (date) => {
      const calculer = () => ajouterJours(ajouterJours(d(date), 1), -1);
      expect([calculer(), calculer()]).toEqual([date, date]);
    },
  );
});

it('max et min comparent dans le temps', () => {
  const [tot, tard] = [d('2025-09-30'), d('2025-10-01')];
  expect([max(tot, tard), max(tard, tot), min(tot, tard), min(tard, tot)]).toEqual([tard, tard, tot, tot]);
});

describe("l'âge (F13)", () => {
  it.each([
    ['1972-03-24', '2025-03-23', 52],
    ['1972-03-24', '2025-03-24', 53],
    ['1972-02-29', '2025-02-28', 52],
    ['1972-02-29', '2025-03-01', 53],
    ['1972-02-29', '2024-02-29', 52],
  ])('né le %s, a le %s %i ans', (naissance, le, ans) => {
    expect(age(d(naissance), d(le))).toBe(ans);
  });
});

describe('en français', () => {
  it.each([
    ['2025-03-24', 'lundi 24 mars 2025', '24/03/2025'],
    ['2025-05-01', 'jeudi 1er mai 2025', '01/05/2025'],
    ['2026-08-11', 'mardi 11 août 2026', '11/08/2026'],
  ])('%s se dit %s', (date, lettres, chiffres) => {
    expect(enToutesLettres(d(date))).toBe(lettres);
    expect(enChiffres(d(date))).toBe(chiffres);
  });
  it('un mois se dit avec son année', () => {
    expect(moisEnLettres('2025-02')).toBe('février 2025');
    expect(['2025-02', '2025-04', '2025-08', '2025-10'].map(deMois)).toEqual([
      'de février 2025',
      'd’avril 2025',
      'd’août 2025',
      'd’octobre 2025',
    ]);
  });
});
