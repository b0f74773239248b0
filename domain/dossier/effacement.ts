import type { Numero } from './numero';

/** Why someone is forgotten, in the words of a list: a free text might name her. */
export const motifsEffacement = {
  DEMANDE_DE_LA_PERSONNE: 'la personne le demande',
  OPPOSITION: 'la personne s’oppose au traitement de ses données',
  OUVERT_PAR_ERREUR: 'le dossier a été ouvert par erreur',
  FIN_DE_CONSERVATION: 'la durée de conservation est passée',
  REJOUE: 'il avait été effacé avant qu’une copie ne revienne',
} as const;
export type MotifEffacement = keyof typeof motifsEffacement;

/** Those that someone may give; the others are the machine's own. */
export const motifsADonner = ['DEMANDE_DE_LA_PERSONNE', 'OPPOSITION', 'OUVERT_PAR_ERREUR'] as const;
export type MotifADonner = (typeof motifsADonner)[number];

/** A reason as it is typed: « demande-de-la-personne », « Opposition »; null when it is none. */
export function lireMotifEffacement(saisi: string): MotifADonner | null {
  const voulu = saisi
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  return motifsADonner.find((motif) => motif === voulu) ?? null;
}

/** What an erasure found to erase; done again, it finds nothing. */
export interface BilanEffacement {
  /** Dossiers whose last trace is gone, each looked at. */
  effaces: Numero[];
  /** Dossiers that live again: nothing of them was changed. */
  vivants: Numero[];
  /** Bodies of letters and morning digests, files of the outboxes, runs of the engine. */
  contenus: number;
  points: number;
  fichiers: number;
  executions: number;
}

export const bilanNul = (): BilanEffacement => ({
  ...{ effaces: [], vivants: [] },
  ...{ contenus: 0, points: 0, fichiers: 0, executions: 0 },
});

/** Both together. */
export const ajouterBilan = (a: BilanEffacement, b: BilanEffacement): BilanEffacement => ({
  effaces: [...a.effaces, ...b.effaces],
  vivants: [...a.vivants, ...b.vivants],
  contenus: a.contenus + b.contenus,
  points: a.points + b.points,
  fichiers: a.fichiers + b.fichiers,
  executions: a.executions + b.executions,
});

/** A part of the list done, and the number after which it goes on; null: nothing is left. */
export interface PartEffacee {
  bilan: BilanEffacement;
  apres: Numero | null;
}
