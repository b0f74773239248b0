/** An e-mail ready to leave. */
export interface Message {
  messageId: string;
  a: { nom: string; adresse: string };
  /** The agency: a name the person knows, and where an answer goes. */
  agence: { nom: string; email: string };
  objet: string;
  texte: string;
  html: string;
  pdf: { nom: string; contenu: Uint8Array } | null;
  /** Invitation that calendars take as new, moved or cancelled. */
  invitation?: { methode: 'REQUEST' | 'CANCEL'; ics: string };
  /** Dates to put in a calendar, as a file. */
  calendrier?: string;
  date: Date;
  /** Key of the letter, for whoever traces it. */
  cle: string;
}
