import { cdd, cdi, etats, finContrat, jouer, le, maladie, rejets, sortie } from './de-test/scenario';

const fin = ({ dateFinCsp, motifFin }: ReturnType<typeof jouer>) => [dateFinCsp, motifFin];
const entreprise = (debut: string) => ({ type: 'CREATION_ENTREPRISE', debut });

describe('un fait après l’autre (F16)', () => {
  it.each<[string, object, string | undefined]>([
    ['contrat la veille du CSP', cdi('2025-03-24'), 'AVANT_CSP'],
    ['contrat le premier jour', cdi('2025-03-25'), undefined],
    ['contrat le dernier jour', cdi('2026-03-24'), undefined],
    ['contrat le lendemain', cdi('2026-03-25'), 'HORS_CSP'],
    ['entreprise la veille', entreprise('2025-03-24'), 'AVANT_CSP'],
    ['entreprise le lendemain', entreprise('2026-03-25'), 'HORS_CSP'],
    ['arrêt fini la veille', maladie('2025-03-01', '2025-03-24'), 'AVANT_CSP'],
    ['arrêt fini le premier jour', maladie('2025-03-01', '2025-03-25'), undefined],
    ['arrêt commencé le dernier jour', maladie('2026-03-24', '2026-03-24'), undefined],
    ['suspension sans fin commencée avant', { type: 'SUSPENSION', debut: '2025-01-01', motif: 'PAJE' }, undefined],
    ['suspension commencée après', { type: 'SUSPENSION', debut: '2026-03-25', motif: 'PAJE' }, 'HORS_CSP'],
    ['sortie la veille', sortie('2025-03-24', 'ABANDON'), 'AVANT_CSP'],
    ['sortie le premier jour', sortie('2025-03-25', 'ABANDON'), undefined],
    ['sortie le lendemain du terme', sortie('2026-03-25', 'ABANDON'), 'HORS_CSP'],
  ])('%s', (_, fait, code) => {
    expect(rejets(jouer([fait]))[1]).toBe(code);
  });
  it('une sortie le jour du terme l’emporte sur lui', () => {
    expect(fin(jouer([sortie('2026-03-24', 'RETRAITE')]))).toEqual(['2026-03-24', 'RETRAITE']);
  });
  it('le terme repoussé par les faits retenus sert aux suivants', () => {
    expect(rejets(jouer([maladie('2025-06-01', '2025-06-10'), cdi('2026-04-03')]))).toEqual({});
    expect(rejets(jouer([maladie('2025-06-01', '2025-06-10'), cdi('2026-04-04')]))).toEqual({ 2: 'HORS_CSP' });
    expect(rejets(jouer([maladie('2025-06-01', '2025-06-10'), sortie('2026-04-03', 'ABANDON')]))).toEqual({});
  });
  it('après une sortie, rien ne commence plus', () => {
    const r = jouer([
      cdi('2025-06-01'),
      cdi('2025-06-02', { contratId: 'd' }),
      entreprise('2025-06-01'),
      maladie('2025-06-01', '2025-06-02'),
      maladie('2025-05-31', '2025-06-02'),
      sortie('2025-05-31', 'ABANDON'),
      sortie('2025-06-30', 'DECES'),
    ]);
    expect(rejets(r)).toEqual({ 2: 'HORS_CSP', 3: 'HORS_CSP', 4: 'HORS_CSP', 6: 'HORS_CSP', 7: 'HORS_CSP' });
  });
  it('à la même date, l’ordre d’arrivée départage une embauche et une sortie', () => {
    expect(fin(jouer([sortie('2025-05-31', 'ABANDON'), cdi('2025-06-01')]))).toEqual(['2025-05-31', 'ABANDON']);
    expect(fin(jouer([cdi('2025-06-01'), sortie('2025-05-31', 'ABANDON')]))).toEqual(['2025-05-31', 'EMPLOI_DURABLE']);
  });
  it('la sortie la plus proche l’emporte, quel que soit l’ordre d’arrivée', () => {
    const r = jouer([sortie('2025-09-30', 'ABANDON'), sortie('2025-06-30', 'MANQUEMENT')]);
    expect([...fin(r), rejets(r)]).toEqual(['2025-06-30', 'MANQUEMENT', { 1: 'HORS_CSP' }]);
  });
  it('pendant un emploi dont l’essai sera rompu, on n’en prend pas un autre', () => {
    const faits = [cdi('2025-06-01'), finContrat('2025-06-30')];
    expect(rejets(jouer([...faits, cdd('2025-06-30', '2025-07-30', { contratId: 'd' })]))).toEqual({
      3: 'EMPLOI_EN_COURS',
    });
    expect(rejets(jouer([...faits, entreprise('2025-06-01')]))).toEqual({ 3: 'EMPLOI_EN_COURS' });
    expect(rejets(jouer([...faits, entreprise('2025-07-01')]))).toEqual({});
  });
});

describe('coupés au dernier jour du CSP (F19)', () => {
  it('un emploi qui commence après la fin n’ouvre aucun droit', () => {
    const r = jouer([
      cdi('2025-06-01', { remunerationInferieure: true }),
      finContrat('2025-06-30'),
      sortie('2025-05-31', 'ABANDON'),
      le('DEMANDE_PRIME', '2025-06-10', { contratId: 'c' }),
    ]);
    expect([...fin(r), r.primes, r.idr, r.reintegrations]).toEqual(['2025-05-31', 'ABANDON', [], [], []]);
    expect(rejets(r)).toEqual({ 4: 'PRIME_SANS_EMPLOI_DURABLE' });
  });
  it('un emploi qui commence le dernier jour en ouvre', () => {
    const r = jouer([
      cdi('2025-06-01', { remunerationInferieure: true }),
      finContrat('2025-06-01'),
      sortie('2025-06-01', 'ABANDON'),
    ]);
    expect([r.dateFinCsp, r.primes?.length, r.idr?.length]).toEqual(['2025-06-01', 1, 1]);
    // The return would be the day after the end.
    expect(r.reintegrations).toEqual([]);
  });
  it('un fait du dernier jour compte ce jour-là, et ce jour seulement', () => {
    const r = jouer([maladie('2025-06-30', '2025-07-10'), sortie('2025-06-30', 'ABANDON')]);
    expect(r.suspensions).toEqual([{ debut: '2025-06-30', fin: '2025-06-30', cause: 'MALADIE' }]);
    expect(r.prolongations).toMatchObject([{ cause: 'MALADIE', joursConstates: 1 }]);
    const lendemain = jouer([maladie('2025-07-01', '2025-07-10'), sortie('2025-06-30', 'ABANDON')]);
    expect([lendemain.suspensions, lendemain.prolongations]).toEqual([[], []]);
  });
});

describe('les rejets', () => {
  it('viennent dans l’ordre d’arrivée, quelle que soit la règle qui les prononce', () => {
    const r = jouer([le('PSP_VALIDE', '2025-01-01'), { type: 'INCONNU' }, sortie('2027-01-01', 'ABANDON')]);
    expect(r.rejets).toEqual([
      { index: 1, code: 'AVANT_CSP' },
      { index: 2, code: 'TYPE_INCONNU' },
      { index: 3, code: 'HORS_CSP' },
    ]);
  });
});

describe('cumul d’activité de 187 jours (R14)', () => {
  const deux = (finDuSecond: string) => [
    cdd('2025-06-01', '2025-09-03'),
    cdd('2025-10-01', finDuSecond, { contratId: 'd' }),
  ];
  it('187 jours ne font pas sortir', () => {
    const r = jouer(deux('2025-12-31'));
    expect([r.joursActiviteCumules, r.motifFin]).toEqual([187, 'TERME']);
  });
  it('le 188e jour fait sortir la veille', () => {
    const r = jouer(deux('2026-01-14'));
    expect([...fin(r), r.joursActiviteCumules]).toEqual(['2025-12-31', 'CUMUL_ACTIVITE_DEPASSE', 187]);
  });
  it('un jour couvert par deux contrats compte une fois', () => {
    const r = jouer([...deux('2025-12-31'), cdd('2025-12-01', '2025-12-31', { contratId: 'e' })]);
    expect([r.joursActiviteCumules, r.motifFin]).toEqual([187, 'TERME']);
  });
  it('les jours d’un essai rompu n’y entrent pas', () => {
    const r = jouer([
      ...deux('2025-12-31'),
      cdi('2026-01-01', { contratId: 'e' }),
      finContrat('2026-01-31', 'RUPTURE_ESSAI', 'e'),
    ]);
    expect([r.joursActiviteCumules, r.motifFin]).toEqual([187, 'TERME']);
  });
  it('un dépassement après le terme ne fait pas sortir', () => {
    const faits = [cdd('2025-12-01', '2026-05-15'), cdd('2026-05-20', '2026-11-10', { contratId: 'd' })];
    const r = jouer(faits, { surcharge: { prolongations: { ACTIVITE: { mois: 3 } } } });
    expect([r.terme, r.motifFin, r.joursActiviteCumules]).toEqual(['2026-06-24', 'CUMUL_ACTIVITE_DEPASSE', 187]);
    const limite = jouer(faits, { surcharge: { activiteCumulMaxJours: 203 } });
    expect([limite.terme, limite.motifFin]).toEqual(['2026-06-24', 'TERME']);
  });
  it('un dépassement le jour même du terme fait sortir la veille', () => {
    const cumul = (activiteCumulMaxJours: number) =>
      fin(jouer([cdd('2026-03-15', '2026-03-31')], { surcharge: { activiteCumulMaxJours, prolongations: {} } }));
    // The tenth day of the job is 24 March, the term.
    expect([cumul(9), cumul(10)]).toEqual([
      ['2026-03-23', 'CUMUL_ACTIVITE_DEPASSE'],
      ['2026-03-24', 'TERME'],
    ]);
  });
  it('sans plafond de cumul, rien ne fait sortir', () => {
    expect(jouer(deux('2026-01-14'), { surcharge: { activiteCumulMaxJours: null } }).motifFin).toBe('TERME');
  });
  it('avant le dépassement, une sortie plus proche le remplace ; après, non', () => {
    const faits = deux('2026-01-14');
    expect(fin(jouer([...faits, cdi('2025-12-31', { contratId: 'e' })]))).toEqual(['2025-12-30', 'EMPLOI_DURABLE']);
    expect(rejets(jouer([...faits, cdi('2026-01-01', { contratId: 'e' })]))).toEqual({ 3: 'HORS_CSP' });
    expect(rejets(jouer([...faits, sortie('2025-12-31', 'ABANDON')]))).toEqual({ 3: 'HORS_CSP' });
    expect(fin(jouer([...faits, sortie('2025-12-30', 'ABANDON')]))).toEqual(['2025-12-30', 'ABANDON']);
  });
  it('un second contrat qui remplit un trou avance le dépassement', () => {
    const r = jouer([...deux('2026-01-14'), cdd('2025-09-10', '2025-09-19', { contratId: 'e' })]);
    expect(fin(r)).toEqual(['2025-12-21', 'CUMUL_ACTIVITE_DEPASSE']);
  });
  it('écourté à temps, le contrat n’y mène plus', () => {
    expect(jouer([...deux('2026-01-14'), finContrat('2025-12-31', 'FIN_ANTICIPEE', 'd')]).motifFin).toBe('TERME');
  });
});

describe('sortie le premier jour (F20)', () => {
  const r = jouer([
    maladie('2025-03-01', '2025-03-31'),
    cdi('2025-03-25'),
    le('PSP_VALIDE', '2025-03-25'),
    le('BILAN_REALISE', '2025-03-25'),
  ]);
  it('le CSP ne commence jamais, ses échéances sont données tout de même', () => {
    expect([r.dateFinCsp, r.debutCsp, r.terme]).toEqual(['2025-03-24', '2025-03-25', '2026-03-24']);
    expect([r.suspensions, r.actualisations, r.pointEtape]).toEqual([[], [], null]);
    expect([r.echeancePreBilan, r.echeancePsp]).toEqual(['2025-04-02', '2025-05-02']);
    expect(rejets(r)).toEqual({ 3: 'HORS_CSP' });
    expect(etats(r)).toEqual([
      '2025-03-03 EN_REFLEXION',
      '2025-03-10 ACCEPTE',
      '2025-03-25 SUIVI_EMPLOI EMPLOI_DURABLE',
      '2025-09-25 CLOS',
    ]);
  });
});
