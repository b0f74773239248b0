import { douteux, faux, type Jugement, juste, type Normaliseur } from './jugement';

const FORMES = 'formes acceptées : 48, 1 240, 610,5';

/** One separator and three digits after it: a thousand for some, a fraction for others. */
const AMBIGU = /^[+-]?\d{1,3}[.,]\d{3}$/;

/** A number as it is typed: thousands apart by a space of any kind, decimals after a comma or a dot. */
export function lireNombre(lu: string): Jugement<number> {
  const texte = lu.trim();
  if (AMBIGU.test(texte)) {
    const [entier, reste] = texte.split(/[.,]/) as [string, string];
    const mille = Number(`${entier}${reste}`);
    return douteux(
      mille,
      `« ${texte} » se lit de deux façons : écrivez ${entier} ${reste}, ou ${entier},${reste.replace(/0+$/, '') || '0'} (${FORMES})`,
    );
  }
  const compact = /^[+-]?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(texte) ? texte.replace(/\s/g, '') : texte;
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(compact)
    ? juste(Number(compact.replace(',', '.')))
    : faux(`« ${texte} » n’est pas un nombre (${FORMES})`);
}

/** A head count: whole, at least one. */
export const normaliserEffectif: Normaliseur<number> = (lu) => {
  if (Number.isInteger(lu) && lu >= 1) return juste(lu);
  const dit = `« ${String(lu).replace('.', ',')} »`;
  return faux(`${dit} n’est pas un nombre entier de salariés (formes acceptées : 48, 1 240)`);
};
