import { ACCEPTATION, cdd, cdi, finContrat, le, maladie, OUVERTURE, sortie } from '../../regles/de-test/scenario';

const accepte = (evenements: object[], { dossier = {}, ...reste }: { dossier?: object; surcharge?: object } = {}) => ({
  dossier: { ...OUVERTURE, ...dossier },
  evenements: [ACCEPTATION, ...evenements],
  ...reste,
});
const protege = { ...OUVERTURE, salarieProtege: true };
/** 21 days later is the first of May. */
const protegeFerie = { ...protege, dateRemise: '2025-04-10' };
const refus = le('REPONSE_SALARIE', '2025-03-10', { reponse: 'REFUS' });
const autorise = (date: string) => le('DECISION_AUTORISATION', date, { decision: 'AUTORISE' });

/** What a reflection may come to. */
export const reflexions = [
  { id: 'en attente', scenario: { dossier: OUVERTURE, dateObservation: '2025-03-10' } },
  { id: 'refus', scenario: { dossier: OUVERTURE, evenements: [refus, maladie('2025-06-01', '2025-06-02')] } },
  { id: 'protégé sans décision ni réponse', scenario: { dossier: protege } },
  { id: 'protégé sans décision, refus', scenario: { dossier: protege, evenements: [refus] } },
  { id: 'protégé autorisé tôt', scenario: { dossier: protege, evenements: [ACCEPTATION, autorise('2025-03-12')] } },
  { id: 'protégé autorisé tôt, férié', scenario: { dossier: protegeFerie, evenements: [autorise('2025-04-15')] } },
  {
    id: 'protégé autorisé tôt, férié reporté',
    scenario: {
      dossier: protegeFerie,
      evenements: [autorise('2025-04-15')],
      surcharge: { reportFinReflexion: 'OUVRE_SUIVANT' },
    },
  },
  {
    id: 'autorisation refusée',
    scenario: {
      dossier: protege,
      evenements: [
        ACCEPTATION,
        { ...refus, date: '2025-03-12' },
        le('DECISION_AUTORISATION', '2025-03-20', { decision: 'REFUSE' }),
      ],
    },
  },
  {
    id: 'contrat qui finit après la réflexion',
    scenario: accepte([], {
      dossier: {
        reglement: 'csp-experimental-2011',
        motifRupture: 'FIN_CDD',
        bassinEmploi: 'Lens',
        finContratPrevue: '2025-04-30',
      },
    }),
  },
  { id: '53 ans', scenario: accepte([], { dossier: { dateNaissance: '1972-03-24' } }) },
];

const PSP = le('PSP_VALIDE', '2025-04-28');
const moinsPaye = (debut: string, contratId: string) => cdi(debut, { contratId, remunerationInferieure: true });

/** What a job opens, or does not. */
export const emplois = [
  {
    id: 'CDD de six mois, ancienneté courte',
    scenario: accepte([cdd('2025-09-01', '2026-02-28')], { dossier: { ancienneteMois: 6 } }),
  },
  {
    id: 'PSP validé entre deux emplois',
    scenario: accepte([
      cdi('2025-06-02', { contratId: 'a' }),
      finContrat('2025-07-31', 'RUPTURE_ESSAI', 'a'),
      le('PSP_VALIDE', '2025-08-20'),
      moinsPaye('2025-09-15', 'b'),
      le('DEMANDE_PRIME', '2025-10-01', { contratId: 'b' }),
      finContrat('2025-11-30', 'FIN_ANTICIPEE', 'b'),
    ]),
  },
  {
    id: 'prime du premier emploi seul',
    scenario: accepte([
      PSP,
      moinsPaye('2025-06-02', 'a'),
      le('DEMANDE_PRIME', '2025-06-10', { contratId: 'a' }),
      finContrat('2025-09-15', 'RUPTURE_ESSAI', 'a'),
      maladie('2025-12-01', '2025-12-10'),
      moinsPaye('2026-03-28', 'b'),
    ]),
  },
  {
    id: 'prime déjà attribuée',
    scenario: accepte([
      PSP,
      cdi('2025-06-02', { contratId: 'a' }),
      le('DEMANDE_PRIME', '2025-06-10', { contratId: 'a' }),
      finContrat('2025-07-31', 'RUPTURE_ESSAI', 'a'),
      cdi('2025-09-15', { contratId: 'b' }),
      le('DEMANDE_PRIME', '2025-09-20', { contratId: 'b' }),
    ]),
  },
  {
    id: 'prime forclose',
    scenario: accepte([
      PSP,
      cdi('2025-09-15'),
      le('DEMANDE_PRIME', '2025-10-16', { contratId: 'c' }),
      finContrat('2025-09-14', 'FIN_ANTICIPEE'),
    ]),
  },
];

/** Absences, interviews and training at their limits. */
export const limites = [
  {
    id: 'arrêt pendant un emploi, exclu',
    scenario: accepte([cdd('2025-10-01', '2025-11-15'), maladie('2025-10-10', '2025-10-20')], {
      surcharge: { arretPendantActivite: 'EXCLU' },
    }),
  },
  { id: 'AJPP d’un jour', scenario: accepte([{ type: 'AJPP', debut: '2025-06-03', fin: '2025-06-03' }]) },
  {
    id: 'point d’étape coupé',
    scenario: accepte([maladie('2025-06-01', '2025-06-10'), sortie('2025-07-10', 'ABANDON')]),
  },
  {
    id: 'après le terme',
    scenario: accepte([
      { type: 'FORMATION', debut: '2025-11-03', fin: '2026-03-24' },
      { type: 'FORMATION', debut: '2025-11-03', fin: '2026-03-25' },
      le('BILAN_REALISE', '2026-01-15'),
      le('DEMANDE_REINSCRIPTION', '2026-03-26'),
      maladie('2027-01-04', '2027-01-05'),
    ]),
  },
  {
    id: 'autres paramètres',
    scenario: accepte([maladie('2025-06-01', '2025-06-10')], {
      surcharge: {
        preBilanJours: 2,
        pspDelai: { valeur: 5, unite: 'JOURS' },
        pointEtapeMois: 1,
        bilanFenetreMois: 2,
        plafondGlobalMois: 12,
        reportReinscription: 'OUVRE_SUIVANT',
      },
    }),
  },
];
