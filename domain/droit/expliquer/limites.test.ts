import { ACCEPTATION, cdd, cdi, finContrat, le, maladie, OUVERTURE, sortie } from '../regles/de-test/scenario';
import { dire } from './de-test/verifier';
import { expliquerScenario } from './scenario';

describe('aux limites', () => {
  it('un paramètre redonné tel que le règlement l’a ne change pas de source', () => {
    const surcharge = { pspDelai: { valeur: 30, unite: 'JOURS' }, dureeMois: 12 };
    expect(dire('echeancePsp', [], {}, surcharge)).toEqual(dire('echeancePsp', []));
    expect(dire('termeInitial', [], {}, surcharge)).toEqual(dire('termeInitial', []));
  });
  it('une valeur choisie ne cache pas le texte qui fonde le droit', () => {
    const essai = [
      le('PSP_VALIDE', '2025-04-28'),
      cdi('2025-09-15'),
      le('DEMANDE_PRIME', '2025-09-20', { contratId: 'c' }),
    ];
    expect(dire('primes.c.secondVersement', essai, {}, { primeSecondVersementMois: 2 }).source).toBe(
      'valeur choisie pour ce scénario (délai du second versement, en mois) ; convention du 26 janvier 2015, art. 14',
    );
    expect(
      dire('rejets', [le('DEMANDE_PRIME', '2025-09-20', { contratId: 'c' })], {}, { emploiDurableMois: 5 }).source,
    ).toBe(
      'valeur choisie pour ce scénario (durée d’un emploi durable, en mois) ; carnet de suivi France Travail (S003)',
    );
    const { source, doute } = dire('erreurs', [], { effectifEntreprise: 600 }, { effectifMax: 500 });
    expect(source).toBe(
      'valeur choisie pour ce scénario (seuil d’effectif du congé de reclassement) ; code du travail, art. L1233-71',
    );
    expect(doute).toBeNull();
    expect(dire('erreurs', [], { effectifEntreprise: 1000 }).doute).toContain('seuil exact');
  });
  it.each([
    ['1972-04-02', '24 mois'],
    ['1972-04-01', '36 mois'],
  ])(
    'né le %s, contrat fini le 1er avril 2025, procédure de mars : %s, sans doute sur l’âge',
    (dateNaissance, mois) => {
      const e = dire('periodeReferenceAffiliation', [le('REPONSE_SALARIE', '2025-03-12', { reponse: 'ACCEPTATION' })], {
        dateNaissance,
        dateRemise: '2025-03-11',
      });
      expect(e.phrase).toContain(mois);
      expect(e.doute).toBeNull();
    },
  );
  it('un document antérieur au règlement n’est pas montré comme sûr', () => {
    const avant = dire('conges.solde', [], { reglement: 'csp-2015-v2021' });
    expect([avant.certitude, avant.doute]).toEqual(['S', null]);
    const depuis = dire('conges.solde', [], { reglement: 'csp-2015-v2025' });
    expect([depuis.certitude, depuis.source]).toEqual(['G', avant.source]);
    expect(depuis.doute).toBe(
      'Le document source est antérieur au règlement (01/04/2025), ou n’est pas daté : à vérifier.',
    );
  });
  it('la dernière date connue du règlement n’est pas encore passée', () => {
    expect(
      dire('reglement', [], { dateEngagementProcedure: '2026-12-31', dateRemise: '2027-01-04' }).phrase,
    ).not.toContain('dernier jour connu');
    expect(dire('reglement', [], { dateEngagementProcedure: '2027-01-01', dateRemise: '2027-01-04' }).phrase).toContain(
      ', dernier jour connu le 31/12/2026.',
    );
  });
  it('un CDD de six mois ne fait de doute qu’en dessous de 187 jours', () => {
    expect(dire('motifFin', [cdd('2025-09-01', '2026-02-28')]).doute).toContain('187 jours');
    expect(dire('motifFin', [cdd('2025-09-01', '2026-03-05')]).doute).toContain('187 jours');
    expect(dire('motifFin', [cdd('2025-09-01', '2026-03-06')]).doute).toBeNull();
  });
  it('sous la CRP, où tout emploi sort, un emploi court ne fait pas de doute', () => {
    const court = [cdd('2025-09-01', '2025-10-31', { remunerationInferieure: true })];
    const { phrase, doute } = dire('idr', court, { reglement: 'crp-2009' });
    expect([phrase, doute]).toEqual([
      expect.stringContaining('indemnité possible'),
      expect.stringContaining('à vérifier'),
    ]);
  });
  it('le cumul d’activité fait douter au-delà de six mois, s’il a une limite', () => {
    const jours = (fin: string) => [cdd('2025-04-01', '2025-06-29', { contratId: 'a' }), cdd('2025-07-01', fin)];
    const cumul = (fin: string, surcharge = {}) => dire('joursActiviteCumules', jours(fin), {}, surcharge);
    expect([cumul('2025-09-28').valeur, cumul('2025-09-28').doute]).toEqual([180, null]);
    expect([cumul('2025-09-29').valeur, cumul('2025-09-29').doute]).toEqual([
      181,
      expect.stringContaining('187 jours'),
    ]);
    expect(cumul('2025-09-29', { activiteCumulMaxJours: null }).doute).toBeNull();
  });
  it('les congés permis, pris en entier, ne sont pas dépassés', () => {
    const conges = (fin: string) => [{ type: 'CONGES', debut: '2025-08-01', fin }];
    expect(dire('conges.solde', conges('2025-09-04')).phrase).toBe('35 jours permis, moins 35 pris.');
    expect(dire('conges.depassement', conges('2025-09-04')).phrase).toBe('35 jours pris, dans la limite de 35.');
    expect(dire('conges.solde', conges('2025-09-05')).phrase).toBe(
      '35 jours permis, moins 36 pris, jamais moins que zéro.',
    );
  });
  it('le PSP : la plus proche des deux dates, la fin du 2e mois si elle vient avant', () => {
    const psp = (preBilan: string) => dire('echeancePsp', [le('PRE_BILAN_REALISE', preBilan)]).phrase;
    expect(psp('2025-04-24')).toBe(
      '30 jours après le pré-bilan du 24/04/2025, et au plus tard à la fin du 2e mois (24/05/2025).',
    );
    expect(psp('2025-04-25')).toBe(
      'Fin du 2e mois à compter du 25/03/2025, plus proche que 30 jours après le pré-bilan du 25/04/2025.',
    );
  });
  it('un point d’étape n’est coupé que si la fin vient avant la sienne', () => {
    const etape = (fin: string) => dire('pointEtape', [sortie(fin, 'ABANDON')]).phrase;
    expect(etape('2025-07-23')).toBe(
      'Le 4e mois d’accompagnement compté du 25/03/2025, du 25/06 au 23/07/2025, coupé à la fin du CSP.',
    );
    expect(etape('2025-07-24')).toBe('Le 4e mois d’accompagnement compté du 25/03/2025, du 25/06 au 24/07/2025.');
  });
  it('un plafond global n’est dit que s’il retient des jours', () => {
    const terme = (faits: unknown[]) => dire('terme', faits, {}, { plafondGlobalMois: 12 });
    expect(terme([]).phrase).toBe('12 mois à compter du 25/03/2025.');
    expect(terme([maladie('2025-06-01', '2025-06-10')]).phrase).toContain(', sans dépasser 12 mois.');
    expect(dire('terme', [maladie('2025-06-01', '2025-06-10')], {}, { plafondGlobalMois: 13 }).phrase).not.toContain(
      'sans dépasser',
    );
  });
  it('protégé : ce qui fixe la fin du délai, de la notification ou des 21 jours', () => {
    const delai = (notifiee: string, surcharge = {}) =>
      dire(
        'finReflexion',
        [le('DECISION_AUTORISATION', notifiee, { decision: 'AUTORISE' })],
        { salarieProtege: true, dateRemise: '2025-04-10' },
        surcharge,
      );
    const reporte = { reportFinReflexion: 'OUVRE_SUIVANT' };
    expect(delai('2025-04-30')).toMatchObject({
      valeur: '2025-05-01',
      phrase: expect.stringContaining('notifiée plus tôt'),
      doute: expect.stringContaining('rien n’est refusé avant l’autre'),
    });
    for (const surcharge of [{}, reporte]) {
      expect(delai('2025-05-05', surcharge)).toMatchObject({
        valeur: '2025-05-06',
        phrase: expect.stringContaining('lendemain de la notification à l’employeur (05/05/2025), plus tardif'),
        doute: expect.stringContaining('antérieur au règlement'),
      });
    }
  });
  it('tant que la réponse est attendue, la fin du délai rappelle ce que vaut le silence', () => {
    const phrase = (evenements: object[]) =>
      expliquerScenario({ dossier: OUVERTURE, evenements, dateObservation: '2025-03-12' }, 'finReflexion')[0]!.phrase;
    expect(phrase([])).toBe('21 jours après la remise du 03/03/2025 ; sans réponse, le silence vaut refus.');
    expect(phrase([ACCEPTATION])).toBe('21 jours après la remise du 03/03/2025.');
  });
  it('la prime dit la demande la plus ancienne, qui décide', () => {
    const demandes = ['2025-10-20', '2025-10-10'].map((date) => le('DEMANDE_PRIME', date, { contratId: 'c' }));
    const { phrase, entrees } = dire('primes.c.statut', [
      le('PSP_VALIDE', '2025-04-28'),
      cdi('2025-09-15'),
      ...demandes,
    ]);
    expect(phrase).toContain('une demande faite au plus tard le 15/10/2025');
    expect(entrees.filter(({ libelle }) => libelle.startsWith('Demande'))).toEqual([
      expect.objectContaining({ nom: 'evenements[4]', valeur: { date: '2025-10-10', contratId: 'c' } }),
    ]);
  });
  it('l’essai rompu trop tard est celui de l’emploi qui demeure, non d’un emploi d’où la personne est revenue', () => {
    const { phrase, entrees } = dire('alertes.REINTEGRATION', [
      cdi('2025-06-02', { contratId: 'a' }),
      finContrat('2025-07-31', 'RUPTURE_ESSAI', 'a'),
      cdi('2026-01-12', { contratId: 'b' }),
      finContrat('2029-01-01', 'RUPTURE_ESSAI', 'b'),
    ]);
    expect(phrase).toContain('du contrat commencé le 12/01/2026 est rompu le 01/01/2029');
    expect(entrees.map(({ nom }) => nom)).toContain('evenements[3]');
  });
});
