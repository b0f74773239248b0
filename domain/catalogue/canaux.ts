import type { Canal, Identite, Personnes } from '../dossier/personnes';
import type { Destinataire } from '../dossier/resultat';
import { ligneTelephonique } from '../dossier/valeurs';
import type { Canaux } from './entree';

/** Channels that carry a letter together; when none of them works, the next level takes over. */
export type Niveau = readonly Canal[];

const LETTRES: Record<string, Canal> = { C: 'COURRIER', E: 'EMAIL', S: 'SMS' };

/** Reads the grammar of the catalogue: `E + S > C` is [[EMAIL, SMS], [COURRIER]]; `T` has no channel but the counsellor. @see REGLES §7 */
export function niveauxDe(canaux: Canaux): Niveau[] {
  if (canaux === 'T') return [];
  return canaux.split('>').map((niveau) => niveau.split('+').map((lettre) => LETTRES[lettre.trim()]!));
}

export interface QuestionPlan {
  canaux: Canaux;
  destinataire: Destinataire;
  /** The channel the person asked for. */
  prefere?: Canal | undefined;
  /** The agency is the author of the act: the letter decides. */
  decide: boolean;
  /** Channels for which an address is known. */
  joignable: ReadonlySet<Canal>;
  /** Channels not to be used any more for this letter. */
  exclus?: readonly Canal[];
}

export interface PlanRemise {
  /** To be tried in this order, each channel with a known address; empty: only a task is left. */
  niveaux: Niveau[];
  /** Channels that the first level in use, or one before it, lacks an address for. */
  manquants: Canal[];
  /** The post goes by recorded delivery, and is not optional. */
  recommande: boolean;
}

/**
 * How a letter travels: the catalogue's levels, the preferred channel's level first, without what cannot reach its reader. A letter
 * that decides always goes by post, recorded, together with its other channels.
 */
export function planRemise({
  canaux,
  destinataire,
  prefere,
  decide,
  joignable,
  exclus = [],
}: QuestionPlan): PlanRemise {
  if (destinataire === 'CONSEILLER') return { niveaux: [], manquants: [], recommande: false };
  const permis = niveauxDe(canaux).map((niveau) =>
    niveau.filter((canal) => destinataire === 'BENEFICIAIRE' || canal !== 'SMS'),
  );
  const ordonnes = decide
    ? parLaPoste(permis)
    : preferer(permis, destinataire === 'BENEFICIAIRE' ? prefere : undefined);
  const possibles = ordonnes.map((niveau) => niveau.filter((c) => joignable.has(c) && !exclus.includes(c)));
  const premier = possibles.findIndex((niveau) => niveau.length > 0);
  const tentes = premier < 0 ? ordonnes : ordonnes.slice(0, premier + 1);
  const manquants = [...new Set(tentes.flat())].filter((canal) => !joignable.has(canal));
  if (decide && !possibles.flat().includes('COURRIER')) return { niveaux: [], manquants, recommande: true };
  return { niveaux: possibles.filter((niveau) => niveau.length > 0), manquants, recommande: decide };
}

function preferer(niveaux: Niveau[], prefere: Canal | undefined): Niveau[] {
  const lePrefere = (niveau: Niveau): boolean => niveau.some((canal) => canal === prefere);
  return [...niveaux.filter(lePrefere), ...niveaux.filter((niveau) => !lePrefere(niveau))];
}

/** The first level, with the post in it: a decision is notified at once by every channel, and its date is that of the post. */
const parLaPoste = ([premier = []]: Niveau[]): Niveau[] => [
  ['COURRIER', ...premier.filter((canal) => canal !== 'COURRIER')],
];

/** The number of a phone that takes SMS, as `+33639980001`; null for a line that takes none and for no number at all. */
export function mobile(telephone: Identite['telephone']): string | null {
  const ligne = telephone === undefined ? null : ligneTelephonique(telephone);
  return ligne?.sms ? ligne.international : null;
}

/** Where a letter can reach its reader; what a channel has no address for is absent. */
export interface Adressage {
  nom: string;
  adresses: Partial<Record<Canal, string>>;
  /** Lines of the envelope, name first; empty without a postal address. */
  lignes: string[];
}

/** Addresses of the reader of a letter, by channel. */
export function adressage(destinataire: Destinataire, { identite, employeur, referent }: Personnes): Adressage {
  if (destinataire === 'CONSEILLER') {
    return { nom: `${referent.prenom} ${referent.nom}`, adresses: { EMAIL: referent.email }, lignes: [] };
  }
  const nom = destinataire === 'EMPLOYEUR' ? (employeur?.nom ?? '') : `${identite.prenom} ${identite.nom}`;
  const { email, adresse } = (destinataire === 'EMPLOYEUR' ? employeur : identite) ?? {};
  const sms = destinataire === 'EMPLOYEUR' ? null : mobile(identite.telephone);
  const lignes = adresse ? [nom, ...adresse.lignes, `${adresse.codePostal} ${adresse.ville}`] : [];
  return {
    nom,
    adresses: {
      ...(email ? { EMAIL: email } : {}),
      ...(sms ? { SMS: sms } : {}),
      ...(adresse ? { COURRIER: lignes.slice(1).join(', ') } : {}),
    },
    lignes,
  };
}
