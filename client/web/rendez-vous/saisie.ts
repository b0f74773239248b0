import type { SaisieRendezVous } from '../../../domain/rendez-vous/saisie';
import { estSorte, sortes } from '../../../domain/rendez-vous/sortes';
import type { SaisieTenue } from '../../../domain/rendez-vous/tenue';
import { dateSaisie } from '../../saisie/date';
import type { Saisie } from '../../saisie/formulaire';
import { LIGNES_PLAN } from './tenue';

const CHAMPS = ['sorte', 'mode', 'jour', 'heure', 'duree', 'lieu', 'lien', 'intitule'] as const;

/** The form of an appointment: its fields, and what it carries on without showing. */
export type SaisieForm = Record<(typeof CHAMPS)[number], string> & {
  /** Drawn with the form and kept to the end: sent twice, the act counts once. */
  _id: string;
  /** SEQUENCE of the appointment that its author saw; empty for a new one. */
  _sequence: string;
};

const ID = /^[0-9a-f]{16}$/;

/** Reads back what the form wrote; null when it is not one of our forms. */
export function lireForm(saisie: Saisie): SaisieForm | null {
  const { _id = '', _sequence = '' } = saisie;
  if (!ID.test(_id) || !/^\d{0,6}$/.test(_sequence)) return null;
  const champs = Object.fromEntries(CHAMPS.map((nom) => [nom, saisie[nom] ?? ''])) as Record<
    (typeof CHAMPS)[number],
    string
  >;
  return { ...champs, _id, _sequence };
}

/**
 * The form as the domain reads it: a day typed in French order is read too; a duration left empty is that of its kind.
 */
export function saisieRendezVous(form: SaisieForm): SaisieRendezVous {
  const { sorte, mode, jour, heure, duree, lieu, lien, intitule } = form;
  const usuelle = estSorte(sorte) ? String(sortes[sorte].dureeUsuelle) : '';
  return { sorte, mode, jour: dateSaisie(jour), heure, duree: duree.trim() || usuelle, lieu, lien, intitule };
}

/** What the form of a held appointment tells. */
export function saisieTenue(saisie: Saisie): SaisieTenue {
  const { le = '', notes, parcours, competences, souhaits, planValide } = saisie;
  const textes = { notes, parcours, competences, souhaits };
  return {
    ...Object.fromEntries(Object.entries(textes).filter(([, texte]) => texte !== undefined)),
    le: dateSaisie(le),
    reponses: Object.fromEntries(
      Object.entries(saisie)
        .filter(([nom]) => nom.startsWith('reponse-'))
        .map(([nom, valeur]) => [nom.slice('reponse-'.length), valeur]),
    ),
    planValide: planValide === 'oui',
    actions: Array.from({ length: LIGNES_PLAN }, (_, i) => ({
      quoi: saisie[`quoi-${i}`] ?? '',
      pourLe: dateSaisie(saisie[`pour-${i}`] ?? ''),
    })),
  };
}
