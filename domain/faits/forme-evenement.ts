import { FIN_DES_TEMPS, lireDate, ORIGINE } from '../calendrier/dates';
import { type Brut, sansNuls } from '../dossier/brut';
import type { CodeForme } from './erreurs';
import { phraseSurChamps } from './phrase-sur-champs';
import { definitions, type Evenement, estTypeEvenement, typesEvenement } from './types';
import type { Definition } from './types/definition';

export type Forme = { ok: true; evenement: Evenement } | FormeRefusee;
/** What is wrong, and the names of the fields that it is about, given or missing. */
export interface FormeRefusee {
  ok: false;
  code: CodeForme;
  champs: string[];
}

/** Dates that are read wherever they are given, whatever the type. @see F6 */
const CHAMPS_DATE = ['debut', 'fin', 'date', 'essaiJusquau'] as const;

/** Codes in the order in which they win: the first failure of F6, whatever the order of the fields. */
const ORDRE: readonly CodeForme[] = [
  'TYPE_INCONNU',
  'DATE_INVALIDE',
  'CHAMP_MANQUANT',
  'PERIODE_INVERSEE',
  'MOTIF_INCONNU',
  'REPONSE_INCONNUE',
  'NATURE_INCONNUE',
];

interface Lecture extends Pick<Definition, 'schema' | 'controler'> {
  /** Dates that this type does not use. */
  etrangeres: readonly (typeof CHAMPS_DATE)[number][];
}

const lectures = new Map<string, Lecture>(
  typesEvenement.map((type) => {
    const { schema, controler } = definitions[type] as unknown as Definition;
    return [type, { schema, controler, etrangeres: CHAMPS_DATE.filter((nom) => !(nom in schema.shape)) }];
  }),
);

const refuser = (code: CodeForme, champs: string[]): Forme => ({ ok: false, code, champs });

/**
 * Checks the form of an event that comes from outside, first failure wins, and gives it back without what its type does not use.
 * The schema of its type says what is wrong; null counts as absent.
 * @see F6
 */
export function verifierForme(brut: unknown): Forme {
  if (typeof brut !== 'object' || brut === null || Array.isArray(brut)) return refuser('TYPE_INCONNU', ['type']);
  const { type } = brut as Brut;
  if (!estTypeEvenement(type)) return refuser('TYPE_INCONNU', ['type']);
  const { schema, controler, etrangeres } = lectures.get(type)!;

  const champs = sansNuls(brut as Brut);
  const lu = schema.safeParse(champs);
  const fautes: [CodeForme, string][] = lu.success
    ? []
    : lu.error.issues.map(({ message, path }) => [message as CodeForme, String(path[0])]);
  for (const nom of etrangeres) {
    if (champs[nom] !== undefined && lireDate(champs[nom]) === null) fautes.push(['DATE_INVALIDE', nom]);
  }
  if (estInversee(champs)) fautes.push(['PERIODE_INVERSEE', 'debut'], ['PERIODE_INVERSEE', 'fin']);
  const premier = ORDRE.find((code) => fautes.some(([trouve]) => trouve === code));
  if (premier) {
    return refuser(
      premier,
      fautes.filter(([code]) => code === premier).map(([, nom]) => nom),
    );
  }

  const evenement = lu.data as Evenement;
  const controle = controler?.(evenement as never) ?? null;
  return controle === null ? { ok: true, evenement } : refuser(controle.code, [controle.champ]);
}

/** Why the form of an event is refused, in French, with the labels of the fields. */
export function phraseForme({ code, champs }: FormeRefusee, brut: unknown): string {
  const { type } = (brut ?? {}) as Brut;
  return phraseSurChamps(code, estTypeEvenement(type) ? definitions[type].champs : [], champs);
}

/** Both ends given, readable and in the wrong order. */
function estInversee(champs: Brut): boolean {
  return (lireDate(champs.fin) ?? FIN_DES_TEMPS) < (lireDate(champs.debut) ?? ORIGINE);
}
