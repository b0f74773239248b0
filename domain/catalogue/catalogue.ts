/**
 * Room `catalogue`: the letters that exist, none being written here. Codes, readers, nature, channels, until when each is useful,
 * and the keys under which each leaves once.
 * @packageDocumentation
 */

import { type CodeCourrier, estCodeCourrier } from './codes-courrier';
import type { Canaux, EntreeCatalogue, Famille } from './entree';
import { accompagnement } from './familles/accompagnement';
import { evenements } from './familles/evenements';
import { fin } from './familles/fin';
import { flotte } from './familles/flotte';
import { reflexion } from './familles/reflexion';
import { rendezVous } from './familles/rendez-vous';

export { type CodeCourrier, codesCourrier, estCodeCourrier } from './codes-courrier';
export type { Canaux, EntreeCatalogue, Origine } from './entree';
export { primeDuCourrier } from './familles/accompagnement';
export { finParContrat, formationContinue } from './familles/fin';

/** Every letter, by code; one that no family holds does not compile. @see REGLES §7 */
export const catalogue = {
  ...reflexion,
  ...accompagnement,
  ...fin,
  ...evenements,
  ...flotte,
  ...rendezVous,
} as const satisfies Famille<CodeCourrier>;

/** Those a letter is written to, by code. */
export type DestinataireDe<C extends CodeCourrier> = (typeof catalogue)[C]['destinataires'][number];

/** The entry of a code, in the registry's common shape; throws on an unknown code, which is a bug. */
export function entreeCatalogue(code: string): EntreeCatalogue {
  if (!estCodeCourrier(code)) throw new Error(`Code de courrier inconnu : ${code}`);
  return catalogue[code];
}

/**
 * How a letter travels: one that carries another (a SUSPENSION, a RETOUR or a REINTEGRATION and the new end it brings), or corrects others in the
 * place of a RECTIFICATION, by the channels of that other, which are those of a RECTIFICATION too.
 */
export const canauxDe = (code: string, porte: boolean): Canaux => entreeCatalogue(porte ? 'PROLONGATION' : code).canaux;
