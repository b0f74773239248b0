import type { TypesPour } from './types';

/** An interview that the law wants, as échéances, appointments and tasks speak of it. */
interface EntretienAttendu {
  /** French, as a title. */
  libelle: string;
  /** The event that it leaves in the journal once held. */
  fait: TypesPour<'ENTRETIEN'>;
  /** True when it is held within a window that has its own first day, and not just before a deadline. */
  fenetre: boolean;
}

/** The four interviews of the CSP, in their order. @see R11, R12, R13, R22 */
export const entretiensLegaux = {
  PRE_BILAN: { libelle: 'Entretien de pré-bilan', fait: 'PRE_BILAN_REALISE', fenetre: false },
  PSP: { libelle: 'Entretien du plan d’action (PSP)', fait: 'PSP_VALIDE', fenetre: false },
  POINT_ETAPE: { libelle: 'Entretien de point d’étape', fait: 'POINT_ETAPE_REALISE', fenetre: true },
  BILAN: { libelle: 'Entretien de bilan', fait: 'BILAN_REALISE', fenetre: true },
} as const satisfies Readonly<Record<string, EntretienAttendu>>;

export type EntretienLegal = keyof typeof entretiensLegaux;

/** True of the key of an échéance, or of a kind of appointment, that is one of the four. */
export const estEntretienLegal = (cle: string): cle is EntretienLegal => Object.hasOwn(entretiensLegaux, cle);
