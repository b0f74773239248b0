import { ACCEPTATION, OUVERTURE } from '../../regles/de-test/scenario';
import type { Explication } from '..';
import { expliquerScenario } from '../scenario';

const VALEUR_BRUTE = /undefined|\bnull\b|NaN|Infinity|\[object/;
const ECRITURE_FAUTIVE = /\d{4}-\d{2}-\d{2}|31\/12\/9999| {2}| ,|\.\./;

/** What an explanation owes its reader, whatever it says, and does not give. */
function fautes(e: Explication): string[] {
  const textes = [e.phrase, e.libelle, e.source, e.doute ?? ''];
  return [
    ...(/^[A-ZÀ-Ý0-9«].+\.$/.test(e.phrase) ? [] : [`phrase : ${e.phrase}`]),
    ...(/^([RF]\d+)(, [RF]\d+)*$/.test(e.regle) ? [] : [`règle : ${e.regle}`]),
    ...(e.source.length > 5 ? [] : [`source : ${e.source}`]),
    ...('TSGD'.includes(e.certitude) ? [] : [`certitude : ${e.certitude}`]),
    ...textes.filter((texte) => VALEUR_BRUTE.test(texte) || ECRITURE_FAUTIVE.test(texte)),
    ...e.entrees.filter(({ libelle }) => !/^\S/.test(libelle)).map(({ nom }) => `${nom} sans libellé`),
  ];
}

/** Gathered, then asserted once: a hundred thousand of them are read. */
export const verifier = (explications: readonly Explication[]): void =>
  expect(explications.flatMap((e) => fautes(e).map((faute) => [e.cle, faute]))).toEqual([]);

/** The first explanation of a key of the accepted opening with these events, which follow the acceptance: they start from 1. */
export function dire(cle: string, evenements: unknown[], dossier: object = {}, surcharge: object = {}): Explication {
  const scenario = { dossier: { ...OUVERTURE, ...dossier }, evenements: [ACCEPTATION, ...evenements], surcharge };
  return expliquerScenario(scenario, cle)[0]!;
}
