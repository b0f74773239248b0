import { choix, jour } from './champs';
import { definir } from './definition';

export const motifsSortie = {
  ABANDON: 'Abandon à la demande de la personne',
  MANQUEMENT: 'Manquement aux obligations',
  FAUSSE_DECLARATION: 'Fausse déclaration',
  RETRAITE: 'Départ en retraite',
  DECES: 'Décès',
} as const;
export type MotifSortie = keyof typeof motifsSortie;

/** Those that no one person may record alone: what follows cannot be taken back. @see R27 */
export const motifsADeux: readonly MotifSortie[] = ['MANQUEMENT', 'FAUSSE_DECLARATION', 'DECES'];

export const sortie = definir('SORTIE', {
  libelle: 'Sortie du CSP',
  aide: () =>
    'Abandon, départ en retraite, manquement, fausse déclaration ou décès : les trois derniers ne comptent qu’une fois confirmés par une seconde personne ; dès qu’un décès est signalé, plus rien ne part à la personne.',
  famille: 'Fin du CSP',
  champs: {
    date: jour('Dernier jour du CSP', 'Pour un décès, le jour du décès.'),
    motif: choix('Motif', motifsSortie, 'MOTIF_INCONNU'),
  },
  effet: { regle: 'SORTIE' },
  declaration: false,
});
