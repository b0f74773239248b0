import { cdd, cdi, etats, finContrat, jouer, maladie, rejets } from './de-test/scenario';

const suspension = (debut: string, motif = 'PAJE', fin?: string) => ({ type: 'SUSPENSION', debut, motif, fin });
const retour = (date: string) => ({ type: 'FIN_SUSPENSION', date });
const bornes = (r: ReturnType<typeof jouer>) =>
  r.suspensions?.map(({ debut, fin, cause }) => `${debut} ${fin} ${cause}`);

describe('fin de suspension (F15)', () => {
  it('termine la veille la dernière restée ouverte', () => {
    const r = jouer([suspension('2025-05-01', 'PAJE'), suspension('2025-06-01', 'PREPARE'), retour('2025-07-01')]);
    expect(bornes(r)).toEqual(['2025-05-01 2026-03-24 PAJE']);
    const deux = jouer([
      suspension('2025-05-01'),
      suspension('2025-06-01', 'PREPARE'),
      retour('2025-07-01'),
      retour('2025-08-01'),
    ]);
    expect(bornes(deux)).toEqual(['2025-05-01 2025-07-31 PAJE']);
  });
  it('ne termine ni une suspension datée, ni une qui commence le jour même', () => {
    expect(rejets(jouer([suspension('2025-05-01', 'PAJE', '2025-05-31'), retour('2025-05-15')]))).toEqual({
      2: 'AUCUNE_SUSPENSION_OUVERTE',
    });
    expect(rejets(jouer([suspension('2025-05-01'), retour('2025-05-01')]))).toEqual({ 2: 'AUCUNE_SUSPENSION_OUVERTE' });
    expect(bornes(jouer([suspension('2025-05-01'), retour('2025-05-02')]))).toEqual(['2025-05-01 2025-05-01 PAJE']);
  });
  it('compte par date, quel que soit l’ordre d’arrivée', () => {
    expect(bornes(jouer([retour('2025-06-01'), suspension('2025-05-01')]))).toEqual(['2025-05-01 2025-05-31 PAJE']);
    expect(rejets(jouer([retour('2025-06-01'), retour('2025-07-01'), suspension('2025-05-01')]))).toEqual({
      2: 'AUCUNE_SUSPENSION_OUVERTE',
    });
  });
  it('peut terminer une suspension d’avant le CSP, qui devient antérieure', () => {
    const r = jouer([suspension('2025-01-01'), retour('2025-03-25')]);
    expect([rejets(r), bornes(r)]).toEqual([{ 1: 'AVANT_CSP' }, []]);
  });
});

describe('les jours suspendus portent une seule cause (R24, F21)', () => {
  it('sans retour, le CSP finit suspendu', () => {
    const r = jouer([suspension('2025-05-01', 'DEMENAGEMENT_ETRANGER')]);
    expect([bornes(r), r.dateFinCsp, r.terme]).toEqual([
      ['2025-05-01 2026-03-24 DEMENAGEMENT_ETRANGER'],
      '2026-03-24',
      '2026-03-24',
    ]);
    expect(etats(r).slice(2)).toEqual([
      '2025-03-25 EN_CSP',
      '2025-05-01 SUSPENDU DEMENAGEMENT_ETRANGER',
      '2026-03-25 TERMINE TERME',
      '2026-03-30 NON_REINSCRIT',
    ]);
  });
  it('les causes qui prolongent passent devant, dans leur ordre', () => {
    const r = jouer([
      suspension('2025-05-01', 'PAJE', '2025-05-31'),
      maladie('2025-05-10', '2025-05-20'),
      cdd('2025-05-15', '2025-05-25'),
    ]);
    expect(bornes(r)).toEqual([
      '2025-05-01 2025-05-09 PAJE',
      '2025-05-10 2025-05-14 MALADIE',
      '2025-05-15 2025-05-25 ACTIVITE',
      '2025-05-26 2025-05-31 PAJE',
    ]);
  });
  it('entre deux suspensions, la première commencée, puis la première arrivée', () => {
    const r = jouer([
      suspension('2025-05-10', 'PAJE', '2025-05-20'),
      suspension('2025-05-01', 'PREPARE', '2025-05-12'),
    ]);
    expect(bornes(r)).toEqual(['2025-05-01 2025-05-12 PREPARE', '2025-05-13 2025-05-20 PAJE']);
    const memeJour = jouer([
      suspension('2025-05-01', 'PAJE', '2025-05-02'),
      suspension('2025-05-01', 'PREPARE', '2025-05-02'),
    ]);
    expect(bornes(memeJour)).toEqual(['2025-05-01 2025-05-02 PAJE']);
  });
  it('deux périodes de même cause qui se touchent n’en font qu’une', () => {
    expect(bornes(jouer([maladie('2025-05-01', '2025-05-10'), maladie('2025-05-11', '2025-05-20')]))).toEqual([
      '2025-05-01 2025-05-20 MALADIE',
    ]);
  });
  it('un emploi réintégré est une activité', () => {
    const r = jouer([cdi('2025-06-01'), finContrat('2025-06-30')]);
    expect(bornes(r)).toEqual(['2025-06-01 2025-06-30 ACTIVITE']);
    expect(etats(r).slice(2, 5)).toEqual(['2025-03-25 EN_CSP', '2025-06-01 SUSPENDU ACTIVITE', '2025-07-01 EN_CSP']);
  });
  it('les jours sont coupés au début du CSP', () => {
    const r = jouer([maladie('2025-03-01', '2025-03-26'), cdd('2025-03-27', '2025-03-31')]);
    expect(bornes(r)).toEqual(['2025-03-25 2025-03-26 MALADIE', '2025-03-27 2025-03-31 ACTIVITE']);
    expect(etats(r).slice(2, 6)).toEqual([
      '2025-03-25 EN_CSP',
      '2025-03-25 SUSPENDU MALADIE',
      '2025-03-27 SUSPENDU ACTIVITE',
      '2025-04-01 EN_CSP',
    ]);
  });
  it('suspendu le dernier jour, on ne revient pas en CSP le lendemain', () => {
    const r = jouer([suspension('2026-03-01', 'PAJE', '2026-03-24')]);
    expect(etats(r).slice(3)).toEqual([
      '2026-03-01 SUSPENDU PAJE',
      '2026-03-25 TERMINE TERME',
      '2026-03-30 NON_REINSCRIT',
    ]);
  });
});
