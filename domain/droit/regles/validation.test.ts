import { calculer } from '../calculer';
import { OUVERTURE, ouvrir } from './de-test/scenario';

const refus = (dossier: object, surcharge: object = {}) => ouvrir([], { dossier, surcharge });

describe('ce qui n’est pas un scénario (F1)', () => {
  const illisible = { valide: false, erreurs: ['SCENARIO_ILLISIBLE'] };
  it.each([
    null,
    undefined,
    5,
    'texte',
    [],
    {},
    { dossier: null },
    { dossier: [] },
    { dossier: 'x' },
    { dossier: OUVERTURE, evenements: {} },
    { dossier: OUVERTURE, evenements: 'x' },
    { dossier: OUVERTURE, surcharge: [] },
    { dossier: OUVERTURE, surcharge: 5 },
  ])('%j', (scenario) => {
    expect(calculer(scenario)).toEqual(illisible);
  });
  it('une réponse illisible appartient à qui la reçoit', () => {
    calculer(null).erreurs.push('X');
    expect(calculer(null)).toEqual(illisible);
  });
  it.each(['', 'hier', '2025-02-30', 20250301, {}])(
    'la date d’observation %j passe avant le reste',
    (dateObservation) => {
      expect(calculer({ dossier: {}, evenements: 5, surcharge: { x: 1 }, dateObservation })).toEqual({
        valide: false,
        erreurs: ['DATE_INVALIDE:dateObservation'],
        etatFinal: 'INELIGIBLE',
      });
    },
  );
  it('null vaut absent, les clés inconnues sont ignorées', () => {
    const scenario = {
      dossier: { ...OUVERTURE, dateTauxPlein: null, x: 1 },
      evenements: null,
      surcharge: null,
      dateObservation: null,
      y: 2,
    };
    expect(calculer(scenario)).toEqual(ouvrir());
  });
});

describe('les étapes de la validation (F5)', () => {
  it('dit tous les champs manquants avant le reste', () => {
    const vide = {
      dateRemise: '',
      modeProposition: null,
      motifRupture: undefined,
      dateNaissance: '',
      residence: null,
      effectifEntreprise: null,
    };
    expect(refus({ ...vide, apteEmploi: 'x' })).toEqual({
      valide: false,
      reglement: 'csp-2015-v2025',
      etatFinal: 'INELIGIBLE',
      erreurs: [
        'CHAMP_MANQUANT:dateRemise',
        'CHAMP_MANQUANT:modeProposition',
        'CHAMP_MANQUANT:motifRupture',
        'CHAMP_MANQUANT:dateNaissance',
        'CHAMP_MANQUANT:residence',
        'CHAMP_MANQUANT:effectifEntreprise',
      ],
    });
  });
  it('l’effectif ne manque que si le règlement le regarde', () => {
    expect(refus({ effectifEntreprise: '' }, { effectifMax: null }).erreurs).toEqual([
      'CHAMP_INVALIDE:effectifEntreprise',
    ]);
    expect(refus({ effectifEntreprise: null }, { effectifMax: null }).erreurs).toEqual([]);
  });
  it('dit ensuite les types, puis les dates, dans leur ordre', () => {
    const dossier = {
      dateRemise: '2025-02-30',
      apteEmploi: 'x',
      procedureCollective: 'SAUVEGARDE',
      dateNaissance: 'x',
      dateTauxPlein: 'x',
      finContratPrevue: 'x',
      dateEngagementProcedure: 'x',
      dateDecisionPse: 'x',
      finCongeMaternite: 'x',
      dateEnvoiLicenciement: 5,
      residence: 'mayotte',
      modeProposition: 'PIGEON',
    };
    expect(refus(dossier).erreurs).toEqual([
      'CHAMP_INVALIDE:procedureCollective',
      'CHAMP_INVALIDE:apteEmploi',
      'CHAMP_INVALIDE:dateEnvoiLicenciement',
      'DATE_INVALIDE:dateRemise',
      'DATE_INVALIDE:dateNaissance',
      'DATE_INVALIDE:dateTauxPlein',
      'DATE_INVALIDE:finContratPrevue',
      'DATE_INVALIDE:dateEngagementProcedure',
      'DATE_INVALIDE:dateDecisionPse',
      'DATE_INVALIDE:finCongeMaternite',
    ]);
  });
  it('le mode inconnu vient avec l’éligibilité', () => {
    expect(refus({ modeProposition: 'PIGEON' }).erreurs).toEqual(['MODE_INCONNU']);
  });
});

describe('la surcharge (F4)', () => {
  it('ses erreurs viennent avant celles du dossier, dans l’ordre donné', () => {
    expect(refus({ residence: null }, { inconnu: 1, dureeMois: '12', constructor: 2 })).toEqual({
      valide: false,
      reglement: 'csp-2015-v2021',
      etatFinal: 'INELIGIBLE',
      erreurs: ['SURCHARGE_INCONNUE:inconnu', 'SURCHARGE_INVALIDE:dureeMois', 'SURCHARGE_INCONNUE:constructor'],
    });
  });
  it.each<[string, unknown]>([
    ['dureeMois', null],
    ['dureeMois', 1.5],
    ['preBilanJours', -1],
    ['idr', 'oui'],
    ['reportFinReflexion', 'PEUT_ETRE'],
    ['pspDelai', 30],
    ['pspDelai', { valeur: 1, unite: 'ANS' }],
    ['prolongations', { MALADIE: 4 }],
    ['prolongations', { MALADIE: { mois: 4, jours: 3 } }],
    ['prolongations', { CONGES: { mois: 4 } }],
    ['suiviJalonsMois', 3],
    ['suiviJalonsMois', ['3']],
    ['motifsRupture', [4]],
    ['finValidite', 'toujours'],
  ])('%s ne peut valoir %j', (nom, valeur) => {
    expect(refus({}, { [nom]: valeur }).erreurs).toEqual([`SURCHARGE_INVALIDE:${nom}`]);
  });
  it.each([
    'pspPlafondMois',
    'pointEtapeMois',
    'activiteMinJours',
    'activiteCumulMaxJours',
    'plafondGlobalMois',
    'primeMois',
    'effectifMax',
  ])('%s peut être null', (nom) => {
    expect(refus({}, { [nom]: null }).erreurs).toEqual([]);
  });
  it('remplace un paramètre en entier, sans mélanger', () => {
    const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
    const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
    const r = ouvrir([acceptation, arret], { surcharge: { prolongations: { AJPP: { jours: 10 } } } });
    expect([r.terme, r.prolongations]).toEqual(['2026-03-24', []]);
  });
});
