import exemples from '../../../../test/vecteurs/public.json';
import { type NomReglement, reglements } from '../../reglements';
import { ACCEPTATION, cdd, cdi, finContrat, le, maladie, OUVERTURE, sortie } from '../../regles/de-test/scenario';
import { emplois, limites, reflexions } from './scenarios-limites';

export const publics = (exemples as unknown as { id: string; scenario: object }[]).map(({ id, scenario }) => ({
  id,
  scenario,
}));

export const nommes = (Object.keys(reglements) as NomReglement[]).map((reglement) => ({
  id: reglement,
  scenario: {
    dossier: {
      ...OUVERTURE,
      reglement,
      ...(reglement === 'csp-mayotte-2018' && { residence: 'mayotte' }),
      ...(reglement === 'csp-experimental-2011' && {
        motifRupture: 'FIN_CDD',
        bassinEmploi: 'Lens',
        finContratPrevue: '2025-02-28',
      }),
    },
    evenements: [
      ACCEPTATION,
      maladie('2025-06-01', '2025-06-10'),
      cdd('2025-10-01', '2025-11-15'),
      { type: 'CONGES', debut: '2025-08-01', fin: '2025-09-15' },
      { type: 'FORMATION', debut: '2025-09-15', fin: '2027-01-15' },
    ],
  },
}));

/** Facts of every kind, kept and rejected, with every alert of the reflection. */
const charges = {
  id: 'chargé',
  scenario: {
    dossier: {
      ...OUVERTURE,
      dateRemise: '2027-01-11',
      modeProposition: 'PSE',
      dateDecisionPse: '2027-01-04',
      finCongeMaternite: '2027-01-04',
      dateEnvoiLicenciement: '2027-01-20',
      dateTauxPlein: '2027-10-01',
    },
    evenements: [
      le('REPONSE_SALARIE', '2027-01-10', { reponse: 'ACCEPTATION' }),
      le('REPONSE_SALARIE', '2027-01-18', { reponse: 'ACCEPTATION' }),
      le('REPONSE_SALARIE', '2027-01-19', { reponse: 'REFUS' }),
      le('REPONSE_SALARIE', '2027-03-19', { reponse: 'REFUS' }),
      le('REPONSE_SALARIE', '2027-01-19', { reponse: 'PEUT-ETRE' }),
      le('DECISION_AUTORISATION', '2027-01-19', { decision: 'AUTORISE' }),
      le('PSP_VALIDE', '2027-04-20'),
      le('PRE_BILAN_REALISE', '2027-04-21'),
      le('POINT_ETAPE_REALISE', '2027-03-01'),
      le('BILAN_REALISE', '2027-03-01'),
      maladie('2026-01-01', '2026-01-05'),
      maladie('2027-03-01', '2027-03-10'),
      maladie('2029-03-01', '2029-03-10'),
      cdd('2027-08-20', '2027-09-10', { contratId: 'a' }),
      maladie('2027-09-01', '2027-09-20'),
      cdi('2027-10-01', { contratId: 'b', essaiJusquau: '2027-11-30' }),
      finContrat('2027-12-30', 'RUPTURE_ESSAI', 'b'),
      finContrat('2027-10-30', 'RUPTURE_ESSAI', 'b'),
      cdi('2027-10-10', { contratId: 'd' }),
      cdd('2027-08-20', '2027-09-10', { contratId: 'a' }),
      finContrat('2027-10-30', 'FIN_ANTICIPEE', 'a'),
      finContrat('2027-10-30', 'FIN_ANTICIPEE', 'inconnu'),
      { type: 'SUSPENSION', debut: '2027-05-03', motif: 'DEMENAGEMENT_ETRANGER' },
      le('FIN_SUSPENSION', '2027-05-20'),
      le('FIN_SUSPENSION', '2027-05-21'),
      { type: 'CONGES', debut: '2027-06-01', fin: '2027-07-20' },
      { type: 'FORMATION', debut: '2027-06-01', fin: '2029-07-20' },
      le('DEMANDE_PRIME', '2027-09-30', { contratId: 'b' }),
      le('DEMANDE_PRIME', '2027-09-30', { contratId: 'a' }),
      cdi('2027-12-15', { contratId: 'e', remunerationInferieure: true }),
      le('DEMANDE_PRIME', '2027-12-20', { contratId: 'e' }),
      le('DEMANDE_REINSCRIPTION', '2027-06-01'),
      le('DEMANDE_REINSCRIPTION', '2028-02-01'),
      le('DEMANDE_REINSCRIPTION', '2028-02-02'),
      { type: 'CDI' },
      le('PSP_VALIDE', 'demain'),
      { type: 'PSP_VALIDE' },
      maladie('2027-06-02', '2027-06-01'),
      sortie('2027-06-02', 'LASSITUDE'),
      { type: 'REPRISE_EMPLOI', nature: 'STAGE', debut: '2027-06-02' },
      cdi('2027-12-15', { contratId: 'f', fin: '2028-01-01' }),
    ],
  },
};

export const autres = [
  charges,
  { id: 'illisible', scenario: 'rien' },
  { id: 'observation illisible', scenario: { dossier: OUVERTURE, dateObservation: 'hier' } },
  { id: 'sans règlement', scenario: { dossier: { ...OUVERTURE, dateRemise: '2001-01-01' } } },
  { id: 'règlement inconnu', scenario: { dossier: { ...OUVERTURE, reglement: 'csp-2042' } } },
  { id: 'champs manquants', scenario: { dossier: { residence: null } } },
  { id: 'champs illisibles', scenario: { dossier: { ...OUVERTURE, dateRemise: 'hier', residence: 4 } } },
  { id: 'surcharge inconnue', scenario: { dossier: OUVERTURE, surcharge: { x: 1, dureeMois: 'y' } } },
  {
    id: 'inéligible à tout',
    scenario: {
      dossier: {
        ...OUVERTURE,
        modeProposition: 'FRANCE_TRAVAIL',
        finContratPrevue: '2025-04-01',
        motifRupture: 'DEMISSION',
        effectifEntreprise: 1000,
        joursAffiliation: 1,
        residence: 'etranger',
        apteEmploi: false,
        dateTauxPlein: '2025-03-04',
      },
      surcharge: { bassinRequis: true },
    },
  },
  {
    id: 'remise avant engagement, mode inconnu',
    scenario: { dossier: { ...OUVERTURE, modeProposition: 'SMS', dateEngagementProcedure: '2025-03-10' } },
  },
  {
    id: 'protégé sans décision',
    scenario: {
      dossier: { ...OUVERTURE, salarieProtege: true },
      evenements: [ACCEPTATION, maladie('2025-06-01', '2025-06-02')],
    },
  },
  {
    id: 'suspension ouverte',
    scenario: {
      dossier: OUVERTURE,
      evenements: [ACCEPTATION, { type: 'SUSPENSION', debut: '2025-06-02', motif: 'PAJE' }],
    },
  },
  ...['ABANDON', 'MANQUEMENT', 'FAUSSE_DECLARATION', 'RETRAITE', 'DECES'].map((motif) => ({
    id: motif,
    scenario: {
      dossier: OUVERTURE,
      evenements: [ACCEPTATION, sortie('2025-09-30', motif), le('DEMANDE_REINSCRIPTION', '2025-12-01')],
    },
  })),
  {
    id: 'entreprise',
    scenario: { dossier: OUVERTURE, evenements: [ACCEPTATION, { type: 'CREATION_ENTREPRISE', debut: '2025-03-25' }] },
  },
  {
    id: 'essai rompu trop tard',
    scenario: { dossier: OUVERTURE, evenements: [ACCEPTATION, cdi('2025-09-01'), finContrat('2029-01-01')] },
  },
  { id: 'en cours', scenario: { dossier: OUVERTURE, evenements: [ACCEPTATION], dateObservation: '2025-01-01' } },
  { id: 'attendu', scenario: { dossier: OUVERTURE, evenements: [ACCEPTATION], dateObservation: '2026-03-26' } },
];

/** The public examples, one journey of each règlement, and what is refused, doubtful or rare. */
export const tous = [...publics, ...nommes, ...autres, ...reflexions, ...emplois, ...limites];
