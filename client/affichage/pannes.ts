import { refusDuRegistre } from '../../commun/refus-registre';
import { estAbsent } from '../../registre';

/** Something outside of Jalon failed: what to say of it, and a stable code. */
export interface Panne {
  code:
    | 'DISQUE_PLEIN'
    | 'ECRITURE_REFUSEE'
    | 'REGISTRE_ABSENT'
    | 'REGISTRE_PLEIN'
    | 'REGISTRE_REFUSE'
    | 'MOTEUR_ABSENT'
    | 'MOTEUR_EN_PANNE'
    | 'IDENTITE_ABSENTE';
  /** French. */
  phrase: string;
}

const PLEIN = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const INTERDIT = new Set(['EACCES', 'EPERM', 'EROFS']);
/** gRPC: nobody answered in time, or at all. */
const SANS_REPONSE = new Set([1, 4, 14]);

/** What an error says of the world around, in French; null when it is a bug of ours. Names nobody. */
export function panneDe(erreur: unknown): Panne | null {
  if (!(erreur instanceof Error)) return null;
  const { code, path, cause } = erreur as { code?: unknown; path?: string; cause?: unknown };
  const ou = path ? ` (${path})` : '';
  if (code === '53100') {
    return panne('REGISTRE_PLEIN', 'Le disque du registre est plein : faites-y de la place, puis recommencez.');
  }
  // The engine's and the provider's own errors first: their causes quote the same system codes as PostgreSQL's.
  if (erreur.name === 'ServiceError' || erreur.name === 'ErreurMoteur') return panneDuMoteur(erreur);
  if (erreur.name === 'ErreurFournisseur') return panne('IDENTITE_ABSENTE', erreur.message);
  if (typeof code === 'string' && PLEIN.has(code)) {
    return panne('DISQUE_PLEIN', `Le disque est plein${ou} : faites de la place, puis recommencez.`);
  }
  if (typeof code === 'string' && INTERDIT.has(code)) {
    return panne('ECRITURE_REFUSEE', `Ce fichier ou ce dossier est refusé à Jalon${ou} : vérifiez ses droits.`);
  }
  const refus = refusDuRegistre(erreur);
  if (refus !== null) return panne(refus.code, refus.phrase);
  if (estAbsent(erreur)) {
    return panne(
      'REGISTRE_ABSENT',
      'Le registre (PostgreSQL) ne répond pas : recommencez dans un instant. Ce qui était enregistré le reste.',
    );
  }
  return panneDe(cause);
}

/** For whoever reads a terminal: the sentence, then the code to look for. */
export const direPanne = ({ code, phrase }: Panne): string => `${phrase} (${code})`;

const panne = (code: Panne['code'], phrase: string): Panne => ({ code, phrase });

function panneDuMoteur({ name, cause, message }: Error): Panne {
  const { code, details } = (cause ?? {}) as { code?: unknown; details?: string };
  if (name === 'ErreurMoteur') return panne('MOTEUR_ABSENT', message);
  if (typeof code !== 'number' || SANS_REPONSE.has(code)) {
    return panne(
      'MOTEUR_ABSENT',
      'Le moteur Temporal ne répond pas : recommencez dans un instant. Ce qui était enregistré le reste.',
    );
  }
  if (/disk is full|no space/i.test(details ?? '')) {
    return panne('MOTEUR_EN_PANNE', 'Le disque du moteur Temporal est plein : faites-y de la place, puis recommencez.');
  }
  return panne(
    'MOTEUR_EN_PANNE',
    `Le moteur Temporal a refusé la demande (gRPC ${code}) : voyez son journal, puis recommencez.`,
  );
}
