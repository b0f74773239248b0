import { fauteDeDate } from '../../saisie/date';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import type { RefusDeSaisie } from './brouillons';

const ILLISIBLE = /^DATE_INVALIDE:(.+)$/;

/** Refusals of a form, each day that cannot be read with what is wrong with it as it was typed. */
export function direLesDates<R extends RefusDeSaisie>(refus: readonly R[], saisie: Saisie): R[] {
  return refus.map((r) => {
    const [, nom = ''] = ILLISIBLE.exec(r.code) ?? [];
    const tapee = saisie[nom] ?? saisie[nomSaisi(nom)] ?? '';
    return tapee === '' ? r : { ...r, phrase: fauteDeDate(tapee) };
  });
}
