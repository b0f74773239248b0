import type { ModeRendezVous, RendezVous } from '../../domain/rendez-vous/rendez-vous';
import { duree, ou, quand } from '../rendez-vous';
import { type Texte, t } from '../texte';
import { pointsActions } from './actions';
import type { Carte, Cases, LigneFiche, Suite, Ton } from './bloc';
import { type ContexteDocument, jourDe } from './contexte';
import { paragraphes } from './texte-libre';

/** Ruled lines of a card left to be filled, and of one that holds something already: four of either fit a page. */
const LIGNES_VIDE = 3;
const LIGNES_REMPLIE = 2;

const MODES: Record<ModeRendezVous, string> = { PRESENTIEL: 'Présentiel', VISIO: 'Visio', TELEPHONE: 'Téléphone' };

const casesMode = (modes: readonly ModeRendezVous[], choisi: ModeRendezVous | null): Cases => ({
  question: '',
  choix: modes.map((mode) => ({ libelle: MODES[mode], coche: mode === choisi })),
});

export function etatDe(c: ContexteDocument, rdv: RendezVous): { texte: string; ton: Ton } {
  switch (rdv.statut) {
    case 'TENU':
      return { texte: 'fait', ton: 'fait' };
    case 'MANQUE':
      return { texte: 'manqué', ton: 'attention' };
    case 'ANNULE':
      return { texte: 'annulé', ton: 'neutre' };
    case 'PREVU':
      return jourDe(c, rdv) < c.jour ? { texte: 'date passée', ton: 'attention' } : { texte: 'prévu', ton: 'neutre' };
  }
}

/** What was said, in the words of the record. */
export function dit({ compteRendu }: RendezVous): Texte[] {
  if (compteRendu === null) return [];
  const { parcours, competences, souhaits, notes } = compteRendu;
  const nommes = [
    ['Parcours', parcours],
    ['Compétences', competences],
    ['Souhaits', souhaits],
  ] as const;
  return [
    ...nommes.flatMap(([nom, texte]) => paragraphes(texte).map((p) => t`${nom} : ${p}`)),
    ...paragraphes(notes).map((p) => t`${p}`),
  ];
}

export interface Forme {
  titre: string;
  /** What is asked of the subject line; absent: the title says it. */
  objet?: string;
  modes?: readonly ModeRendezVous[];
  /** Boxes of the kind of group session. */
  sorte?: Cases;
}

const TOUS: readonly ModeRendezVous[] = ['PRESENTIEL', 'VISIO', 'TELEPHONE'];

/** A card without an appointment: all of it is left to be written. */
export function carteVide({ titre, objet, modes = TOUS, sorte }: Forme, titreSuite = 'Mon plan d’action'): Carte {
  return {
    genre: 'carte',
    titre,
    etat: null,
    champs: [
      { libelle: 'Date / heure', valeur: null },
      ...(objet === undefined ? [] : [{ libelle: objet, valeur: null }]),
    ],
    cases: [...(sorte ? [sorte] : []), casesMode(modes, null)],
    suites: [{ titre: titreSuite, points: [], lignes: LIGNES_VIDE }],
  };
}

/** What is known of when and where it takes place. */
export function champsRendezVous(c: ContexteDocument, rdv: RendezVous): LigneFiche[] {
  const aVenir = rdv.statut === 'PREVU';
  return [
    { libelle: 'Date / heure', valeur: t`${quand(c, rdv)} (${duree(rdv.dureeMinutes)})` },
    ...(aVenir ? [{ libelle: 'Comment', valeur: ou(c, rdv) }] : []),
  ];
}

/** A card of an appointment: what was recorded, the actions agreed there, and room for more. */
export function carteRemplie(
  c: ContexteDocument,
  rdv: RendezVous,
  { titre, objet, modes = TOUS, sorte }: Forme,
  titreSuite = 'Mon plan d’action',
): Carte {
  const actions = pointsActions(c, (action) => action.rendezVous === rdv.id);
  const notes = dit(rdv);
  const clos = rdv.statut === 'MANQUE' || rdv.statut === 'ANNULE';
  const suites: Suite[] = [
    ...(notes.length > 0 ? [{ titre: 'Ce que nous avons noté', points: notes, lignes: 0 }] : []),
    ...(clos ? [] : [{ titre: titreSuite, points: actions, lignes: LIGNES_REMPLIE }]),
  ];
  return {
    genre: 'carte',
    titre,
    etat: etatDe(c, rdv),
    champs: [
      ...champsRendezVous(c, rdv),
      ...(objet === undefined ? [] : [{ libelle: objet, valeur: rdv.intitule === null ? null : t`${rdv.intitule}` }]),
    ],
    cases: [...(sorte ? [sorte] : []), casesMode(modes, rdv.mode)],
    suites,
  };
}
