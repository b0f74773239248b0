import { arrondir, euros, jours } from './estimation';
import { lireMontants } from './montants';

const erreurs = (valeur: unknown) => {
  const lu = lireMontants(valeur);
  return lu.ok ? [] : lu.erreurs;
};

describe('montants donnés', () => {
  it('sont tous facultatifs', () => {
    expect(lireMontants({})).toEqual({ ok: true, montants: {} });
    const tous = {
      salaireJournalierReferenceCentimes: 10_001,
      areJournaliereCentimes: 0,
      dureeAreJours: 365,
      tauxAspPourCent: 80,
      aspMinimaleJournaliereCentimes: 1,
      salaireMensuelNouveauCentimes: 100_000_000,
      salaireMensuelBrutCentimes: 1,
      preavisMois: 1.5,
    };
    expect(lireMontants(tous)).toEqual({ ok: true, montants: tous });
  });
  it('sont des centimes entiers et positifs', () => {
    const are = (areJournaliereCentimes: unknown) => erreurs({ areJournaliereCentimes });
    expect(are(57.5)).toEqual(['ARE journalière : un nombre entier de centimes est attendu']);
    expect(are('5700')).toEqual(['ARE journalière : un nombre entier de centimes est attendu']);
    expect(are(-1)).toEqual(['ARE journalière : ne peut pas être négatif']);
    expect(are(100_000_001)).toEqual([
      'ARE journalière : plus d’un million d’euros (100000001 centimes), les montants s’écrivent en centimes',
    ]);
  });
  it('les durées et le taux ont leurs bornes', () => {
    for (const refuse of [
      { dureeAreJours: -1 },
      { dureeAreJours: 1.5 },
      { dureeAreJours: 3001 },
      { tauxAspPourCent: 0 },
      { tauxAspPourCent: 101 },
      { tauxAspPourCent: 75.5 },
      { preavisMois: -1 },
      { preavisMois: 25 },
      { preavisMois: 'deux' },
    ])
      expect([refuse, erreurs(refuse)]).toEqual([refuse, [expect.any(String)]]);
    for (const admis of [
      { dureeAreJours: 0 },
      { dureeAreJours: 3000 },
      { tauxAspPourCent: 1 },
      { tauxAspPourCent: 100 },
      { preavisMois: 0 },
      { preavisMois: 24 },
    ])
      expect([admis, erreurs(admis)]).toEqual([admis, []]);
    expect(erreurs({ preavisMois: 25 })).toEqual(['durée du préavis en mois : 24 mois au plus, 25 ici']);
    expect(erreurs({ preavisMois: -1 })).toEqual(['durée du préavis en mois : ne peut pas être négatif']);
  });
  it('un nom mal écrit est refusé, avec les noms connus', () => {
    expect(erreurs({ areJournaliere: 1 })).toEqual([
      'montant inconnu : areJournaliere ; connus : salaireJournalierReferenceCentimes, areJournaliereCentimes, dureeAreJours, tauxAspPourCent, aspMinimaleJournaliereCentimes, aspMaximaleJournaliereCentimes, salaireMensuelNouveauCentimes, salaireMensuelBrutCentimes, preavisMois',
    ]);
    expect(erreurs([])).toEqual(['un objet JSON dont les champs sont des montants est attendu']);
  });
});

it('les euros s’écrivent à la française', () => {
  expect(
    [0, 5, 99, 1_00, 999_99, 1_000_00, 1_234_567_89].map((n) =>
      euros(n)
        .replace(/\u00a0€$/, ' €')
        .replaceAll('\u202f', ' '),
    ),
  ).toEqual(['0,00 €', '0,05 €', '0,99 €', '1,00 €', '999,99 €', '1 000,00 €', '1 234 567,89 €']);
});
it('le demi-centime s’arrondit au-dessus', () => {
  expect([arrondir(1, 2), arrondir(5, 2), arrondir(49, 100), arrondir(50, 100), arrondir(0, 2)]).toEqual([
    1, 3, 0, 1, 0,
  ]);
});
it('le pluriel commence à deux', () => {
  expect([0, 1, 2].map((n) => jours(n).replace('\u00a0', ' '))).toEqual(['0 jour', '1 jour', '2 jours']);
});
