import { dateCivile as j } from '../domain/calendrier/dates';
import { type CodeCourrier, catalogue, codesCourrier } from '../domain/catalogue/catalogue';
import { cleCourrier } from '../domain/catalogue/cle-courrier';
import type { Dossier } from '../domain/dossier/dossier';
import type { Destinataire, Resultat } from '../domain/dossier/resultat';
import { calculer } from '../domain/droit/calculer';
import { phrasesRegle } from '../domain/faits/erreurs';
import type { DonneesCourrier } from './donnees';
import { personnesExemple } from './exemples-personnes';
import { atelierExemple, rendezVousExemple } from './exemples-rendez-vous';

export { personnesExemple } from './exemples-personnes';

export const dossierExemple: Dossier = {
  dateRemise: j('2025-03-03'),
  modeProposition: 'ENTRETIEN_PREALABLE',
  motifRupture: 'LICENCIEMENT_ECONOMIQUE',
  effectifEntreprise: 45,
  dateNaissance: j('1984-07-12'),
  residence: 'metropole',
  joursAffiliation: 400,
  ancienneteMois: 60,
  dateEnvoiLicenciement: j('2025-03-17'),
};

/** The reflection of the example P01 of the rules, before any answer. */
export const reflexionExemple: Resultat = {
  valide: true,
  erreurs: [],
  reglement: 'csp-2015-v2021',
  finReflexion: j('2025-03-24'),
  finReflexionToleree: j('2025-03-24'),
  decision: 'EN_ATTENTE',
  dateDecision: null,
};

/** The same person's year in the CSP, as her acceptance announces it. */
export const cspExemple: Resultat = {
  ...reflexionExemple,
  decision: 'ACCEPTATION',
  dateDecision: j('2025-03-10'),
  finContrat: j('2025-03-24'),
  debutCsp: j('2025-03-25'),
  prescriptionContestation: j('2026-03-10'),
  echeanceContributionEmployeur: j('2025-05-25'),
  echeancePreBilan: j('2025-04-02'),
  dernierJourUtilePreBilan: j('2025-04-02'),
  echeancePsp: j('2025-05-02'),
  dernierJourUtilePsp: j('2025-05-02'),
  pointEtape: { debut: j('2025-06-25'), fin: j('2025-07-24') },
  finSixiemeMois: j('2025-09-24'),
  finDixiemeMois: j('2026-01-24'),
  termeInitial: j('2026-03-24'),
  terme: j('2026-03-24'),
  totalProlongationJours: 0,
  prolongations: [],
  dateFinCsp: j('2026-03-24'),
  motifFin: 'TERME',
  bilan: { type: 'FIN_ACCOMPAGNEMENT', debut: j('2026-01-25'), fin: j('2026-03-24') },
  formations: [],
  reinscription: { requise: true, limite: j('2026-03-29'), dateDemande: null, dateEffet: null, statut: 'ATTENDUE' },
};

/** The same year, extended by 30 days, with a training that outlasts it. */
export const prolongeExemple: Resultat = {
  ...cspExemple,
  terme: j('2026-04-23'),
  totalProlongationJours: 30,
  prolongations: [
    { cause: 'ACTIVITE', joursConstates: 10, plafondJours: 92, joursAccordes: 10 },
    { cause: 'MALADIE', joursConstates: 20, plafondJours: 122, joursAccordes: 20 },
  ],
  dateFinCsp: j('2026-04-23'),
  bilan: { type: 'FIN_ACCOMPAGNEMENT', debut: j('2026-02-24'), fin: j('2026-04-23') },
  formations: [
    {
      index: 4,
      debut: j('2026-02-02'),
      fin: j('2026-06-26'),
      acheveeAuTerme: false,
      poursuite: 'SOUS_CONDITION_REINSCRIPTION',
    },
  ],
  reinscription: { requise: true, limite: j('2026-04-28'), dateDemande: null, dateEffet: null, statut: 'ATTENDUE' },
};

const emploi: Resultat = {
  ...cspExemple,
  dateFinCsp: j('2025-09-14'),
  motifFin: 'EMPLOI_DURABLE',
  bilan: { type: 'SORTIE_ANTICIPEE', debut: j('2025-09-15'), fin: j('2025-10-14') },
  primes: [
    {
      contratId: 'cdi',
      refus: [],
      limiteDemande: j('2025-10-15'),
      statut: 'NON_DEMANDEE',
      premierVersement: null,
      secondVersement: null,
    },
  ],
  suiviEmploi: {
    debut: j('2025-09-15'),
    fin: j('2026-03-14'),
    jalons: [j('2025-10-15'), j('2025-12-15'), j('2026-03-15')],
  },
};

const retraitee: Resultat = {
  ...cspExemple,
  dateFinCsp: j('2025-09-30'),
  motifFin: 'RETRAITE',
  bilan: { type: 'SORTIE_ANTICIPEE', debut: j('2025-10-01'), fin: j('2025-10-30') },
  reinscription: { requise: false, limite: j('2025-10-05'), dateDemande: null, dateEffet: null, statut: 'SANS_OBJET' },
};

const exclue: Resultat = {
  ...cspExemple,
  dateFinCsp: j('2025-09-15'),
  motifFin: 'MANQUEMENT',
  reinscription: { requise: true, limite: j('2025-09-20'), dateDemande: null, dateEffet: null, statut: 'ATTENDUE' },
};

const reinscrite: Resultat = {
  ...prolongeExemple,
  reinscription: {
    requise: true,
    limite: j('2026-04-28'),
    dateDemande: j('2026-04-24'),
    dateEffet: j('2026-04-24'),
    statut: 'A_TEMPS',
  },
};

const refus: Resultat = { ...reflexionExemple, decision: 'REFUS_TACITE', dateDecision: j('2025-03-25') };

/** Sick days known in advance: three weeks of suspension, then the return. */
const arrete: Resultat = {
  ...cspExemple,
  terme: j('2026-04-14'),
  dateFinCsp: j('2026-04-14'),
  totalProlongationJours: 21,
  prolongations: [{ cause: 'MALADIE', joursConstates: 21, plafondJours: 122, joursAccordes: 21 }],
  suspensions: [{ debut: j('2025-06-02'), fin: j('2025-06-22'), cause: 'MALADIE' }],
  pointEtape: { debut: j('2025-07-16'), fin: j('2025-08-14') },
  bilan: { type: 'FIN_ACCOMPAGNEMENT', debut: j('2026-02-15'), fin: j('2026-04-14') },
};

/** Leave, the first one. */
const enConges: Resultat = { ...cspExemple, conges: { joursPris: 16, solde: 19, depassement: 0 } };

/** A job whose trial is broken: its days after the 6th month push the end (R15, R16). */
const reintegree: Resultat = calculer({
  dossier: dossierExemple,
  evenements: [
    { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
    { type: 'REPRISE_EMPLOI', contratId: 'cdi', nature: 'CDI', debut: '2025-09-15' },
    { type: 'FIN_CONTRAT', contratId: 'cdi', date: '2025-12-12', motif: 'RUPTURE_ESSAI' },
  ],
});

/** Actualisation of one month of the CSP (R20). */
const actualisations: Resultat = {
  ...cspExemple,
  actualisations: [{ mois: '2025-06', ouverture: j('2025-06-28'), cloture: j('2025-07-15') }],
};

/** The acceptance was dated in time and recorded after the letter of refusal: the CSP takes place (R28). */
const accepteTardivementConnu: Resultat = {
  ...cspExemple,
  dateDecision: j('2025-03-24'),
  prescriptionContestation: j('2026-03-24'),
  courriers: (['BENEFICIAIRE', 'EMPLOYEUR'] as const).map((destinataire) => ({
    code: 'C04_ADHESION',
    destinataire,
    date: j('2025-03-24'),
  })),
};

/** Departure day, base and state of each letter in the example's year. */
const moments: Record<CodeCourrier, { jour: string; base: string; resultat: Resultat }> = {
  C01_PROPOSITION: { jour: '2025-03-03', base: '2025-03-03', resultat: reflexionExemple },
  C02_RAPPEL_REFLEXION: { jour: '2025-03-17', base: '2025-03-24-7', resultat: reflexionExemple },
  C03_LICENCIEMENT_CONDITIONNEL: { jour: '2025-03-07', base: '2025-03-17', resultat: reflexionExemple },
  C04_ADHESION: { jour: '2025-03-10', base: '2025-03-10', resultat: cspExemple },
  C05_REFUS: { jour: '2025-03-25', base: '2025-03-25', resultat: refus },
  C06_CONVOCATION_PRE_BILAN: { jour: '2025-03-25', base: '2025-03-25', resultat: cspExemple },
  C07_CONVOCATION_PSP: { jour: '2025-04-22', base: '2025-04-22', resultat: cspExemple },
  C08_CONVOCATION_POINT_ETAPE: { jour: '2025-06-13', base: '2025-06-15', resultat: cspExemple },
  C09_CONVOCATION_BILAN: { jour: '2026-02-13', base: '2026-02-14', resultat: prolongeExemple },
  C10_CONTRIBUTION: { jour: '2025-03-25', base: '2025-03-25', resultat: cspExemple },
  C11_PRIME: { jour: '2025-09-15', base: '2025-09-15', resultat: emploi },
  C12_RAPPEL_PRIME: { jour: '2025-10-03', base: '2025-10-05', resultat: emploi },
  C13_FIN_CSP: { jour: '2026-04-16', base: '2026-04-16', resultat: prolongeExemple },
  C14_CESSATION_INSCRIPTION: { jour: '2026-04-24', base: '2026-04-24', resultat: prolongeExemple },
  C15_RAPPEL_REINSCRIPTION: { jour: '2026-04-26', base: '2026-04-23+3', resultat: prolongeExemple },
  C16_CONFIRMATION_REINSCRIPTION: { jour: '2026-04-25', base: '2026-04-25', resultat: reinscrite },
  C17_SUIVI_EMPLOI: { jour: '2025-10-15', base: '2025-10-15', resultat: emploi },
  C18_FORMATION_POURSUITE: { jour: '2026-04-16', base: '2026-04-16', resultat: prolongeExemple },
  PROLONGATION: { jour: '2025-11-04', base: '2025-11-04-6', resultat: prolongeExemple },
  SUSPENSION: { jour: '2025-06-02', base: '2025-06-02_2025-06-22', resultat: arrete },
  CONGES_ENREGISTRES: { jour: '2025-07-21', base: '2025-08-04_2025-08-19', resultat: enConges },
  RETOUR: { jour: '2025-06-23', base: '2025-06-23', resultat: arrete },
  REINTEGRATION: { jour: '2025-12-15', base: '2025-12-13', resultat: reintegree },
  DECISION_INSPECTION: { jour: '2025-03-14', base: '2025-03-14', resultat: cspExemple },
  FIN_POUR_EMPLOI: { jour: '2025-09-03', base: '2025-09-14', resultat: emploi },
  FIN_POUR_RETRAITE: { jour: '2025-09-03', base: '2025-09-30', resultat: retraitee },
  SORTIE_DECIDEE: { jour: '2025-09-16', base: '2025-09-15', resultat: exclue },
  PRIME_DERNIER_MOIS: { jour: '2025-12-24', base: '2026-01-24', resultat: cspExemple },
  RELANCE_REINSCRIPTION: { jour: '2026-04-30', base: '2026-04-28', resultat: prolongeExemple },
  REJET: { jour: '2025-03-26', base: 'f-12', resultat: refus },
  RECTIFICATION: { jour: '2025-03-27', base: 'C05_REFUS_2025-03-25_v2', resultat: accepteTardivementConnu },
  NOUVEAU_REFERENT: { jour: '2025-06-11', base: '2025-06-10-153000-c-morel', resultat: cspExemple },
  CONTRIBUTION_RAPPEL: { jour: '2025-05-15', base: '2025-05-25', resultat: cspExemple },
  RAPPEL_ACTUALISATION: { jour: '2025-07-10', base: '2025-06-RAPPEL', resultat: actualisations },
  RDV_CONVOCATION: { jour: '2025-04-14', base: '2025-04-29-rdv-7-0', resultat: cspExemple },
  RDV_DEPLACE: { jour: '2025-04-16', base: '2025-04-29-rdv-7-1', resultat: cspExemple },
  RDV_ANNULE: { jour: '2025-04-17', base: '2025-04-29-rdv-7-2', resultat: cspExemple },
  RDV_RAPPEL: { jour: '2025-04-28', base: '2025-04-29-rdv-7-1-1', resultat: cspExemple },
  RDV_MANQUE: { jour: '2025-04-30', base: '2025-04-29-rdv-7-1', resultat: cspExemple },
  ATELIER_INSCRIPTION: { jour: '2025-04-30', base: '2025-05-15-rdv-9-0', resultat: cspExemple },
};

/** What only some letters are made of. */
function propres(code: CodeCourrier, destinataire: Destinataire): Partial<DonneesCourrier> {
  switch (code) {
    case 'PROLONGATION':
      return { changement: { termeAvant: j('2026-03-24'), termeApres: j('2026-04-23') } };
    case 'REINTEGRATION':
      return { doutes: [{ code: 'ESSAI_ROMPU', sur: 'TERME', autreTerme: j('2026-03-24') }] };
    case 'SORTIE_DECIDEE':
      return {
        faits:
          'Absence aux ateliers des 2 et 9 septembre 2025, sans motif.\nRefus d’une formation le 12 septembre 2025.',
      };
    case 'REJET':
      return {
        declaration: {
          evenement: { type: 'REPONSE_SALARIE', date: j('2025-03-25'), reponse: 'ACCEPTATION' },
          code: 'REPONSE_HORS_DELAI',
          phrase: phrasesRegle.REPONSE_HORS_DELAI,
        },
      };
    case 'RECTIFICATION':
      return { rectifie: { donnees: exemple('C05_REFUS', destinataire), partiLe: j('2025-03-25') } };
    case 'RDV_CONVOCATION':
    case 'RDV_DEPLACE':
    case 'RDV_ANNULE':
    case 'RDV_RAPPEL':
    case 'RDV_MANQUE':
      return { rendezVous: rendezVousExemple };
    case 'ATELIER_INSCRIPTION':
      return { rendezVous: atelierExemple };
    default:
      return {};
  }
}

/** The data of one letter of the example's year, to vary at will. */
export function exemple(
  code: CodeCourrier,
  destinataire: Destinataire = catalogue[code].destinataires[0],
  varie: Partial<DonneesCourrier> = {},
): DonneesCourrier {
  const numero = '2026-000123-07';
  const { jour, base, resultat } = moments[code];
  return {
    code,
    destinataire,
    cle: cleCourrier(numero, { code, destinataire, base }),
    numero,
    jour: j(jour),
    base,
    personnes: personnesExemple,
    dossier: dossierExemple,
    resultat,
    ...propres(code, destinataire),
    ...varie,
  };
}

/** Every letter of the catalogue, for every reader, with invented data. */
export const exemples = (): DonneesCourrier[] =>
  codesCourrier.flatMap((code) => catalogue[code].destinataires.map((d) => exemple(code, d)));
