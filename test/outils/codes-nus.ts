import { champsDossier } from '../../domain/dossier/champs-dossier';
import { libellesParametres } from '../../domain/droit/expliquer/libelles';
import { definitions, typesEvenement } from '../../domain/faits/evenements';

const NOMS = new Set([
  ...champsDossier.map(({ nom }) => nom),
  ...typesEvenement.flatMap((type) => definitions[type].champs.map(({ nom }): string => nom)),
  ...Object.keys(libellesParametres),
]);

/** A name as the code writes it: two words in one. */
const COLLE = /^[a-z]+(?:[A-Z][a-z]*)+$/;

/**
 * Codes, rules and names of fields that a text shows to who does not know them: a code anywhere, in parentheses too, a rule that does not say
 * what it is about, the name of a field beside its label.
 */
export const codesNus = (texte: string): string[] => [
  ...(texte.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? []),
  ...(texte.match(/(?<!règle )\bR\d{1,2}\b/g) ?? []),
  ...[...texte.matchAll(/\((\w+)\)/g)].flatMap(([, nom]) => (NOMS.has(nom!) ? [`(${nom})`] : [])),
  ...[...texte.matchAll(/« (\w+) »/g)].flatMap(([, nom]) => (NOMS.has(nom!) && COLLE.test(nom!) ? [`« ${nom} »`] : [])),
];
