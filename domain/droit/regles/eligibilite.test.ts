import { ouvrir } from './de-test/scenario';

const erreurs = (dossier: object, surcharge: object = {}) => ouvrir([], { dossier, surcharge }).erreurs;

const FRANCE_TRAVAIL = { modeProposition: 'FRANCE_TRAVAIL', finContratPrevue: '2025-02-28' };
const EXPERIMENTATION = {
  reglement: 'csp-experimental-2011',
  motifRupture: 'FIN_CDD',
  bassinEmploi: 'Roubaix',
  finContratPrevue: '2025-03-31',
};

describe('conditions d’ouverture (R4)', () => {
  it.each<[string, object, string[]]>([
    ['un motif non prévu', { motifRupture: 'FAUTE_GRAVE' }, ['MOTIF_NON_ELIGIBLE']],
    ['un motif d’expérimentation hors d’elle', { motifRupture: 'FIN_CDD' }, ['MOTIF_NON_ELIGIBLE']],
    ['999 salariés', { effectifEntreprise: 999 }, []],
    ['1000 salariés', { effectifEntreprise: 1000 }, ['CONGE_DE_RECLASSEMENT']],
    ['1000 salariés en redressement', { effectifEntreprise: 1000, procedureCollective: 'REDRESSEMENT' }, []],
    [
      '1000 salariés sans procédure collective',
      { effectifEntreprise: 1000, procedureCollective: 'AUCUNE' },
      ['CONGE_DE_RECLASSEMENT'],
    ],
    ['88 jours', { joursAffiliation: 88 }, []],
    ['87 jours', { joursAffiliation: 87 }, ['AFFILIATION_INSUFFISANTE']],
    ['87 jours et 610 heures', { joursAffiliation: 87, heuresAffiliation: 610 }, []],
    ['87 jours et 609,5 heures', { joursAffiliation: 87, heuresAffiliation: 609.5 }, ['AFFILIATION_INSUFFISANTE']],
    ['aucun jour, un reliquat', { joursAffiliation: null, reliquatAre: true }, []],
    ['aucun jour déclaré', { joursAffiliation: null }, ['AFFILIATION_INSUFFISANTE']],
    ['Mayotte', { residence: 'mayotte' }, ['RESIDENCE_NON_ELIGIBLE']],
    ['l’étranger', { residence: 'etranger' }, ['RESIDENCE_NON_ELIGIBLE']],
    ['inapte', { apteEmploi: false }, ['INAPTE']],
    ['taux plein le 21e jour', { dateTauxPlein: '2025-03-24' }, ['RETRAITE_TAUX_PLEIN']],
    ['taux plein le 22e jour', { dateTauxPlein: '2025-03-25' }, []],
    ['engagement après la remise', { dateEngagementProcedure: '2025-03-04' }, ['REMISE_AVANT_ENGAGEMENT']],
    ['engagement le jour de la remise', { dateEngagementProcedure: '2025-03-03' }, []],
    ['engagement après la remise par France Travail', { ...FRANCE_TRAVAIL, dateEngagementProcedure: '2025-03-04' }, []],
    ['France Travail sans fin de contrat', { modeProposition: 'FRANCE_TRAVAIL' }, ['CHAMP_MANQUANT:finContratPrevue']],
    ['France Travail, contrat fini la veille', { ...FRANCE_TRAVAIL, finContratPrevue: '2025-03-02' }, []],
    [
      'France Travail, contrat fini le jour même',
      { ...FRANCE_TRAVAIL, finContratPrevue: '2025-03-03' },
      ['CONTRAT_NON_ROMPU'],
    ],
    ['expérimentation complète', { ...EXPERIMENTATION, effectifEntreprise: null }, []],
    ['expérimentation, 5000 salariés', { ...EXPERIMENTATION, effectifEntreprise: 5000 }, []],
    ['expérimentation sans bassin', { ...EXPERIMENTATION, bassinEmploi: '' }, ['BASSIN_NON_RETENU']],
    [
      'expérimentation sans fin de contrat',
      { ...EXPERIMENTATION, finContratPrevue: null },
      ['CHAMP_MANQUANT:finContratPrevue'],
    ],
    [
      'licenciement dans l’expérimentation',
      { ...EXPERIMENTATION, motifRupture: 'LICENCIEMENT_ECONOMIQUE', finContratPrevue: null },
      ['MOTIF_NON_ELIGIBLE'],
    ],
  ])('%s', (_, dossier, attendues) => {
    expect(erreurs(dossier)).toEqual(attendues);
  });

  it('toutes les erreurs viennent ensemble, dans l’ordre', () => {
    expect(
      erreurs({
        modeProposition: 'PIGEON',
        dateEngagementProcedure: '2025-03-04',
        motifRupture: 'FAUTE',
        effectifEntreprise: 1000,
        joursAffiliation: 87,
        heuresAffiliation: 609,
        residence: 'mayotte',
        apteEmploi: false,
        dateTauxPlein: '2020-01-01',
      }),
    ).toEqual([
      'MODE_INCONNU',
      'REMISE_AVANT_ENGAGEMENT',
      'MOTIF_NON_ELIGIBLE',
      'CONGE_DE_RECLASSEMENT',
      'AFFILIATION_INSUFFISANTE',
      'RESIDENCE_NON_ELIGIBLE',
      'INAPTE',
      'RETRAITE_TAUX_PLEIN',
    ]);
  });
  it('une surcharge agit sur l’éligibilité', () => {
    expect(erreurs({ effectifEntreprise: 1000 }, { effectifMax: 1001 })).toEqual([]);
    expect(erreurs({ effectifEntreprise: 100000 }, { effectifMax: null })).toEqual([]);
    expect(erreurs({ dateTauxPlein: '2025-03-24' }, { delaiReflexionJours: 20 })).toEqual([]);
    expect(erreurs({}, { bassinRequis: true })).toEqual(['BASSIN_NON_RETENU']);
  });
});
