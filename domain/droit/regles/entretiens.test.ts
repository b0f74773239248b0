import { cdi, jouer, le, maladie, rejets, sortie } from './de-test/scenario';

describe('pré-bilan et PSP (R11, R12)', () => {
  it('sont dus sous 8 jours, puis 30 jours après', () => {
    const r = jouer();
    expect([r.echeancePreBilan, r.echeancePsp, r.dernierJourUtilePreBilan, r.dernierJourUtilePsp]).toEqual([
      '2025-04-02',
      '2025-05-02',
      '2025-04-02',
      '2025-05-02',
    ]);
  });
  it('le dernier jour utile recule au jour ouvré', () => {
    const r = jouer([le('PRE_BILAN_REALISE', '2025-04-01')]);
    expect([r.echeancePsp, r.dernierJourUtilePsp]).toEqual(['2025-05-01', '2025-04-30']);
  });
  it('le PSP est dû dans les deux premiers mois au plus', () => {
    const surcharge = { preBilanJours: 40 };
    expect(jouer([], { surcharge }).echeancePsp).toBe('2025-05-24');
    expect(jouer([], { surcharge: { ...surcharge, pspPlafondMois: null } }).echeancePsp).toBe('2025-06-03');
  });
  it('un délai en mois se compte de quantième à quantième', () => {
    const dossier = { reglement: 'csp-2015-v2015' };
    expect(jouer([le('PRE_BILAN_REALISE', '2025-03-30')], { dossier }).echeancePsp).toBe('2025-04-30');
  });
  it('le premier pré-bilan accepté compte', () => {
    const r = jouer([
      le('PRE_BILAN_REALISE', '2025-04-05'),
      le('PRE_BILAN_REALISE', '2025-03-24'),
      le('PRE_BILAN_REALISE', '2025-03-31'),
    ]);
    expect([r.echeancePsp, rejets(r), r.alertes]).toEqual(['2025-04-30', { 2: 'AVANT_CSP' }, []]);
  });
  it('le premier tenu compte aussi quand le suivant est arrivé après lui', () => {
    const r = jouer([le('PRE_BILAN_REALISE', '2025-03-31'), le('PRE_BILAN_REALISE', '2025-04-05')]);
    expect([r.echeancePsp, r.alertes]).toEqual(['2025-04-30', []]);
  });
  it.each<[string, object[], string[]]>([
    ['pré-bilan le dernier jour', [le('PRE_BILAN_REALISE', '2025-04-02')], []],
    ['pré-bilan en retard', [le('PRE_BILAN_REALISE', '2025-04-03')], ['PRE_BILAN_HORS_DELAI']],
    ['PSP sans pré-bilan', [le('PSP_VALIDE', '2025-04-03')], ['PSP_SANS_PRE_BILAN']],
    [
      'PSP avant le pré-bilan',
      [le('PSP_VALIDE', '2025-03-31'), le('PRE_BILAN_REALISE', '2025-04-01')],
      ['PSP_SANS_PRE_BILAN'],
    ],
    ['PSP le jour du pré-bilan', [le('PSP_VALIDE', '2025-04-01'), le('PRE_BILAN_REALISE', '2025-04-01')], []],
    ['PSP le dernier jour', [le('PSP_VALIDE', '2025-05-01'), le('PRE_BILAN_REALISE', '2025-04-01')], []],
    ['PSP en retard', [le('PSP_VALIDE', '2025-05-02'), le('PRE_BILAN_REALISE', '2025-04-01')], ['PSP_HORS_DELAI']],
  ])('%s', (_, entretiens, alertes) => {
    expect(jouer(entretiens).alertes).toEqual(alertes);
  });
});

describe('dates acceptées (F22)', () => {
  it.each(['PRE_BILAN_REALISE', 'PSP_VALIDE', 'POINT_ETAPE_REALISE', 'BILAN_REALISE'])('%s', (type) => {
    const codes = ['2025-03-24', '2025-03-25', '2026-03-24', '2026-03-25'].map(
      (date) => rejets(jouer([le(type, date)]))[1],
    );
    const apres = type === 'BILAN_REALISE' ? undefined : 'HORS_CSP';
    expect(codes).toEqual(['AVANT_CSP', undefined, undefined, apres]);
  });
});

describe('point d’étape (R13, F23)', () => {
  const fenetre = (evenements: unknown[], surcharge = {}) => jouer(evenements, { surcharge }).pointEtape;
  it('est le quatrième mois', () => {
    expect(fenetre([])).toEqual({ debut: '2025-06-25', fin: '2025-07-24' });
  });
  it('recule des jours suspendus, sauf réglage contraire', () => {
    const arret = maladie('2025-06-01', '2025-06-10');
    expect(fenetre([arret])).toEqual({ debut: '2025-07-05', fin: '2025-08-03' });
    expect(fenetre([arret], { pointEtapeDecaleSuspensions: false })).toEqual({
      debut: '2025-06-25',
      fin: '2025-07-24',
    });
  });
  it('s’étire quand la suspension tombe dans la fenêtre', () => {
    expect(fenetre([maladie('2025-07-01', '2025-12-31')])).toEqual({ debut: '2025-06-25', fin: '2026-01-24' });
  });
  it('n’a pas lieu si le CSP finit avant, et se raccourcit s’il finit pendant', () => {
    expect(fenetre([sortie('2025-06-24', 'ABANDON')])).toBeNull();
    expect(fenetre([sortie('2025-06-25', 'ABANDON')])).toEqual({ debut: '2025-06-25', fin: '2025-06-25' });
    expect(fenetre([sortie('2025-07-24', 'ABANDON')])?.fin).toBe('2025-07-24');
    expect(fenetre([cdi('2025-03-25')])).toBeNull();
    const unJour = fenetre([sortie('2025-03-25', 'ABANDON')], { pointEtapeMois: 1 });
    expect(unJour).toEqual({ debut: '2025-03-25', fin: '2025-03-25' });
  });
  it('n’existe pas pour tous les règlements', () => {
    expect(fenetre([], { pointEtapeMois: null })).toBeNull();
    expect(fenetre([], { pointEtapeMois: 1 })).toEqual({ debut: '2025-03-25', fin: '2025-04-24' });
    expect(fenetre([], { pointEtapeMois: 0 })).toBeNull();
  });
  it.each([
    ['2025-06-24', ['POINT_ETAPE_HORS_FENETRE']],
    ['2025-06-25', []],
    ['2025-07-24', []],
    ['2025-07-25', ['POINT_ETAPE_HORS_FENETRE']],
  ])('tenu le %s : %j', (date, alertes) => {
    expect(jouer([le('POINT_ETAPE_REALISE', date)]).alertes).toEqual(alertes);
  });
  it('sans fenêtre, il ne peut être en dehors', () => {
    expect(jouer([le('POINT_ETAPE_REALISE', '2025-06-24')], { surcharge: { pointEtapeMois: null } }).alertes).toEqual(
      [],
    );
  });
});

describe('bilan (R22, F24)', () => {
  it('au terme, dans les deux derniers mois', () => {
    expect(jouer().bilan).toEqual({ type: 'FIN_ACCOMPAGNEMENT', debut: '2026-01-25', fin: '2026-03-24' });
    expect(jouer([], { surcharge: { bilanFenetreMois: 1 } }).bilan?.debut).toBe('2026-02-25');
    expect(jouer([maladie('2025-06-01', '2025-06-10')]).bilan?.fin).toBe('2026-04-03');
  });
  it('après une sortie, dans les trente jours', () => {
    const attendu = { type: 'SORTIE_ANTICIPEE', debut: '2025-06-01', fin: '2025-06-30' };
    expect(jouer([cdi('2025-06-01')]).bilan).toEqual(attendu);
    expect(jouer([sortie('2025-05-31', 'RETRAITE')]).bilan).toEqual(attendu);
  });
  it('après un décès, jamais', () => {
    expect(jouer([sortie('2025-05-31', 'DECES'), le('BILAN_REALISE', '2025-06-30')])).toMatchObject({
      bilan: null,
      alertes: [],
    });
  });
  it.each([
    ['2026-01-24', ['BILAN_HORS_FENETRE']],
    ['2026-01-25', []],
    ['2026-03-24', []],
    ['2026-03-25', ['BILAN_HORS_FENETRE']],
  ])('tenu le %s : %j', (date, alertes) => {
    expect(jouer([le('BILAN_REALISE', date)]).alertes).toEqual(alertes);
  });
});
