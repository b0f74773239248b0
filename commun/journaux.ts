import pino, { type DestinationStream, type Logger } from 'pino';
import type { Reglages } from './reglages';
import { dansLeJournal } from './sillage/sillage';

/**
 * Keys whose value never reaches a log, at any of the three depths that our objects have: what names a person, and what
 * opens a door.
 */
const CLES = [
  'identite',
  'employeur',
  'personnes',
  'prenom',
  'nom',
  'email',
  'courriel',
  'telephone',
  'adresse',
  'dateNaissance',
  'to',
  'destinataireEmail',
  'cles',
  'password',
  'motDePasse',
  'authorization',
];
/** Whatever the key: a mail server's refusal quotes the address in its own words. */
const ADRESSE_EMAIL = /[^\s<>"':,;()[\]]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+/gu;
const chemins = CLES.flatMap((cle) => [cle, `*.${cle}`, `*.*.${cle}`]);

/** Deeper than what the SDK attaches to its messages. */
const PROFONDEUR = 3;

/** An error in words, with what caused it: PostgreSQL's `detail` and a failure's payloads, which quote people, are left behind. */
function direErreur(erreur: Error): Record<string, unknown> {
  const { name, stack } = erreur;
  const { code } = erreur as { code?: unknown };
  const raisons: string[] = [];
  for (let e: unknown = erreur; e instanceof Error && raisons.length < 5; e = e.cause) {
    if (e.message && !raisons.at(-1)?.includes(e.message)) raisons.push(e.message);
  }
  return {
    type: name,
    message: raisons.join(' : ') || 'sans message',
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack,
  };
}

/** The errors of an object, under whatever key: JSON alone would write them `{}`. */
function direErreurs(valeur: unknown, profondeur = 0): unknown {
  if (valeur instanceof Error) return direErreur(valeur);
  if (profondeur === PROFONDEUR || valeur === null || typeof valeur !== 'object') return valeur;
  if (Array.isArray(valeur)) return valeur.map((v) => direErreurs(v, profondeur + 1));
  if (Object.getPrototypeOf(valeur) !== Object.prototype) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, direErreurs(v, profondeur + 1)]));
}

/**
 * The JSON log of one process. A line holds dossier numbers and codes, nothing that names a person, and the trace that it belongs to where
 * gestures are followed.
 * @param salle which process speaks: `worker`, `web`, `cli`…
 */
export function creerJournal(reglages: Pick<Reglages, 'journal'>, salle: string, vers?: DestinationStream): Logger {
  const options = {
    level: reglages.journal,
    base: { salle },
    mixin: () => dansLeJournal(),
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (objet: Record<string, unknown>) => direErreurs(objet) as Record<string, unknown> },
    redact: { paths: chemins, censor: '[masqué]' },
  };
  const sortie = vers ?? pino.destination({ fd: 1, sync: true });
  return pino(options, { write: (ligne) => sortie.write(ligne.replace(ADRESSE_EMAIL, '[adresse]')) });
}

export type Journal = Logger;
