import { entretiensLegaux } from '../faits/entretiens';

/** What a kind of appointment is. Letters add its words (`courriers/rendez-vous.ts`). */
interface Sorte {
  /** French, as a title: lists, forms, the command line. */
  libelle: string;
  /** Minutes that it usually takes. */
  dureeUsuelle: number;
  /** Held with one person, or with several at once: then two of them may share a counsellor's hour. */
  collectif: boolean;
  /** One is enrolled in it as in a workshop, and not convened. */
  surInscription: boolean;
  /** Missing it has consequences on the accompaniment. */
  obligatoire: boolean;
  /** It may take place before the proposal is accepted. */
  avantAcceptation: boolean;
}

const seul = { collectif: false, surInscription: false, obligatoire: true, avantAcceptation: false };
const aPlusieurs = { ...seul, collectif: true, obligatoire: false };
const seance = { ...aPlusieurs, surInscription: true };

/** Kinds of appointments (S003): the interviews that the law wants, the entretien d'adhésion, follow-up, group sessions. */
export const sortes = {
  ADHESION: { ...seul, libelle: 'Entretien d’adhésion', dureeUsuelle: 60, avantAcceptation: true },
  PRE_BILAN: { ...seul, libelle: entretiensLegaux.PRE_BILAN.libelle, dureeUsuelle: 60 },
  PSP: { ...seul, libelle: entretiensLegaux.PSP.libelle, dureeUsuelle: 60 },
  POINT_ETAPE: { ...seul, libelle: entretiensLegaux.POINT_ETAPE.libelle, dureeUsuelle: 45 },
  BILAN: { ...seul, libelle: entretiensLegaux.BILAN.libelle, dureeUsuelle: 60 },
  SUIVI: { ...seul, libelle: 'Rendez-vous de suivi', dureeUsuelle: 30, avantAcceptation: true },
  WORK_CAFE_ACCUEIL: { ...aPlusieurs, libelle: 'Work Café d’accueil', dureeUsuelle: 120, obligatoire: true },
  WORK_CAFE_PROJET: { ...aPlusieurs, libelle: 'Work Café projet', dureeUsuelle: 120 },
  ATELIER: { ...seance, libelle: 'Atelier', dureeUsuelle: 180 },
  WEBINAIRE: { ...seance, libelle: 'Webinaire', dureeUsuelle: 60 },
  SESSION_DMA: { ...seance, libelle: 'Session DMA', dureeUsuelle: 180 },
} as const satisfies Readonly<Record<string, Sorte>>;

export type SorteRendezVous = keyof typeof sortes;

export const sortesRendezVous = Object.keys(sortes) as [SorteRendezVous, ...SorteRendezVous[]];

export const estSorte = (texte: string): texte is SorteRendezVous => Object.hasOwn(sortes, texte);

const parSorte = <P extends keyof Sorte>(propriete: P) =>
  Object.fromEntries(sortesRendezVous.map((sorte) => [sorte, sortes[sorte][propriete]])) as Readonly<
    Record<SorteRendezVous, Sorte[P]>
  >;

export const libellesSorte = parSorte('libelle');

/** Those that one is enrolled in: workshops, webinars, DMA sessions. */
export const surInscription: readonly SorteRendezVous[] = sortesRendezVous.filter((s) => sortes[s].surInscription);
