import { courriers, etats, jouer, le, ouvrir, rejets } from './de-test/scenario';

const reponse = (date: string, valeur = 'ACCEPTATION') => ({ type: 'REPONSE_SALARIE', date, reponse: valeur });
const autorisation = (date: string, decision = 'AUTORISE') => ({ type: 'DECISION_AUTORISATION', date, decision });
const protege = { dossier: { salarieProtege: true } };

describe('délai de réflexion (R6)', () => {
  it('finit 21 jours après la remise, et le CSP commence le lendemain', () => {
    const r = jouer();
    expect([r.finReflexion, r.finContrat, r.debutCsp]).toEqual(['2025-03-24', '2025-03-24', '2025-03-25']);
  });
  const NOEL = { dossier: { dateRemise: '2026-12-04' } };
  it('qui finit un jour non ouvré, il est annoncé ce jour-là et toléré jusqu’au jour ouvré suivant', () => {
    const bornes = (dateRemise: string, variante = {}) => {
      const { finReflexion, finReflexionToleree } = ouvrir([], { dossier: { dateRemise }, ...variante });
      return [finReflexion, finReflexionToleree];
    };
    expect(bornes('2026-12-04')).toEqual(['2026-12-25', '2026-12-28']);
    expect(bornes('2026-12-01')).toEqual(['2026-12-22', '2026-12-22']);
    expect(bornes('2026-12-04', { surcharge: { reportFinReflexion: 'AUCUN' } })).toEqual(['2026-12-25', '2026-12-25']);
    expect(bornes('2026-12-04', { surcharge: { reportFinReflexion: 'OUVRE_SUIVANT' } })).toEqual([
      '2026-12-28',
      '2026-12-28',
    ]);
  });
  it('suit les jours fériés du territoire', () => {
    const r = ouvrir([], { dossier: { dateRemise: '2025-12-05', residence: 'alsace-moselle' } });
    expect([r.finReflexion, r.finReflexionToleree]).toEqual(['2025-12-26', '2025-12-29']);
  });
  it.each([
    ['2026-12-23', '2026-12-25', '2026-12-26', []],
    ['2026-12-25', '2026-12-25', '2026-12-26', []],
    ['2026-12-26', '2026-12-28', '2026-12-29', ['ACCEPTATION_DANS_LE_REPORT']],
    ['2026-12-28', '2026-12-28', '2026-12-29', ['ACCEPTATION_DANS_LE_REPORT']],
  ])('acceptée le %s, le contrat finit le %s et le CSP commence le %s', (date, fin, debut, alertes) => {
    const r = ouvrir([reponse(date)], NOEL);
    expect([r.finReflexion, r.finContrat, r.debutCsp, r.alertes]).toEqual(['2026-12-25', fin, debut, alertes]);
  });
  it('le lendemain du jour toléré, la réponse est hors délai et le silence vaut refus', () => {
    const r = ouvrir([reponse('2026-12-29')], NOEL);
    expect([rejets(r), r.decision, r.dateDecision]).toEqual([
      { 0: 'REPONSE_HORS_DELAI' },
      'REFUS_TACITE',
      '2026-12-29',
    ]);
    const observee = (dateObservation: string) => ouvrir([], { ...NOEL, dateObservation });
    expect([observee('2026-12-28').decision, observee('2026-12-29').decision]).toEqual(['EN_ATTENTE', 'REFUS_TACITE']);
    expect(etats(ouvrir([reponse('2026-12-10', 'REFUS')], NOEL)).at(-1)).toBe('2026-12-29 REFUSE REFUS');
  });
  it('un refus devient une acceptation jusqu’au jour toléré', () => {
    const r = ouvrir([reponse('2026-12-24', 'REFUS'), reponse('2026-12-28')], NOEL);
    expect([r.decision, r.debutCsp]).toEqual(['ACCEPTATION', '2026-12-29']);
  });
  it('par France Travail aussi, une acceptation tolérée repousse le début', () => {
    const dossier = { ...NOEL.dossier, modeProposition: 'FRANCE_TRAVAIL', finContratPrevue: '2026-11-30' };
    const r = ouvrir([reponse('2026-12-28')], { dossier });
    expect([r.finContrat, r.debutCsp, r.alertes]).toEqual(['2026-11-30', '2026-12-29', ['ACCEPTATION_DANS_LE_REPORT']]);
  });
  it('finit un jour férié sans report, avec report le jour ouvré suivant', () => {
    const dossier = { dateRemise: '2025-04-10' };
    expect(ouvrir([], { dossier }).finReflexion).toBe('2025-05-01');
    expect(ouvrir([], { dossier, surcharge: { reportFinReflexion: 'OUVRE_SUIVANT' } }).finReflexion).toBe('2025-05-02');
  });
});

describe('réponse du salarié (R8, F8)', () => {
  it.each([
    ['2025-03-02', 'REPONSE_AVANT_REMISE'],
    ['2025-03-03', undefined],
    ['2025-03-24', undefined],
    ['2025-03-25', 'REPONSE_HORS_DELAI'],
  ])('datée du %s : %s', (date, code) => {
    const r = ouvrir([reponse(date)]);
    expect(rejets(r)[0]).toBe(code);
    expect(r.decision).toBe(code === undefined ? 'ACCEPTATION' : 'REFUS_TACITE');
  });
  it('silence le 22e jour vaut refus, daté de ce jour', () => {
    const r = ouvrir();
    expect([r.decision, r.dateDecision, r.etatFinal]).toEqual(['REFUS_TACITE', '2025-03-25', 'REFUSE']);
    expect(etats(r)).toEqual(['2025-03-03 EN_REFLEXION', '2025-03-25 REFUSE REFUS_TACITE']);
    expect([r.finContrat, r.debutCsp, r.prescriptionContestation]).toEqual([null, null, null]);
    expect(r.terme).toBeUndefined();
  });
  it('sans réponse, la décision reste en attente jusqu’au dernier jour compris', () => {
    const observee = (dateObservation: string) => ouvrir([], { dateObservation });
    expect([observee('2025-03-24').decision, observee('2025-03-24').dateDecision]).toEqual(['EN_ATTENTE', null]);
    expect(observee('2025-03-25').decision).toBe('REFUS_TACITE');
    expect(observee('2025-01-01').chronologie).toEqual([{ date: '2025-03-03', etat: 'EN_REFLEXION', cause: null }]);
  });
  it('un refus peut devenir une acceptation, et se redater', () => {
    const r = ouvrir([reponse('2025-03-05', 'REFUS'), reponse('2025-03-07', 'REFUS'), reponse('2025-03-10')]);
    expect([r.decision, r.dateDecision, rejets(r)]).toEqual(['ACCEPTATION', '2025-03-10', {}]);
    const refus = ouvrir([reponse('2025-03-07', 'REFUS'), reponse('2025-03-05', 'REFUS')]);
    expect([refus.decision, refus.dateDecision]).toEqual(['REFUS', '2025-03-07']);
    expect(etats(refus)).toEqual(['2025-03-03 EN_REFLEXION', '2025-03-25 REFUSE REFUS']);
  });
  it('un refus enregistré se voit tout de suite, sans état REFUSE avant la fin du délai', () => {
    const r = ouvrir([reponse('2025-03-05', 'REFUS')], { dateObservation: '2025-03-06' });
    expect([r.decision, r.etatFinal]).toEqual(['REFUS', 'EN_REFLEXION']);
  });
  it('une acceptation ne se retire pas et ne se redate pas', () => {
    const r = ouvrir([reponse('2025-03-12', 'REFUS'), reponse('2025-03-10'), reponse('2025-03-14')]);
    expect(rejets(r)).toEqual({ 0: 'RETRACTATION_NON_PREVUE' });
    expect(r.dateDecision).toBe('2025-03-10');
  });
  it('le même jour, l’ordre d’arrivée départage', () => {
    expect(ouvrir([reponse('2025-03-10', 'REFUS'), reponse('2025-03-10')]).decision).toBe('ACCEPTATION');
    expect(rejets(ouvrir([reponse('2025-03-10'), reponse('2025-03-10', 'REFUS')]))).toEqual({
      1: 'RETRACTATION_NON_PREVUE',
    });
  });
  it('une autre réponse est inconnue, la date étant vérifiée d’abord', () => {
    const r = ouvrir([
      reponse('2025-03-10', 'OUI'),
      reponse('2025-04-10', 'OUI'),
      reponse('2025-03-11'),
      reponse('2025-03-12', 'OUI'),
    ]);
    expect(rejets(r)).toEqual({ 0: 'REPONSE_INCONNUE', 1: 'REPONSE_HORS_DELAI', 3: 'REPONSE_INCONNUE' });
  });
  it('sans CSP, tout autre fait est hors CSP', () => {
    const r = ouvrir([le('PSP_VALIDE', '2025-04-01'), le('DEMANDE_REINSCRIPTION', '2026-04-01'), { type: 'X' }]);
    expect(rejets(r)).toEqual({ 0: 'HORS_CSP', 1: 'HORS_CSP', 2: 'TYPE_INCONNU' });
  });
});

describe('salarié protégé (R7, F9)', () => {
  it('tant que la décision est attendue, la fin est inconnue et rien ne commence', () => {
    const r = ouvrir([reponse('2025-03-10')], protege);
    expect([r.finReflexion, r.decision, r.debutCsp, r.prescriptionContestation]).toEqual([
      null,
      'ACCEPTATION',
      null,
      '2026-03-10',
    ]);
    expect([r.etatFinal, courriers(r, 'C04').length, courriers(r, 'C02')]).toEqual(['ACCEPTE', 2, []]);
  });
  it('sans réponse non plus : la décision reste en attente, sans limite de temps', () => {
    const r = ouvrir([], protege);
    expect([r.decision, r.dateDecision, r.etatFinal]).toEqual(['EN_ATTENTE', null, 'EN_REFLEXION']);
  });
  it('son refus attend lui aussi la décision, sans lettre', () => {
    const r = ouvrir([reponse('2025-03-10', 'REFUS')], protege);
    expect([r.decision, r.etatFinal, courriers(r, 'C05')]).toEqual(['REFUS', 'EN_REFLEXION', []]);
  });
  it.each([
    ['2025-03-14', '2025-03-24'],
    ['2025-03-23', '2025-03-24'],
    ['2025-03-24', '2025-03-25'],
    ['2025-05-14', '2025-05-15'],
    ['2025-01-14', '2025-03-24'],
  ])('notifiée le %s : la réflexion finit le %s', (notification, fin) => {
    expect(ouvrir([autorisation(notification)], protege).finReflexion).toBe(fin);
  });
  it('la tolérance part de la fin que donne la notification', () => {
    const r = ouvrir([autorisation('2025-05-16'), reponse('2025-05-19')], protege);
    expect([r.finReflexion, r.finReflexionToleree, r.finContrat]).toEqual(['2025-05-17', '2025-05-19', '2025-05-19']);
    const refusee = ouvrir(
      [autorisation('2025-05-16', 'REFUSE'), reponse('2025-05-19'), reponse('2025-05-20')],
      protege,
    );
    expect([rejets(refusee), refusee.alertes]).toEqual([{ 2: 'REPONSE_HORS_DELAI' }, []]);
  });
  it('le report ne déplace que les 21 jours', () => {
    const variante = {
      dossier: { salarieProtege: true, dateRemise: '2025-04-10' },
      surcharge: { reportFinReflexion: 'OUVRE_SUIVANT' },
    };
    expect(ouvrir([autorisation('2025-04-20')], variante).finReflexion).toBe('2025-05-02');
    expect(ouvrir([autorisation('2025-05-02')], variante).finReflexion).toBe('2025-05-03');
  });
  it('la dernière décision arrivée compte', () => {
    expect(ouvrir([autorisation('2025-05-14'), autorisation('2025-04-14', 'REFUSE')], protege).decision).toBe(
      'AUTORISATION_REFUSEE',
    );
  });
  it('une autorisation refusée l’emporte sur la réponse, et date la fin sans suite', () => {
    const r = ouvrir([reponse('2025-03-10'), autorisation('2025-04-14', 'REFUSE')], protege);
    expect([r.decision, r.dateDecision, r.finReflexion, r.debutCsp]).toEqual([
      'AUTORISATION_REFUSEE',
      '2025-04-14',
      '2025-04-15',
      null,
    ]);
    expect(etats(r)).toEqual(['2025-03-03 EN_REFLEXION', '2025-04-14 SANS_SUITE AUTORISATION_REFUSEE']);
    expect(r.courriers?.map((c) => c.code)).toEqual(['C01_PROPOSITION']);
    expect(r.prescriptionContestation).toBe('2026-03-10');
  });
  it('une notification antérieure à la remise compte comme la remise', () => {
    expect(ouvrir([autorisation('2025-01-14', 'REFUSE')], protege).dateDecision).toBe('2025-03-03');
  });
  it('pour un salarié ordinaire, une décision est rejetée', () => {
    expect(rejets(jouer([autorisation('2025-03-14')]))).toEqual({ 1: 'SALARIE_NON_PROTEGE' });
  });
});

describe('effets de l’acceptation (R9, F13)', () => {
  it('la contestation se prescrit douze mois après l’acceptation', () => {
    expect(jouer().prescriptionContestation).toBe('2026-03-10');
  });
  it.each([
    ['2025-03-25', '2025-05-25'],
    ['2025-12-15', '2026-02-25'],
    ['2025-12-31', '2026-02-25'],
  ])('début du CSP le %s : contribution le %s', (debut, attendue) => {
    const dateRemise = new Date(Date.parse(debut) - 22 * 86400000).toISOString().slice(0, 10);
    const r = ouvrir([reponse(dateRemise)], { dossier: { dateRemise } });
    expect([r.debutCsp, r.echeanceContributionEmployeur]).toEqual([debut, attendue]);
  });
  it('par France Travail, le contrat est déjà fini', () => {
    const dossier = { modeProposition: 'FRANCE_TRAVAIL', finContratPrevue: '2025-02-28' };
    const r = jouer([], { dossier });
    expect([r.finContrat, r.debutCsp]).toEqual(['2025-02-28', '2025-03-25']);
  });
  it('dans l’expérimentation, le CSP attend la fin du contrat', () => {
    const dossier = {
      reglement: 'csp-experimental-2011',
      motifRupture: 'FIN_CDD',
      bassinEmploi: 'Lens',
      finContratPrevue: '2025-04-30',
    };
    const r = jouer([], { dossier });
    expect([r.finContrat, r.debutCsp]).toEqual(['2025-04-30', '2025-05-01']);
  });
  it('pour un licenciement ordinaire, la fin prévue ne compte pas', () => {
    expect(jouer([], { dossier: { finContratPrevue: '2025-06-30' } }).finContrat).toBe('2025-03-24');
  });
  it('la période de référence est de 24 mois, 36 à partir de 53 ans', () => {
    const pra = (dateNaissance: string, surcharge = {}) =>
      jouer([], { dossier: { dateNaissance }, surcharge }).periodeReferenceAffiliation;
    expect(pra('1972-03-25')).toEqual({ debut: '2023-03-25', fin: '2025-03-24' });
    expect(pra('1972-03-24')).toEqual({ debut: '2022-03-25', fin: '2025-03-24' });
    expect(pra('1972-03-24', { praAgeSenior: 55 })?.debut).toBe('2023-03-25');
  });
  it('à partir de 55 ans depuis avril 2025', () => {
    const pra = (dateNaissance: string) =>
      ouvrir([reponse('2026-02-10')], { dossier: { dateRemise: '2026-02-02', dateNaissance } })
        .periodeReferenceAffiliation;
    expect(pra('1971-12-01')?.debut).toBe('2024-02-24');
    expect(pra('1971-02-23')?.debut).toBe('2023-02-24');
  });
});
