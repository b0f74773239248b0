import { hash, verify } from '@node-rs/argon2';
import { replier } from '../../../domain/dossier/replier';
import type { Compte } from '../../../registre';

const MIN = 12;
/** Hashing takes longer the longer it is; nobody types more. */
const MAX = 200;
/** A name shorter than that is found in any text. */
const MOT_MIN = 4;

/** One text, however a keyboard composes its accents. */
const canonique = (motDePasse: string): string => motDePasse.normalize('NFKC');

/** What is wrong with a new password, by the code of the catalogue; null when it is fit. */
export function refusDuMotDePasse(motDePasse: string, compte: Pick<Compte, 'id' | 'nom' | 'adresse'>): string | null {
  const longueur = [...canonique(motDePasse)].length;
  if (longueur < MIN) return 'MOT_DE_PASSE_COURT';
  if (longueur > MAX) return 'MOT_DE_PASSE_LONG';
  const plie = replier(motDePasse);
  const siens = [compte.id, ...compte.nom.split(/\s+/), compte.adresse.split('@')[0]!].map(replier);
  if (siens.some((mot) => mot.length >= MOT_MIN && plie.includes(mot))) return 'MOT_DE_PASSE_DEVINABLE';
  return estCourant(plie) ? 'MOT_DE_PASSE_COURANT' : null;
}

/** The list without what people put around: `motdepasse` is known, `motdepasse2026!` is no rarer. */
const AUTOUR = /^[^a-z]+|[^a-z]+$/g;

function estCourant(plie: string): boolean {
  const mot = plie.replace(AUTOUR, '');
  return new Set(plie).size < 5 || courants().has(plie) || courants().has(mot);
}

let lus: ReadonlySet<string> | undefined;
/** Some 49,000 passwords seen in leaks. Loaded late: only choosing a password waits for it. */
function courants(): ReadonlySet<string> {
  const { dictionary } = require('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common');
  lus ??= new Set(dictionary['passwords-common']);
  return lus;
}

/** argon2id with the costs that OWASP recommends (19 MiB, two passes), the package's own. */
export const hacher = (motDePasse: string): Promise<string> => hash(canonique(motDePasse));

export const correspond = (empreinte: string, motDePasse: string): Promise<boolean> =>
  verify(empreinte, canonique(motDePasse));
