import fc from 'fast-check';
import { ajouterJours, type DateCivile, dateCivile } from '../calendrier/dates';
import { definitions, type Evenement, typesEvenement, verifierForme } from '../faits/evenements';
import { type Avertissement, avertir, type ContexteAvertissements } from './avertissements';

const contexte = (connus: Record<string, object> = {}, plus: Partial<ContexteAvertissements> = {}) => ({
  faits: Object.entries(connus).map(([id, evenement]) => ({ id, evenement: evenement as Evenement })),
  ecartes: new Set<string>(),
  remise: dateCivile('2025-03-03'),
  aujourdhui: dateCivile('2025-06-02'),
  ...plus,
});
const doutes = (evenement: object, ...reste: Parameters<typeof contexte>): Avertissement[] =>
  avertir(evenement as Evenement, contexte(...reste));
const phrases = (...args: Parameters<typeof doutes>) => doutes(...args).map(({ phrase }) => phrase);
const corriges = (...args: Parameters<typeof doutes>) => doutes(...args).map(({ corrige }) => corrige);

const arret = (debut: string, fin: string) => ({ type: 'ARRET_MALADIE', debut, fin });
const le = (type: string, date: string, plus: object = {}) => ({ type, date, ...plus });
const juin = arret('2025-06-01', '2025-06-10');

describe('ce qui est déjà au journal', () => {
  const unJour = fc.integer({ min: 0, max: 700 }).map((n) => ajouterJours(dateCivile('2025-01-01'), n));
  const unEvenement = fc.constantFrom(...typesEvenement).chain((type) =>
    fc.record({ date: unJour, choix: fc.nat(), facultatifs: fc.boolean() }).map(({ date, choix, facultatifs }) => {
      const champs = definitions[type].champs
        .filter((c) => c.obligatoire || facultatifs || (c.nom === 'fin' && type === 'REPRISE_EMPLOI'))
        .map((c) => {
          const valeurs = c.choix ?? [];
          if (c.genre === 'date') return [c.nom, c.nom === 'fin' ? ajouterJours(date, 20) : date];
          if (c.genre === 'choix') return [c.nom, valeurs[choix % valeurs.length]!.valeur];
          return [c.nom, c.genre === 'nombre' ? 30 : c.genre === 'booleen' ? true : 'c1'];
        });
      const forme = verifierForme({ type, ...Object.fromEntries(champs) });
      return forme.ok ? forme.evenement : null;
    }),
  );

  it('le même événement deux fois se demande toujours, quel que soit son type, et nomme celui qu’il répète', () => {
    const vus = new Set<string>();
    fc.assert(
      fc.property(unEvenement, fc.boolean(), (evenement, ecarte) => {
        fc.pre(evenement !== null);
        vus.add(evenement.type);
        const ecartes = new Set(ecarte ? ['premier'] : []);
        const envers = Object.fromEntries(Object.entries(evenement).reverse());
        expect(corriges(envers, { premier: evenement }, { ecartes })).toContain('premier');
        expect(corriges(evenement).filter((id) => id !== null)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect([...vus].sort()).toEqual([...typesEvenement].sort());
  });
  it('le même contrat sous un autre identifiant est le même', () => {
    const cdi = { type: 'REPRISE_EMPLOI', nature: 'CDI', debut: '2025-06-15' };
    expect(corriges({ ...cdi, contratId: 'b' }, { a: { ...cdi, contratId: 'a' } })).toEqual(['a']);
    const prime = le('DEMANDE_PRIME', '2025-06-02', { contratId: 'a' });
    expect(corriges({ ...prime, contratId: 'b' }, { a: prime })).toEqual([]);
  });
  it('des jours déjà couverts se demandent, du premier au dernier', () => {
    const [phrase] = phrases(arret('2025-06-10', '2025-06-20'), { am: juin });
    expect(phrase).toBe('Ces jours sont déjà couverts, en tout ou partie, par un autre événement.');
    expect(corriges(arret('2025-05-20', '2025-06-01'), { am: juin })).toEqual(['am']);
    expect(corriges(arret('2025-06-11', '2025-06-20'), { am: juin })).toEqual([]);
    expect(corriges(arret('2025-05-20', '2025-05-31'), { am: juin })).toEqual([]);
    const conges = { type: 'CONGES', debut: '2025-06-05', fin: '2025-06-06' };
    expect(corriges(conges, { am: juin, avant: arret('2025-06-02', '2025-06-08') })).toEqual(['am', 'avant']);
    expect(corriges({ ...conges, type: 'FORMATION' }, { am: juin })).toEqual([]);
  });
  it('un fait écarté ne couvre aucun jour', () => {
    expect(corriges(arret('2025-06-05', '2025-06-20'), { am: juin }, { ecartes: new Set(['am']) })).toEqual([]);
  });
  it('une suspension sans fin couvre ses jours jusqu’au retour', () => {
    const suspension = { type: 'SUSPENSION', debut: '2025-05-01', motif: 'PAJE' };
    expect(corriges(juin, { s: suspension })).toEqual(['s']);
    const retour = (date: string) => le('FIN_SUSPENSION', date);
    expect(corriges(juin, { s: suspension, r: retour('2025-05-20') })).toEqual([]);
    expect(corriges(juin, { s: suspension, r: retour('2025-04-20') })).toEqual(['s']);
  });
  it('un second entretien de même sorte se demande, un autre non', () => {
    const premier = { pb: le('PRE_BILAN_REALISE', '2025-04-02') };
    expect(doutes(le('PRE_BILAN_REALISE', '2025-05-02'), premier)).toEqual([
      {
        phrase: 'Un événement de ce type est déjà au journal, et d’ordinaire il n’a lieu qu’une fois.',
        corrige: 'pb',
      },
    ]);
    expect(doutes(le('PSP_VALIDE', '2025-05-02'), premier)).toEqual([]);
    expect(corriges(le('PRE_BILAN_REALISE', '2025-05-02'), premier, { ecartes: new Set(['pb']) })).toEqual([]);
  });
});

describe('les dates', () => {
  it('d’un fait accompli ne sont pas à venir', () => {
    expect(phrases(le('PSP_VALIDE', '2025-06-03'))).toEqual([
      'La date du 03/06/2025 est dans le futur, pour un fait déjà accompli\u00a0: est-ce la bonne année\u202f?',
    ]);
    expect(phrases(le('PSP_VALIDE', '2025-06-02'))).toEqual([]);
    expect(phrases(le('SORTIE', '2025-07-01', { motif: 'ABANDON' }))).toEqual([]);
  });
  it('à plus de cinq ans se demandent une fois, 9999 comprise', () => {
    expect(phrases(arret('2025-06-01', '9999-12-31'))).toEqual([
      'La date du 31/12/9999 est dans plus de cinq ans\u00a0: est-ce la bonne année\u202f?',
    ]);
    expect(phrases(le('SORTIE', '2030-06-03', { motif: 'ABANDON' }))).toHaveLength(1);
    expect(phrases(le('SORTIE', '2030-06-02', { motif: 'ABANDON' }))).toEqual([]);
  });
  it('d’une absence de plus d’un an se demandent, non celles d’un contrat', () => {
    expect(phrases(arret('2025-06-01', '2026-06-01'))).toEqual([
      'Du 01/06/2025 au 01/06/2026, il y a plus d’un an\u00a0: ces deux dates sont-elles les bonnes\u202f?',
    ]);
    expect(phrases(arret('2025-06-01', '2026-05-31'))).toEqual([]);
    const interim = { type: 'REPRISE_EMPLOI', nature: 'CTT', debut: '2025-06-01', fin: '2026-12-31' };
    expect(phrases(interim)).toEqual([]);
  });
  it('d’avant la remise se demandent', () => {
    expect(phrases(arret('2024-06-01', '2024-06-10'))).toEqual([
      'La date du 01/06/2024 est avant la remise de la proposition, le 03/03/2025\u00a0: est-ce la bonne\u202f?',
    ]);
    expect(phrases(arret('2025-03-03', '2025-03-10'))).toEqual([]);
  });
});

it('un CDD fait demander si l’employeur est un particulier', () => {
  const emploi = { type: 'REPRISE_EMPLOI', debut: '2025-06-15' as DateCivile };
  expect(phrases({ ...emploi, nature: 'CDD', fin: '2026-01-31' })).toEqual([
    expect.stringContaining('L’employeur est-il un particulier'),
  ]);
  expect(phrases({ ...emploi, nature: 'CDI' })).toEqual([]);
});

it('un travail pour un particulier, dit comme tel, ne se demande plus : il se dit', () => {
  const emploi = { type: 'REPRISE_EMPLOI', debut: '2025-06-15' as DateCivile, particulier: true };
  for (const nature of ['CDI', 'CDD'])
    expect(phrases({ ...emploi, nature })).toEqual([
      expect.stringContaining('Un travail pour un particulier n’est pas une activité du CSP'),
    ]);
});
