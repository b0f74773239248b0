import pino, { type DestinationStream, type Logger } from 'pino';
import type { Reglages } from './reglages';

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

/**
 * The JSON log of one process. A line holds dossier numbers and codes, nothing that names a person.
 * @param salle which process speaks: `worker`, `web`, `cli`…
 */
export function creerJournal(reglages: Pick<Reglages, 'journal'>, salle: string, vers?: DestinationStream): Logger {
  const options = {
    level: reglages.journal,
    base: { salle },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: chemins, censor: '[masqué]' },
  };
  const sortie = vers ?? pino.destination({ fd: 1, sync: true });
  return pino(options, { write: (ligne) => sortie.write(ligne.replace(ADRESSE_EMAIL, '[adresse]')) });
}

export type Journal = Logger;
