import type { Certitude } from '../reglements';
import type { Fondement } from './explication';

const fonde =
  (certitude: Certitude) =>
  (source: string): Fondement => ({ source, certitude });

const document = fonde('S');
const texte = fonde('T');
const notoire = fonde('G');

/** Our decision where sources are silent or disagree; the reason is the source. */
export const decide = fonde('D');

/** Documents of `docs/sources`, by their names there. */
export const GUIDE = document('guide de l’employeur, 2022 (S002)');
export const CARNET = document('carnet de suivi France Travail (S003)');

/** Legal texts found and read. */
export const CPC_641 = texte('code de procédure civile, art. 641');
export const L1233_67 = texte('code du travail, art. L1233-67');
export const ARRETE_ACTUALISATION = texte('arrêté du 22 décembre 2015 (calendrier d’actualisation)');

export const L1233_71 = notoire('code du travail, art. L1233-71');
export const FERIES = texte('code du travail, jours fériés nationaux');
export const FERIES_LOCAUX = notoire('jours fériés propres au territoire');

/** How Jalon reads a scenario, which no text speaks of. */
export const CONTRAT_DE_CALCUL = decide('contrat de calcul de Jalon (docs/regles.md, §8 et §10)');
export const COURRIERS_DE_JALON = decide('courriers choisis par Jalon (docs/regles.md, §7)');

/** From the firmest to the least certain: a text, a document, what is commonly held, what we decided. */
const ORDRE: readonly Certitude[] = ['T', 'S', 'G', 'D'];

/** The least certain of some marks, one at least. */
export const moinsSure = (marques: readonly Certitude[]): Certitude =>
  ORDRE[Math.max(...marques.map((marque) => ORDRE.indexOf(marque)))] as Certitude;
