/** A letter ready to be printed. */
export interface LettreAPoster {
  /** Key of the letter: the same one twice is one file and one line. */
  cle: string;
  /** Lines of the envelope, name first. */
  destinataire: readonly string[];
  recommande: boolean;
  pages: number;
  pdf: Uint8Array;
  date: Date;
}

/** A letter lying in the outbox. */
export interface Depot {
  /** `2026-03-24/<key>.pdf` */
  fichier: string;
  /** Of the file that lies there: not ours when an earlier attempt had left it, of which we did not know. */
  sha256: string;
}

/** What carries post; a printing service takes the place of the folder by implementing it. */
export interface PortPostal {
  /** @throws RemiseEchouee */
  deposer(lettre: LettreAPoster): Promise<Depot>;
}
