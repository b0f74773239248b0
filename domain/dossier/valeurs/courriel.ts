import { z } from 'zod';

import { tropLong } from '../limite';
import { faux, juste, type Normaliseur } from './jugement';

/** RFC 5321: what a mail server takes. */
const COURRIEL_MAX = 254;
const FORMES = 'forme acceptée : prenom.nom@exemple.fr';

/** An e-mail address; a domain with accents becomes the one that mail servers know (`xn--…`), what stands before `@` cannot have any. */
export const normaliserCourriel: Normaliseur<string> = (lu) => {
  const texte = lu
    .trim()
    .replace(/^mailto:/i, '')
    .normalize('NFC');
  const arobase = texte.lastIndexOf('@');
  const adresse = `${texte.slice(0, arobase)}@${enAscii(texte.slice(arobase + 1))}`;
  const long = tropLong(adresse, COURRIEL_MAX);
  if (long !== null) return faux(`« ${texte.slice(0, 30)}… » est trop longue : ${long}`);
  if (arobase > 0 && z.email().safeParse(adresse).success) return juste(adresse);
  const accent = arobase > 0 && /[^\x20-\x7e]/.test(texte.slice(0, arobase));
  const pourquoi = accent ? 'a un accent avant « @ »' : 'n’est pas une adresse e-mail';
  return faux(`« ${texte} » ${pourquoi} (${FORMES})`);
};

/** Only a domain of letters beyond ASCII is translated: anything else is left to be judged as it is written. */
function enAscii(domaine: string): string {
  if (!/[^\x20-\x7e]/.test(domaine) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domaine)) return domaine;
  return URL.canParse(`http://${domaine}`) ? new URL(`http://${domaine}`).hostname : domaine;
}
