import { dateCivile as j } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { etatInitial } from '../../domain/parcours/etat-initial';
import type { Situation } from '../../domain/parcours/situation';
import { situer } from '../../domain/parcours/situer';
import type { RendezVous } from '../../domain/rendez-vous/rendez-vous';
import { dossierExemple, personnesExemple } from '../exemples';
import type { ActionDocument, DonneesDocument, SorteDocument } from './donnees';

const NUMERO = '2026-000123-07';

/** The example's person accepts, goes through her interviews, is sick ten days, and goes on to her term. */
const evenements: Evenement[] = [
  { type: 'REPONSE_SALARIE', date: j('2025-03-10'), reponse: 'ACCEPTATION' },
  { type: 'PRE_BILAN_REALISE', date: j('2025-03-31') },
  { type: 'PSP_VALIDE', date: j('2025-04-24') },
  { type: 'ARRET_MALADIE', debut: j('2025-06-02'), fin: j('2025-06-11') },
  { type: 'POINT_ETAPE_REALISE', date: j('2025-07-17') },
];

/** The example's person as the rules see her on a day, with what was recorded until then. */
export function situationExemple(
  jour: string,
  faits: readonly Evenement[] = evenements,
  dossier = dossierExemple,
): Situation {
  const journal = faits
    .map((evenement, rang) => ({
      id: `f${rang}`,
      acte: 'consigner' as const,
      auteur: 'c-morel',
      enregistreLe: '2025-03-10T09:00:00.000Z',
      evenement,
    }))
    .filter(({ evenement }) => ('date' in evenement ? evenement.date : evenement.debut) <= jour);
  const etat = etatInitial({
    numero: NUMERO,
    agence: 'valence',
    referent: 'c-morel',
    dossier,
    dateReprise: null,
    journal,
  });
  return situer({ etat, enCours: [], maintenant: `${jour}T10:00:00.000Z` }, { envoi: 'fenetre' }).situation;
}

const rendezVous = (
  id: string,
  sorte: RendezVous['sorte'],
  debut: string,
  varie: Partial<RendezVous> = {},
): RendezVous => ({
  id,
  numero: NUMERO,
  sorte,
  mode: 'PRESENTIEL',
  debut: `${debut}:00.000Z`,
  dureeMinutes: 60,
  lieu: null,
  lien: null,
  intitule: null,
  statut: 'TENU',
  sequence: 0,
  compteRendu: null,
  ...varie,
});

const rendezVousExemple: RendezVous[] = [
  rendezVous('adhesion', 'ADHESION', '2025-03-26T08:00', {
    compteRendu: {
      parcours: 'Quinze ans dans la fabrication de menuiseries, dont six comme cheffe d’atelier.',
      competences: 'Conduite d’équipe, planification, lecture de plans, commandes numériques.',
      souhaits: 'Rester dans la Drôme, quitter la production, transmettre son métier.',
    },
  }),
  rendezVous('accueil', 'WORK_CAFE_ACCUEIL', '2025-03-28T12:00', {
    dureeMinutes: 90,
    compteRendu: {
      reponses: [
        { question: 'Je m’inscris à la communauté de pairs', oui: true },
        { question: 'Je m’inscris au Work Café Projet', oui: true },
      ],
    },
  }),
  rendezVous('pre-bilan', 'PRE_BILAN', '2025-03-31T07:30', {
    compteRendu: { notes: 'Deux pistes à creuser : formation d’adultes, bureau d’études.' },
  }),
  rendezVous('psp', 'PSP', '2025-04-24T07:30', {
    compteRendu: {
      notes:
        'Projet retenu : devenir formatrice en menuiserie dans un centre de formation d’apprentis.\nIl passe par le titre professionnel de formatrice d’adultes, à préparer à l’automne.',
    },
  }),
  rendezVous('suivi-1', 'SUIVI', '2025-05-20T12:00', {
    mode: 'TELEPHONE',
    dureeMinutes: 30,
    intitule: 'Choix de l’organisme de formation',
    compteRendu: { notes: 'Trois devis demandés, deux reçus.' },
  }),
  rendezVous('suivi-2', 'SUIVI', '2025-06-05T12:00', {
    mode: 'VISIO',
    dureeMinutes: 30,
    statut: 'ANNULE',
    sequence: 1,
  }),
  rendezVous('atelier-1', 'ATELIER', '2025-05-13T07:00', { dureeMinutes: 180, intitule: 'Réussir son CV' }),
  rendezVous('webinaire-1', 'WEBINAIRE', '2025-06-24T08:00', {
    mode: 'VISIO',
    intitule: 'Financer sa formation',
    lien: 'https://visio.example.org/w/42',
  }),
  rendezVous('projet-1', 'WORK_CAFE_PROJET', '2025-06-19T12:00', {
    dureeMinutes: 90,
    intitule: 'Changer de métier sans quitter le bois',
    compteRendu: { notes: 'Rencontrer deux personnes qui ont fait le même chemin.' },
  }),
  rendezVous('point-etape', 'POINT_ETAPE', '2025-07-17T07:30', {
    compteRendu: {
      notes: 'La formation est trouvée et financée ; rentrée le 15 septembre. Reste à préparer la suite.',
    },
  }),
  rendezVous('suivi-3', 'SUIVI', '2025-09-23T12:00', {
    mode: 'VISIO',
    dureeMinutes: 45,
    intitule: 'Premières semaines de formation',
    statut: 'PREVU',
    lien: 'https://visio.example.org/r/7',
  }),
  rendezVous('projet-2', 'WORK_CAFE_PROJET', '2025-10-02T12:00', { dureeMinutes: 90, statut: 'PREVU' }),
];

const actionsExemple: ActionDocument[] = [
  {
    id: 'a1',
    quoi: 'Demander un devis à trois organismes',
    pourLe: '2025-05-12',
    faiteLe: '2025-05-14',
    rendezVous: 'psp',
  },
  {
    id: 'a2',
    quoi: 'Rencontrer un formateur en activité',
    pourLe: '2025-05-30',
    faiteLe: '2025-05-27',
    rendezVous: 'psp',
  },
  { id: 'a3', quoi: 'Valider le devis Kairos', pourLe: '2025-06-30', faiteLe: '2025-06-26', rendezVous: 'suivi-1' },
  { id: 'a4', quoi: 'Refaire mon CV', pourLe: '2025-06-01', faiteLe: null, rendezVous: 'atelier-1' },
  {
    id: 'a5',
    quoi: 'Écrire à cinq centres de formation d’apprentis',
    pourLe: '2025-10-15',
    faiteLe: null,
    rendezVous: 'point-etape',
  },
  {
    id: 'a6',
    quoi: 'Contacter deux personnes qui ont changé de métier',
    pourLe: null,
    faiteLe: null,
    rendezVous: 'projet-1',
  },
];

/** A document of the example's person half-way through her year, to vary at will. */
export const exempleDocument = (sorte: SorteDocument, varie: Partial<DonneesDocument> = {}): DonneesDocument => ({
  sorte,
  jour: j('2025-09-12'),
  numero: NUMERO,
  personnes: personnesExemple,
  dossier: dossierExemple,
  situation: situationExemple('2025-09-12'),
  rendezVous: rendezVousExemple,
  actions: actionsExemple,
  ...varie,
});
