import type { DateCivile } from '../domain/calendrier/dates';
import type { Vocabulaire } from '../domain/droit/reglements';
import { heureEnClair, momentCivil, zoneRendezVous } from '../domain/rendez-vous/heure';
import type { RendezVous } from '../domain/rendez-vous/rendez-vous';
import type { SorteRendezVous } from '../domain/rendez-vous/sortes';
import { type ContexteCourrier, jourLong } from './contexte';
import { enGsm7 } from './sms';
import { propre, type Segment, type Texte, t } from './texte';

/** How an appointment of each kind is named in a sentence, and what it is for (Carnet de suivi). */
interface MotsSorte {
  /** "entretien de pré-bilan", after "votre" or "à votre". */
  nom: (v: Vocabulaire) => string;
  /** What it is for; French sentence. */
  but: (v: Vocabulaire) => string;
  /** What to bring or prepare; French sentence. */
  preparer: (v: Vocabulaire) => string;
}

const COLLECTIF = 'Prenez de quoi noter, et venez avec vos questions.';

/** @see S000 for the entretien d'adhésion, S003 for the others */
export const motsDesSortes: Readonly<Record<SorteRendezVous, MotsSorte>> = {
  ADHESION: {
    nom: () => 'entretien d’adhésion',
    but: () =>
      'Il sert à faire le point sur votre parcours, vos compétences et vos souhaits, et à préparer les premières étapes.',
    preparer: () =>
      'Notez votre parcours, ce que vous savez faire et ce que vous aimeriez faire. Apportez votre CV, si vous en avez un.',
  },
  PRE_BILAN: {
    nom: () => 'entretien de pré-bilan',
    but: () =>
      'Il sert à faire le point sur vos besoins et vos attentes, et à préparer ensemble les premières semaines de votre accompagnement.',
    preparer: () =>
      'Notez votre parcours, ce que vous savez faire et ce que vous aimeriez faire. Apportez votre CV, si vous en avez un.',
  },
  PSP: {
    nom: (v) => `entretien ${v.plan.sigle} sur votre plan d’action`,
    but: () => 'Il sert à écrire le projet que vous avez choisi et les actions pour le réaliser.',
    preparer: () =>
      'Réfléchissez au projet que vous choisissez et à ce qu’il vous faut pour y arriver\u202f: une formation, un contact, un conseil.',
  },
  POINT_ETAPE: {
    nom: () => 'entretien de point d’étape',
    but: () => 'Il sert à faire le point sur l’évolution de votre projet et à sécuriser la suite de votre parcours.',
    preparer: (v) =>
      `Relisez votre plan d’action (${v.plan.sigle})\u00a0: ce qui est fait, ce qui reste à faire, ce qui bloque.`,
  },
  BILAN: {
    nom: () => 'entretien de bilan',
    but: () => 'Il sert à faire le bilan de votre parcours et à préparer la suite.',
    preparer: (v) =>
      `Relisez votre plan d’action (${v.plan.sigle}) et notez ce qui vous a été utile, et ce qu’il vous reste à faire.`,
  },
  SUIVI: {
    nom: () => 'rendez-vous de suivi',
    but: () => 'Il sert à faire le point sur votre plan d’action.',
    preparer: () => 'Préparez ce que vous avez fait depuis la dernière fois, et ce qui vous bloque.',
  },
  WORK_CAFE_ACCUEIL: {
    nom: () => 'Work Café d’accueil',
    but: () =>
      'Vous y rencontrez d’autres personnes accompagnées, et vous pourrez vous inscrire à la communauté de pairs et au Work Café projet.',
    preparer: () => COLLECTIF,
  },
  WORK_CAFE_PROJET: {
    nom: () => 'Work Café projet',
    but: () => 'Vous y avancez sur votre projet avec d’autres personnes accompagnées.',
    preparer: () => 'Apportez les actions notées la dernière fois pour votre projet.',
  },
  ATELIER: {
    nom: () => 'atelier',
    but: () => 'C’est un temps de travail en groupe.',
    preparer: () => COLLECTIF,
  },
  WEBINAIRE: {
    nom: () => 'webinaire',
    but: () => 'C’est une présentation en ligne, où vous pouvez poser vos questions.',
    preparer: () => 'Vérifiez votre connexion et le son quelques minutes avant.',
  },
  SESSION_DMA: {
    nom: () => 'session DMA',
    but: () => 'C’est un temps de travail en groupe.',
    preparer: () => COLLECTIF,
  },
};

/** "entretien de pré-bilan", "atelier « Préparer un entretien »". */
export function nommer(rdv: RendezVous, v: Vocabulaire): string {
  const nom = motsDesSortes[rdv.sorte].nom(v);
  const intitule = rdv.intitule === null ? '' : propre(rdv.intitule);
  return intitule === '' ? nom : `${nom} «\u202f${intitule}\u202f»`;
}

/** Around whom an appointment takes place: a letter or a document knows it. */
export type Entourage = Pick<ContexteCourrier, 'personnes' | 'dossier' | 'qui'>;

/** When it takes place, on the clock that the person reads: "9 h 30", and its day there. */
export function moment(
  { personnes, dossier }: Entourage,
  { mode, debut }: RendezVous,
): { jour: DateCivile; heure: string } {
  const { jour, heure } = momentCivil(debut, zoneRendezVous(mode, dossier.residence, personnes.agence));
  return { jour, heure: heureEnClair(heure) };
}

/** "le lundi 24 mars 2025 à 9 h 30" without its article. */
export const quand = (c: Entourage, rdv: RendezVous): string => {
  const { jour, heure } = moment(c, rdv);
  return `${jourLong(jour)} à ${heure}`;
};

/** "45 minutes", "1 heure", "1 heure 30". */
export function duree(minutes: number): string {
  const [heures, reste] = [Math.floor(minutes / 60), minutes % 60];
  if (heures === 0) return `${reste}\u00a0minutes`;
  return `${heures}\u00a0heure${heures > 1 ? 's' : ''}${reste === 0 ? '' : `\u00a0${String(reste).padStart(2, '0')}`}`;
}

const ADRESSE_WEB = /^https?:\/\/[^\s<>"]+$/;

/** A link is only made of what is a web address; anything else stays text. */
const lienVisio = (lien: string): Segment => {
  const texte = propre(lien);
  return ADRESSE_WEB.test(texte) ? { texte, lien: texte } : { texte };
};

/** The address one goes to: the agency's own when none is given. */
export function lieu({ personnes: { agence } }: Entourage, rdv: RendezVous): string {
  const { nom, adresse } = agence;
  const ecrit = rdv.lieu?.trim() || [nom, ...adresse.lignes, adresse.ville].join(', ');
  return ecrit.replace(/\.$/, '');
}

/** Where it takes place, or how to join it: one sentence. */
export function ou(c: Entourage, rdv: RendezVous): Texte {
  switch (rdv.mode) {
    case 'PRESENTIEL':
      return t`Sur place : ${lieu(c, rdv)}.`;
    case 'VISIO':
      return rdv.lien
        ? t`En visio, par ce lien : ${lienVisio(rdv.lien)}`
        : t`En visio : ${c.qui} vous enverra le lien de connexion.`;
    case 'TELEPHONE':
      return t`Par téléphone : ${c.qui} vous appelle. Restez joignable à cette heure.`;
  }
}

/** The link of a call by video as a text message can hold it: a web address that its alphabet does not change. */
export const lienSms = ({ mode, lien }: RendezVous): string | null => {
  const texte = mode === 'VISIO' && lien ? propre(lien) : '';
  return ADRESSE_WEB.test(texte) && enGsm7(texte) === texte ? texte : null;
};

/** The same in a few words, for a text message: a place or a link may be of any length. */
export const modeCourt: Readonly<Record<RendezVous['mode'], string>> = {
  PRESENTIEL: 'sur place',
  VISIO: 'en visio',
  TELEPHONE: 'par téléphone',
};
