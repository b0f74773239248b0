import type { Role } from '../../domain/comptes/roles';
import type { Invente } from '../pays';

/** An address that someone of the agency asks for. */
export type Question = (i: Invente) => string;

/** What a counsellor asks for, or who answers for the agency. */
export interface PageMesuree {
  question: Question;
  role: Role;
  /** What is counted by each person's clock is asked for again in the evening. */
  duSoir?: true;
}

const chercher = (q: string): string => `/dossiers?q=${encodeURIComponent(q)}`;
const duConseiller = (question: Question): PageMesuree => ({ question, role: 'CONSEILLER' });
const duSoir = (question: Question): PageMesuree => ({ question, role: 'CONSEILLER', duSoir: true });
const duResponsable = (question: Question): PageMesuree => ({ question, role: 'RESPONSABLE', duSoir: true });

/** Every list of the tool, narrowed, sorted and paged in each way that it knows, and what is opened from it. */
export const pages: Readonly<Record<string, PageMesuree>> = {
  'accueil d’un référent': duSoir((i) => `/?referent=${i.referent}`),
  'accueil de l’agence': duSoir(() => '/?referent='),
  'accueil, une étape': duConseiller(() => '/?referent=&etape=SUSPENDU'),
  'accueil, en alerte': duConseiller(() => '/?referent=&alerte=oui'),
  'accueil du responsable': duResponsable(() => '/?referent='),
  'tâches d’un référent, en retard': duSoir((i) => `/taches?referent=${i.referent}`),
  'tâches de l’agence, en retard': duSoir(() => '/taches?referent='),
  'tâches de l’agence, aujourd’hui': duConseiller(() => '/taches?referent=&quand=AUJOURDHUI'),
  'tâches de l’agence, plus tard': duConseiller(() => '/taches?referent=&quand=PLUS_TARD'),
  'tâches de l’agence, page 2': duConseiller(() => '/taches?referent=&quand=PLUS_TARD&page=2'),
  'laissées, pour le responsable': duResponsable(() => '/taches/laissees'),
  'laissées, d’un référent': duResponsable((i) => `/taches/laissees?referent=${i.referent}`),
  'dossiers d’un référent': duConseiller((i) => `/dossiers?referent=${i.referent}`),
  'dossiers de l’agence': duConseiller(() => '/dossiers?referent='),
  'dossiers, page 2': duConseiller(() => '/dossiers?referent=&page=2'),
  'dossiers, dernière page': duConseiller(() => '/dossiers?referent=&page=999999'),
  'dossiers, une étape': duConseiller(() => '/dossiers?referent=&etape=SUSPENDU'),
  'dossiers, en alerte': duConseiller(() => '/dossiers?referent=&alerte=oui'),
  'dossiers, échéance en retard': duConseiller(() => '/dossiers?referent=&echeance=EN_RETARD'),
  'dossiers, échéance d’ici sept jours': duConseiller(() => '/dossiers?referent=&echeance=SEPT_JOURS'),
  'dossiers, échéance d’ici trente jours': duConseiller(() => '/dossiers?referent=&echeance=TRENTE_JOURS'),
  'dossiers, un règlement': duConseiller(() => '/dossiers?referent=&reglement=csp-2015-v2021'),
  'dossiers, courrier revenu': duConseiller(() => '/dossiers?referent=&courrier=REVENU'),
  'dossiers, courrier retenu': duConseiller(() => '/dossiers?referent=&courrier=RETENU'),
  'dossiers, par nom': duConseiller(() => '/dossiers?referent=&tri=NOM'),
  'dossiers, par nom, dernière page': duConseiller(() => '/dossiers?referent=&tri=NOM&page=999999'),
  'dossiers, par dernier jour': duConseiller(() => '/dossiers?referent=&tri=TERME'),
  'dossiers, tous les filtres': duConseiller(
    (i) => `/dossiers?referent=${i.referent}&etape=EN_CSP&echeance=TRENTE_JOURS&reglement=csp-2015-v2025&tri=NOM`,
  ),
  'nom et prénom': duConseiller((i) => chercher(`${i.nom} ${i.prenom}`)),
  'prénom et nom, sans accents': duConseiller((i) => chercher(sansAccents(`${i.prenom} ${i.nom}`))),
  nom: duConseiller((i) => chercher(i.nom.toUpperCase())),
  'deux lettres': duConseiller((i) => chercher(i.nom.slice(0, 2))),
  'trois lettres': duConseiller((i) => chercher(i.nom.slice(0, 3))),
  'deux lettres, par nom': duConseiller((i) => `${chercher(i.nom.slice(0, 2))}&tri=NOM`),
  'numéro entier': duConseiller((i) => chercher(i.numero)),
  'bout de numéro': duConseiller((i) => chercher(i.numero.slice(5, 11))),
  téléphone: duConseiller((i) => chercher(i.telephone)),
  'bout de téléphone': duConseiller((i) => chercher(i.telephone.slice(-8))),
  'e-mail': duConseiller((i) => chercher(i.email)),
  entreprise: duConseiller((i) => chercher(i.entreprise)),
  'recherche dans la semaine': duConseiller((i) => `/?q=${encodeURIComponent(i.nom)}`),
  'page d’un dossier': duConseiller((i) => `/dossiers/${i.numero}`),
  'qui a vu un dossier': { question: (i) => `/dossiers/${i.numero}/audit`, role: 'RESPONSABLE' },
};

/** As it is typed in haste. */
const sansAccents = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
