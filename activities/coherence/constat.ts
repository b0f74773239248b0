import type { Numero } from '../../domain/dossier/numero';

/** What register and engine may disagree on. */
export type SorteConstat =
  /** The register says that a journey lives, and none runs. */
  | 'SANS_PARCOURS'
  /** A journey runs, and the register knows no dossier of its number. */
  | 'SANS_DOSSIER'
  /** The register and the journey are not at the same version. */
  | 'VERSIONS_DIFFERENTES'
  /** The journey publishes something else than the register, and does not answer. */
  | 'SANS_REPONSE'
  /** The engine's lists show another counsellor, or agency, than the register. */
  | 'SUIVI_DIFFERENT'
  /** A fact was announced, and its journey has not taken it in. */
  | 'FAIT_EN_ATTENTE'
  /** The day of a letter came, and nothing was written of it. */
  | 'COURRIER_EN_RETARD'
  /** The journey remembers that a letter left, and the register does not. */
  | 'COURRIER_PERDU'
  /** What is held of a dossier cannot be compared. */
  | 'ILLISIBLE';

/** One thing on which they disagree; names nobody. */
export interface Constat {
  sorte: SorteConstat;
  numero: Numero;
  /** REPARE: done. A_REPARER: it can be, and was not asked. A_VOIR: someone has to look. */
  suite: 'REPARE' | 'A_REPARER' | 'A_VOIR';
  /** Id of the fact, key of the letter, or what failed. */
  detail?: string;
}

/** Mends what can be, if asked to; what fails is someone's to see, and stops nothing else. */
export async function traiter(
  constat: Omit<Constat, 'suite'>,
  reparer: boolean,
  reparation: () => Promise<unknown>,
): Promise<Constat> {
  if (!reparer) return { ...constat, suite: 'A_REPARER' };
  try {
    await reparation();
    return { ...constat, suite: 'REPARE' };
  } catch (erreur) {
    const echec = erreur instanceof Error ? erreur.message : String(erreur);
    return {
      ...constat,
      suite: 'A_VOIR',
      detail: constat.detail === undefined ? echec : `${constat.detail} : ${echec}`,
    };
  }
}
