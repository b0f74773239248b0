import type { Champ } from '../dossier/champs';
import { champsDossier } from '../dossier/champs-dossier';
import { champsEnCause } from './champs-en-cause';
import { phrase } from './erreurs';

/** The same sentence without the names of the fields, which only those who type them read: "… Champ : « Dernier jour prévu »." */
export const sansNomsDeChamps = (phrase: string): string =>
  phrase.replace(/(« [^»]+ ») \([A-Za-z]\w*\)/g, '$1').replace(/« (\w+) »/g, (dit, nom) => {
    const champ = champsDossier.find((c) => c.nom === nom);
    return champ === undefined ? dit : `« ${champ.libelle} »`;
  });

/**
 * The sentence of a code, then the fields it speaks of by their label and their name: "… Champ : « Dernier jour prévu » (fin)."
 * A code that names its field itself (`CODE:x`), or speaks of none of those asked for, has its sentence alone.
 * @param champs fields that were asked for
 * @param noms names of the fields in cause, when more is known than the code says
 */
export function phraseSurChamps(code: string, champs: readonly Champ[], noms = champsEnCause(code)): string {
  const dits = code.includes(':') ? [] : champs.filter(({ nom }) => noms.includes(nom));
  if (dits.length === 0) return phrase(code);
  const liste = dits.map(({ libelle, nom }) => `« ${libelle} » (${nom})`).join(', ');
  return `${phrase(code)} ${dits.length > 1 ? 'Champs' : 'Champ'} : ${liste}.`;
}
