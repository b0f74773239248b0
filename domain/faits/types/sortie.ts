import { choix, jour, phrases } from './champs';
import { definir } from './definition';

export const motifsSortie = {
  ABANDON: 'Abandon à la demande de la personne',
  MANQUEMENT: 'Manquement aux obligations',
  FAUSSE_DECLARATION: 'Fausse déclaration',
  RETRAITE: 'Départ en retraite',
  DECES: 'Décès',
} as const;
export type MotifSortie = keyof typeof motifsSortie;

/** What the letter of a decision holds on its first page, beside its ground and its means of appeal. */
const FAITS_MAX = 1_200;

/** Exclusions: decided by someone, who says the facts. @see R27 */
export const motifsExclusion: readonly MotifSortie[] = ['MANQUEMENT', 'FAUSSE_DECLARATION'];

/** Those that no one person may record alone: what follows cannot be taken back. @see R27 */
export const motifsADeux: readonly MotifSortie[] = [...motifsExclusion, 'DECES'];

export const sortie = definir('SORTIE', {
  libelle: 'Sortie du CSP',
  aide: () =>
    'Abandon, départ en retraite, manquement, fausse déclaration ou décès : les trois derniers ne comptent qu’une fois confirmés par une seconde personne ; dès qu’un décès est signalé, plus rien ne part à la personne.',
  famille: 'Fin du CSP',
  champs: {
    date: jour('Dernier jour du CSP', 'Pour un décès, le jour du décès.'),
    motif: choix('Motif', motifsSortie, 'MOTIF_INCONNU'),
    faits: phrases(
      'Faits retenus',
      'Ce qui s’est passé et quand, tel que la personne le lira\u202f: sans eux, la lettre annonce la décision et ne la contient pas.',
      'pour un manquement ou une fausse déclaration',
      FAITS_MAX,
    ),
  },
  effet: { regle: 'SORTIE' },
  declaration: false,
});
