import { schemaParametres } from '../../dossier/parametres';
import { calculer } from '../calculer';
import { OUVERTURE } from '../regles/de-test/scenario';
import { choisirReglement, libellesCertitude, reglements } from '.';

const tous = Object.values(reglements);

describe.each(tous)('$nom', ({ nom, sources, parametres, libelle, vocabulaire }) => {
  it('a tous les paramètres, du bon type, chacun avec sa source et sa certitude', () => {
    expect(Object.keys(sources).sort()).toEqual(Object.keys(schemaParametres.shape).sort());
    expect(schemaParametres.parse(parametres)).toEqual(parametres);
    for (const { source, certitude } of Object.values(sources)) {
      expect(source.length).toBeGreaterThan(5);
      expect(libellesCertitude[certitude]).toBeDefined();
    }
  });
  it('se choisit par son nom, et se nomme en français', () => {
    expect(choisirReglement({ reglement: nom, dateRemise: '2000-01-01' })?.nom).toBe(nom);
    expect(libelle).toMatch(/20\d\d/);
    expect(vocabulaire.long).toMatch(/^con(trat|vention)/);
  });
});

describe('le règlement par la date d’engagement (R3, F2)', () => {
  it.each([
    ['2009-03-31', undefined],
    ['2009-04-01', 'crp-2009'],
    ['2011-08-31', 'crp-2009'],
    ['2011-09-01', 'csp-2011'],
    ['2015-01-31', 'csp-2011'],
    ['2015-02-01', 'csp-2015-v2015'],
    ['2019-06-30', 'csp-2015-v2015'],
    ['2019-07-01', 'csp-2015-v2019'],
    ['2021-09-30', 'csp-2015-v2019'],
    ['2021-10-01', 'csp-2015-v2021'],
    ['2025-03-31', 'csp-2015-v2021'],
    ['2025-04-01', 'csp-2015-v2025'],
    ['2026-12-31', 'csp-2015-v2025'],
    ['2050-01-01', 'csp-2015-v2025'],
    ['2025-02-30', 'csp-2015-v2025'],
  ])('%s : %s', (date, attendu) => {
    expect(choisirReglement({ dateRemise: date })?.nom).toBe(attendu);
    expect(choisirReglement({ dateRemise: '2012-01-01', dateEngagementProcedure: date })?.nom).toBe(attendu);
  });
  it('un nom inconnu n’en désigne aucun, même s’il est une propriété de tout objet', () => {
    for (const reglement of ['csp-2030', '', 'constructor']) {
      expect(calculer({ dossier: { ...OUVERTURE, reglement } })).toEqual({
        valide: false,
        erreurs: ['AUCUN_REGLEMENT'],
        etatFinal: 'INELIGIBLE',
      });
    }
  });
  it('un nom qui n’est pas un texte est un champ invalide', () => {
    const r = calculer({ dossier: { ...OUVERTURE, reglement: 5 } });
    expect([r.erreurs, r.reglement]).toEqual([['CHAMP_INVALIDE:reglement'], 'csp-2015-v2021']);
  });
});

describe('échéance du règlement (F3)', () => {
  const alertes = (dossier: object, surcharge = {}) =>
    calculer({ dossier: { ...OUVERTURE, ...dossier }, surcharge }).alertes;
  it('au-delà de sa dernière date connue, il continue avec une alerte', () => {
    expect(alertes({ dateRemise: '2026-12-31' })).toEqual([]);
    expect(alertes({ dateRemise: '2027-01-01' })).toEqual(['REGLEMENT_ECHU_A_CONFIRMER']);
    expect(alertes({ dateRemise: '2027-01-01', dateEngagementProcedure: '2026-12-31' })).toEqual([]);
  });
  it('vaut aussi pour un règlement nommé, mais pas avant son début', () => {
    expect(alertes({ reglement: 'csp-2011' })).toEqual(['REGLEMENT_ECHU_A_CONFIRMER']);
    expect(alertes({ reglement: 'csp-2015-v2021', dateRemise: '2010-01-01' })).toEqual([]);
  });
  it('suit une surcharge', () => {
    expect(alertes({}, { finValidite: '2025-03-02' })).toEqual(['REGLEMENT_ECHU_A_CONFIRMER']);
  });
});

describe('ce qui change d’un règlement à l’autre (§10)', () => {
  const differences = (nom: keyof typeof reglements) =>
    Object.fromEntries(
      Object.entries(reglements[nom].parametres).filter(
        ([p, v]) => JSON.stringify(v) !== JSON.stringify(reglements['csp-2015-v2025'].parametres[p as 'dureeMois']),
      ),
    );
  const UN_MOIS = { pspDelai: { valeur: 1, unite: 'MOIS' }, pspPlafondMois: null };
  const AVANT_2021 = { praAgeSenior: 53, primeProlongee: false, bilanFenetreMois: 1 };
  it('csp-2015-v2015', () => {
    expect(differences('csp-2015-v2015')).toEqual({
      ...UN_MOIS,
      ...AVANT_2021,
      debutValidite: '2015-02-01',
      finValidite: '2019-06-30',
      prolongations: { ACTIVITE: { mois: 3 } },
      plafondGlobalMois: 15,
    });
  });
  it('csp-2015-v2019', () => {
    expect(differences('csp-2015-v2019')).toEqual({
      ...UN_MOIS,
      debutValidite: '2019-07-01',
      finValidite: '2021-09-30',
      praAgeSenior: 53,
      primeProlongee: false,
      prolongations: { ACTIVITE: { mois: 3 }, MATERNITE: { parEvenement: 112 }, MALADIE: { mois: 4 } },
    });
  });
  it('csp-2015-v2021', () => {
    expect(differences('csp-2015-v2021')).toEqual({
      debutValidite: '2021-10-01',
      finValidite: '2025-03-31',
      praAgeSenior: 53,
    });
  });
  it('csp-2011', () => {
    expect(differences('csp-2011')).toEqual({
      ...UN_MOIS,
      ...AVANT_2021,
      debutValidite: '2011-09-01',
      finValidite: '2015-01-31',
      pointEtapeMois: null,
      primeMois: null,
      activiteMinJours: 14,
      essaiRompuProlonge: false,
      prolongations: {},
    });
  });
  it('crp-2009', () => {
    expect(differences('crp-2009')).toEqual({
      ...UN_MOIS,
      ...AVANT_2021,
      debutValidite: '2009-04-01',
      reportFinReflexion: 'AUCUN',
      finValidite: '2011-08-31',
      pointEtapeMois: null,
      primeMois: null,
      activiteMinJours: null,
      essaiRompuReintegre: false,
      prolongations: {},
      primeAncienneteMois: 24,
    });
  });
  it('csp-mayotte-2018', () => {
    expect(differences('csp-mayotte-2018')).toEqual({
      debutValidite: '2018-08-01',
      residences: ['mayotte'],
      praAgeSenior: 53,
      primeProlongee: false,
    });
  });
  it('csp-experimental-2011', () => {
    expect(differences('csp-experimental-2011')).toEqual({
      ...UN_MOIS,
      ...AVANT_2021,
      debutValidite: '2011-09-01',
      finValidite: '2015-01-31',
      motifsRupture: ['FIN_CDD', 'FIN_MISSION', 'FIN_CHANTIER'],
      effectifMax: null,
      bassinRequis: true,
      pointEtapeMois: null,
      primeMois: null,
      activiteMinJours: 14,
      prolongations: {},
    });
  });
  it('le règlement en vigueur porte les valeurs du tableau', () => {
    expect(reglements['csp-2015-v2025'].parametres).toMatchObject({
      debutValidite: '2025-04-01',
      finValidite: '2026-12-31',
      delaiReflexionJours: 21,
      dureeMois: 12,
      preBilanJours: 8,
      pspDelai: { valeur: 30, unite: 'JOURS' },
      pspPlafondMois: 2,
      pointEtapeMois: 4,
      activiteMinJours: 3,
      emploiDurableMois: 6,
      activiteCumulMaxJours: 187,
      congesMaxJours: 35,
      primeMois: 10,
      reinscriptionJours: 5,
      affiliationJours: 88,
      affiliationHeures: 610,
      praAgeSenior: 55,
      reportFinReflexion: 'TOLERE',
      primeProlongee: true,
      bilanFenetreMois: 2,
      prolongations: { PATERNITE: { parEvenement: 25 } },
    });
  });
});
