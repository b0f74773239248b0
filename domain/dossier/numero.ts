/** Number of a dossier as people write it: `AAAA-NNNNNN-CC`, CC being the check digits. */
export type Numero = string;

const FORME = /^(\d{4})[- ]?(\d{6})[- ]?(\d{2})$/;

/** 97 − (AAAANNNNNN mod 97): from 01 to 97; one wrong digit or two swapped neighbours always change it. */
function cle(annee: number, rang: number): number {
  return 97 - ((annee * 1_000_000 + rang) % 97);
}

/** The number of the `rang`-th dossier of a year. Throws when a year holds more than 999 999 dossiers. */
export function formaterNumero(annee: number, rang: number): Numero {
  if (!Number.isInteger(annee) || annee < 1000 || annee > 9999) throw new RangeError(`année hors limites : ${annee}`);
  if (!Number.isInteger(rang) || rang < 1 || rang > 999_999) throw new RangeError(`rang hors limites : ${rang}`);
  return `${annee}-${String(rang).padStart(6, '0')}-${String(cle(annee, rang)).padStart(2, '0')}`;
}

export type NumeroLu = { ok: true; numero: Numero } | { ok: false; erreur: string };

/**
 * Reads a number typed by someone (dashes may be missing or be spaces) and gives it back in its one written form, or a
 * French sentence saying what is wrong with it.
 */
export function lireNumero(saisie: string): NumeroLu {
  const [, annee, rang, controle] = FORME.exec(saisie.trim()) ?? [];
  if (!controle || Number(rang) === 0 || Number(annee) < 1000) {
    const exemple = formaterNumero(2026, 1);
    return {
      ok: false,
      erreur: `« ${saisie.trim()} » n’est pas un numéro de dossier : il s’écrit AAAA-NNNNNN-CC, par exemple ${exemple}.`,
    };
  }
  if (cle(Number(annee), Number(rang)) !== Number(controle)) {
    return {
      ok: false,
      erreur: `Le numéro ${annee}-${rang}-${controle} comporte une faute de frappe : ses deux derniers chiffres ne correspondent pas aux précédents.`,
    };
  }
  return { ok: true, numero: formaterNumero(Number(annee), Number(rang)) };
}
