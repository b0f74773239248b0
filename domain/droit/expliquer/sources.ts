import { type DateCivile, dateCivile } from '../../calendrier/dates';
import type { Certitude, Reglement } from '../reglements';
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
export const L1233_69 = texte('code du travail, art. L1233-69');
export const DECRET_2013_639 = texte('décret n° 2013-639, art. 2');
export const ARRETE_ACTUALISATION = texte('arrêté du 22 décembre 2015 (calendrier d’actualisation)');

export const L1233_71 = notoire('code du travail, art. L1233-71');
export const FERIES = texte('code du travail, jours fériés nationaux');
export const FERIES_LOCAUX = notoire('jours fériés propres au territoire');

/** How Jalon reads a scenario, which no text speaks of. */
export const CONTRAT_DE_CALCUL = decide('contrat de calcul de Jalon (docs/regles.md, §8 et §10)');
export const COURRIERS_DE_JALON = decide('courriers choisis par Jalon (docs/regles.md, §7)');

/** The day before which each document was not written: its own date, or the name « France Travail », of 2024. Others have none. */
const DOCUMENTS: Readonly<Record<string, DateCivile>> = {
  S000: dateCivile('2024-01-01'),
  S002: dateCivile('2022-05-16'),
  S003: dateCivile('2024-01-01'),
  S004: dateCivile('2009-04-01'),
};

/** A document written before the règlement began is not shown as certain; the latest of those cited counts. */
export function dater(fondement: Fondement, { parametres }: Reglement): Fondement {
  if (fondement.certitude !== 'S') return fondement;
  const dates = (fondement.source.match(/S\d{3}/g) ?? []).map(
    (document) => DOCUMENTS[document] ?? dateCivile('0001-01-01'),
  );
  return dates.some((date) => date >= parametres.debutValidite)
    ? fondement
    : { ...fondement, certitude: 'G', ancien: true };
}

/** From the firmest to the least certain: a text, a document, what is commonly held, what we decided. */
const ORDRE: readonly Certitude[] = ['T', 'S', 'G', 'D'];

/** The least certain of some marks, one at least. */
export const moinsSure = (marques: readonly Certitude[]): Certitude =>
  ORDRE[Math.max(...marques.map((marque) => ORDRE.indexOf(marque)))] as Certitude;
