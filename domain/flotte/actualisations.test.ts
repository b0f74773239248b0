import { dateCivile } from '../calendrier/dates';
import { phrase } from '../faits/erreurs';
import { estManquee, lireActualisation, moisActualisation } from './actualisations';

const mois = (m: string, ouverture: string, cloture: string) => ({
  mois: m,
  ouverture: dateCivile(ouverture),
  cloture: dateCivile(cloture),
});
const resultat = {
  actualisations: [
    mois('2025-05', '2025-05-28', '2025-06-15'),
    mois('2025-06', '2025-06-28', '2025-07-15'),
    mois('2025-07', '2025-07-28', '2025-08-15'),
    mois('2025-08', '2025-08-28', '2025-09-15'),
  ],
};
const statuts = (jour: string, connues: { mois: string; le: ReturnType<typeof dateCivile> }[] = []) =>
  moisActualisation(resultat, connues, dateCivile(jour)).map((m) => `${m.mois} ${m.statut}`);

it('les mois jusqu’à aujourd’hui et celui qui vient, le dernier d’abord', () => {
  expect(statuts('2025-07-10', [{ mois: '2025-05', le: dateCivile('2025-05-29') }])).toEqual([
    '2025-07 A_VENIR',
    '2025-06 OUVERTE',
    '2025-05 FAITE',
  ]);
  expect(statuts('2025-07-16')).toEqual(['2025-07 A_VENIR', '2025-06 NON_CONNUE', '2025-05 NON_CONNUE']);
  expect([statuts('2025-06-28')[1], statuts('2025-07-15')[1]]).toEqual(['2025-06 OUVERTE', '2025-06 OUVERTE']);
  expect(statuts('2025-12-01')).toHaveLength(4);
  expect(moisActualisation({}, [], dateCivile('2025-07-10'))).toEqual([]);
});

it('rien ne vient après un décès, ni ne se réclame d’avant la reprise', () => {
  const lire = (motifFin: 'DECES' | 'ABANDON', reprise: string | null = null) =>
    moisActualisation(
      { ...resultat, motifFin },
      [{ mois: '2025-05', le: dateCivile('2025-05-29') }],
      dateCivile('2025-07-20'),
      reprise === null ? null : dateCivile(reprise),
    ).map((m) => m.mois);
  expect(lire('ABANDON')).toEqual(['2025-07', '2025-06', '2025-05']);
  expect(lire('DECES')).toEqual(['2025-06', '2025-05']);
  expect(lire('ABANDON', '2025-07-15')).toEqual(['2025-07', '2025-06', '2025-05']);
  expect(lire('ABANDON', '2025-07-16')).toEqual(['2025-07', '2025-05']);
});

it('un mois passe pour manqué une semaine après sa clôture, le temps que la liste arrive', () => {
  const juin = (jour: string) => estManquee(moisActualisation(resultat, [], dateCivile(jour))[1]!, dateCivile(jour));
  expect([juin('2025-07-15'), juin('2025-07-22'), juin('2025-07-23')]).toEqual([false, false, true]);
  const faite = moisActualisation(
    resultat,
    [{ mois: '2025-06', le: dateCivile('2025-06-29') }],
    dateCivile('2025-07-23'),
  );
  expect(estManquee(faite[1]!, dateCivile('2025-07-23'))).toBe(false);
});

describe('lire une actualisation', () => {
  const lire = (m: string, le: string) => lireActualisation({ mois: m, le }, resultat, dateCivile('2025-07-10'));
  it('dans sa période, ou après', () => {
    expect(lire(' 2025-06 ', '2025-06-28')).toEqual({ ok: true, mois: '2025-06', le: '2025-06-28' });
    expect(lire('2025-06', ' 2025-06-28 ')).toMatchObject({ ok: true, le: '2025-06-28' });
    expect(lire('2025-05', '2025-07-10')).toMatchObject({ ok: true });
  });
  it.each([
    ['2025-13', '2025-06-28', 'ACTUALISATION_MOIS_INVALIDE'],
    ['juin', '2025-06-28', 'ACTUALISATION_MOIS_INVALIDE'],
    ['2025-06', '28/06', 'DATE_INVALIDE:le'],
    ['2025-06', ' ', 'CHAMP_MANQUANT:le'],
    ['2025-06', '2025-07-11', 'ACTUALISATION_FUTURE'],
    ['2025-01', '2025-01-29', 'ACTUALISATION_SANS_OBJET'],
    ['2025-06', '2025-06-27', 'ACTUALISATION_PREMATUREE'],
  ])('%s le %s : %s', (m, le, code) => expect(lire(m, le)).toMatchObject({ ok: false, code }));

  it.each([
    ['2025-06', ' ', 'Dites quel jour l’actualisation a été faite.'],
    ['2025-06', '2025-06-27', 'Pour ce mois, l’actualisation n’ouvre que le 28/06/2025.'],
    ['2025-01', '2025-01-29', phrase('ACTUALISATION_SANS_OBJET')],
  ])('%s le %s : le refus dit pourquoi', (m, le, dite) =>
    expect(lire(m, le)).toMatchObject({ ok: false, phrase: dite }),
  );
});
