import type { DateCivile } from '../../domain/calendrier/dates';
import type { Numero } from '../../domain/dossier/numero';
import type { Canal } from '../../domain/dossier/personnes';
import type { Destinataire } from '../../domain/dossier/resultat';

/** A letter, by what it is: the row exists once whatever becomes of it. */
export interface LettreVisee {
  /** `<numero>/<code>/<destinataire>/<base>` */
  cle: string;
  numero: Numero;
  code: string;
  destinataire: Destinataire;
  base: string;
  datePrevue: DateCivile;
}

/** A letter as it is kept. */
export interface Formes {
  /** Everything the template was given; kept as JSON. */
  donnees: unknown;
  texte: string | null;
  html: string | null;
  pdf: Uint8Array | null;
  /** Invitation, or dates to keep, that go with it. */
  ics?: string | null;
}

/** What is about to be handed over, on which channel, to whom. */
export interface EnvoiPrepare extends LettreVisee, Formes {
  canal: Canal;
  /** E-mail address, phone number or postal address in one line. */
  adresse: string;
  /** Derives from the key: the same for every attempt. */
  messageId: string;
  objet: string;
  gabarit: string;
  nomPdf: string | null;
  /** By post: recorded delivery. */
  recommande?: boolean;
  /** An invented letter of the same kind, the same object for all of that kind: what the two share is stored once. */
  semblable?: Formes;
}
