import type { DateCivile } from '../../calendrier/dates';
import { D, G, type ParametresSources, reglement, S, T } from './reglement';

const C15 = 'convention du 26 janvier 2015';
const A5 = 'avenant n° 5 du 28 juin 2021';
const A10 = 'Unédic, « avant / après » du 15 janvier 2025 ; avenant n° 10 du 20 mars 2025';
const GUIDE = "guide de l'employeur, 2022 (S002)";
const CARNET = 'carnet de suivi France Travail (S003)';

const sources: ParametresSources = {
  debutValidite: T('2025-04-01' as DateCivile, A10),
  finValidite: T('2026-12-31' as DateCivile, 'avenant n° 11 du 25 novembre 2025'),

  motifsRupture: S(['LICENCIEMENT_ECONOMIQUE'], GUIDE),
  effectifMax: G(1000, `${GUIDE} ; code du travail, art. L1233-71 : « au moins mille »`),
  bassinRequis: T(false, C15),
  affiliationJours: S(88, `${GUIDE} ; ${A5}`),
  affiliationHeures: S(610, `${GUIDE} ; ${A5}`),
  praMois: S(24, GUIDE),
  praMoisSenior: S(36, GUIDE),
  praAgeSenior: T(55, `${C15}, art. 2, qui renvoie à l'assurance chômage ; ${A10}`),
  residences: S(
    [
      'metropole',
      'alsace-moselle',
      'guadeloupe',
      'martinique',
      'guyane',
      'la-reunion',
      'saint-pierre-et-miquelon',
      'saint-barthelemy',
      'saint-martin',
    ],
    GUIDE,
  ),

  delaiReflexionJours: S(21, `article web sur l'entretien (S000) ; ${GUIDE}`),
  reportFinReflexion: D(
    'TOLERE',
    "circulaire Unédic 2011-36, citée par un éditeur : report au jour ouvré suivant ; guide de l'employeur, 2022 (S002) : « à l'issue de la période de 21 jours »",
  ),
  dureeMois: S(12, `${GUIDE} ; ${CARNET}`),
  preBilanJours: T(8, `${C15} : « dans les huit jours de leur adhésion »`),
  pspDelai: D({ valeur: 30, unite: 'JOURS' }, "article web sur l'entretien (S000) : 30 jours après l'entretien"),
  pspPlafondMois: D(2, `${CARNET} : « dans les 2 premiers mois »`),
  pointEtapeMois: S(4, `${CARNET} : « au cours du 4ème mois » ; ${C15}, art. 9 § 2`),
  pointEtapeDecaleSuspensions: D(true, `${C15}, art. 9 § 2 : « accompagnement effectif »`),

  activiteMinJours: D(3, `${GUIDE} : « de 3 jours à 6 mois » ; ${CARNET} : « plus de 3 jours »`),
  emploiDurableMois: S(6, CARNET),
  activiteCumulMaxJours: D(187, `${CARNET} : « 6 mois (187 jours) cumulés »`),
  activiteDebutProlongationMois: S(6, `${CARNET} : « après le 6ème mois » ; ${GUIDE}`),
  prolongations: G(
    {
      ACTIVITE: { mois: 3 },
      MATERNITE: { parEvenement: 112 },
      PATERNITE: { parEvenement: 25 },
      ADOPTION: { parEvenement: 112 },
      PROCHE_AIDANT: { mois: 3 },
      AJPP: { jours: 310 },
      MALADIE: { mois: 4 },
    },
    `${GUIDE}, ${CARNET}, ${A5} pour les causes et les mois ; code du travail, art. L1225-35 pour la paternité ; durées des autres congés, proche aidant et AJPP non vérifiées`,
  ),
  plafondGlobalMois: S(null, `${CARNET} : « il est possible de cumuler plusieurs périodes de prolongation »`),
  arretPendantActivite: D(
    'COMPTE_COMME_ACTIVITE',
    `lecture de ${CARNET} : l'arrêt pendant une reprise n'est pas un arrêt`,
  ),
  essaiRompuReintegre: T(true, `${C15}, art. 12 § 2 ; ${CARNET}`),
  essaiRompuProlonge: D(true, `${C15}, art. 12 § 2, qui renvoie à l'article 6`),

  congesMaxJours: S(35, CARNET),
  primeProlongee: T(true, `${A5} : les dix mois sont allongés des prolongations`),
  primeMois: S(10, `${CARNET} : « pendant les 10 premiers mois »`),
  primeDemandeJours: S(30, CARNET),
  primeAncienneteMois: S(12, CARNET),
  primeExigePsp: T(true, `${C15}, art. 14`),
  primeSecondVersementMois: T(3, `${C15}, art. 14`),
  idr: S(true, CARNET),
  suiviEmploiMois: S(6, CARNET),
  suiviJalonsMois: D([1, 3, 6], 'contacts choisis dans les six mois de suivi'),
  bilanFenetreMois: T(2, 'avenant n° 4 du 12 juin 2019 : « au cours des deux derniers mois »'),
  bilanSortieJours: D(30, 'trente jours après une sortie anticipée'),
  reinscriptionJours: S(5, CARNET),
  reportReinscription: D('AUCUN', `${CARNET} : « au plus tard dans les 5 jours », sans report`),

  courrierFinJoursAvant: D(7, `${CARNET} : « quelques jours avant »`),
  courrierCessationJours: D(1, `${CARNET} : « dans les 2 jours qui suivent »`),
  courrierCessationMaxJours: S(2, `${CARNET} : « dans les 2 jours qui suivent »`),
  rappelReflexionJours: D([7, 2], 'rappels de Jalon'),
  rappelReinscriptionJours: D([3, 5], 'rappels de Jalon'),
  convocationJoursAvant: D(10, 'préavis de convocation de Jalon'),
  rappelPrimeJours: D(20, 'rappel de Jalon'),
};

/** The règlement in force, default of a dossier. @see R3 */
export const csp2015v2025 = reglement('csp-2015-v2025', 'CSP, convention de 2015 (depuis le 1er avril 2025)', sources);
