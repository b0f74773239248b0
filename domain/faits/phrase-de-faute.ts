import { codeDeFaute, type FauteDeTexte } from '../dossier/valeurs/textes';
import { phrase } from './erreurs';

/** Why a text is not taken, with the limit that it passes and its length when that is why. */
export function phraseDeFaute({ code, champ, limite }: FauteDeTexte): string {
  if (limite === undefined) return phrase(codeDeFaute({ code, champ }));
  return `${champ === '' ? 'Un texte' : `Le champ « ${champ} »`} est trop long : ${limite}.`;
}
