import { ajouterJours, ajouterMois, type DateCivile, finPeriodeMois, joursEntre } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { couper } from '../../calendrier/intervalles';
import { estOuvre, ouvreSuivantOuEgal } from '../../calendrier/jours-ouvres';
import type { Parametres } from '../../dossier/parametres';
import type { CauseProlongation, CauseSuspension } from '../../dossier/resultat';
import type { ContexteExplication } from './contexte';
import { le } from './mots';

/**
 * What is doubtful in the texts, said only where it bears on the value: the other reading is computed, and named when it differs.
 * @see REGLES §9
 */

/** A delay that ends on a day off: no text found says whether it is put off. */
export function reportEventuel(echeance: DateCivile, c: ContexteExplication, quoi: string): string | null {
  const { residence } = c.dossier;
  if (estOuvre(echeance, residence)) return null;
  const autre = ouvreSuivantOuEgal(echeance, residence);
  return `Le ${le(echeance)} n’est pas un jour ouvré et aucun texte trouvé ne dit si ${quoi} est alors reporté ; reporté, il finirait le ${le(autre)}.`;
}

/** The reflection that ends on a day off: the earlier day is announced, the later one is what silence waits for. */
export const reportTolere = ({ parametres: { delaiReflexionJours } }: ContexteExplication): string =>
  `Une circulaire de l’Unédic, citée par un éditeur, reporte au jour ouvré suivant un délai qui finit un jour férié ; le guide de l’employeur arrête le contrat « à l’issue de la période${delaiReflexionJours === 21 ? ' de 21 jours' : ''} » : la date la plus proche est annoncée, rien n’est refusé avant l’autre.`;

/** A period that begins on a 29th, 30th or 31st. */
export function quantiemeAbsent(debut: DateCivile, mois: number): string | null {
  const fin = finPeriodeMois(debut, mois);
  const autre = ajouterJours(ajouterMois(debut, mois), -1);
  if (fin === autre) return null;
  return `Le mois d’arrivée n’a pas de ${Number(debut.slice(8))} : le principe du dernier jour du mois est sûr, son emploi ici est notre lecture ; l’autre donnerait le ${le(autre)}.`;
}

/** Days of a broken trial count for the term. */
export const essaiRompu = (c: ContexteExplication): string | null =>
  c.evaluation.faits.some(({ nature, prolonge }) => nature === 'EMPLOI_REINTEGRE' && prolonge)
    ? 'Les jours d’un emploi dont l’essai est rompu prolongent par renvoi de la convention à son article 6 ; le ministère écrit « sans modification du terme fixé lors de l’adhésion » et, dans un cas publié, France Travail a compté encore autrement.'
    : null;

/** A sick leave within an activity counts as activity. @param dans where it bears, the whole CSP unless told otherwise */
export function arretPendantActivite(
  { evaluation: { faits }, parametres }: ContexteExplication,
  dans?: Periode,
): string | null {
  const de = (cause: CauseSuspension) => {
    const leurs = faits.filter((fait) => fait.cause === cause);
    return dans === undefined ? leurs : couper(leurs, dans.debut, dans.fin);
  };
  const activites = de('ACTIVITE');
  if (!de('MALADIE').some(({ debut, fin }) => couper(activites, debut, fin).length > 0)) return null;
  return parametres.arretPendantActivite === 'EXCLU'
    ? 'Un arrêt pendant un emploi ne compte ici pour rien ; l’autre lecture du carnet de suivi en fait des jours d’emploi.'
    : 'Un arrêt pendant un emploi compte ici comme des jours d’emploi ; une lecture plus stricte du carnet de suivi ne le compte pour rien.';
}

/** What a document writes is doubtful of the very number that it writes: other parameters owe it nothing. */
const siEgal = (valeur: unknown, ecrite: unknown, doute: string): string | null =>
  JSON.stringify(valeur) === JSON.stringify(ecrite) ? doute : null;

const sixMoisEtCumul = (p: Parametres) => [p.emploiDurableMois, p.activiteCumulMaxJours];

/** Six months, or 187 days. */
export function sixMois(debut: DateCivile, fin: DateCivile | null, { parametres }: ContexteExplication): string | null {
  if (fin === null || joursEntre(debut, fin) + 1 >= 187) return null;
  return siEgal(
    sixMoisEtCumul(parametres),
    [6, 187],
    'Le carnet de suivi écrit « 6 mois (187 jours) » : six mois de date à date sont retenus pour un contrat, 187 jours pour le cumul.',
  );
}

export const cumul = ({ parametres }: ContexteExplication): string | null =>
  siEgal(
    sixMoisEtCumul(parametres),
    [6, 187],
    'Le carnet de suivi écrit « 6 mois (187 jours) cumulés » sans dire ce qui finit, ni quand : la fin la veille du jour de trop est notre lecture.',
  );

export const tropCourt = ({ parametres }: ContexteExplication): string | null =>
  siEgal(
    [parametres.activiteMinJours, parametres.emploiDurableMois],
    [3, 6],
    'Le guide dit « de 3 jours à 6 mois », le carnet de suivi « plus de 3 jours » : trois jours suffisent, par décision.',
  );

/** The CRP leaflet says "date d'effet": the doubt is the CSP's. */
export const preBilan = ({ parametres }: ContexteExplication): string | null =>
  siEgal(
    parametres.preBilanJours,
    8,
    'La convention dit « dans les huit jours de leur adhésion » : l’adhésion est lue comme le début effectif.',
  );

export const psp = ({ parametres: { pspDelai, pspPlafondMois } }: ContexteExplication): string | null =>
  siEgal(
    [pspDelai, pspPlafondMois],
    [{ valeur: 30, unite: 'JOURS' }, 2],
    'Les sources divergent : 30 jours après l’entretien, deux premiers mois, ou un mois après le pré-bilan ; la plus proche des deux premières dates est retenue.',
  );

export const pointEtape = ({ parametres }: ContexteExplication): string =>
  `${parametres.pointEtapeMois === 4 ? 'Le carnet de suivi dit « au cours du 4e mois », la convention' : 'La convention dit'} « mois d’accompagnement effectif » : ne pas compter les jours suspendus est notre lecture.`;

export function plafond(
  cause: CauseProlongation,
  { parametres: { prolongations } }: ContexteExplication,
): string | null {
  if (cause === 'PROCHE_AIDANT') {
    return siEgal(
      prolongations[cause],
      { mois: 3 },
      'Le plafond de trois mois est celui que le code du travail donne à défaut d’accord ; un an sur toute la carrière serait l’autre lecture.',
    );
  }
  if (cause !== 'AJPP') return null;
  return siEgal(
    prolongations[cause],
    { jours: 310 },
    'Le plafond de 310 jours est celui du droit commun, que les textes du dispositif ne reprennent pas.',
  );
}

export const BILAN = 'Aucun texte ne fixe cette fenêtre du bilan : elle est choisie par Jalon.';

export const JALONS = 'Aucun texte ne fixe les contacts du suivi : ils sont choisis par Jalon.';

/** A document written before the règlement began, or that has no date, proves nothing of it. */
export const sourceAncienne = (debut: DateCivile): string =>
  `Le document source est antérieur au règlement (${le(debut)}), ou n’est pas daté : à vérifier.`;

/** Secondary details of the older and named règlements. */
export const reglementRepris = (nom: string): string =>
  `Détail de ${nom} repris du règlement en vigueur ou de connaissance générale : à vérifier avant tout usage réel.`;
