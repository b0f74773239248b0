import { createHash } from 'node:crypto';
import { Cadence } from './cadence';

const FENETRE_MS = 15 * 60_000;
/** Someone who hesitates between her passwords gets there; a list does not. */
const PAR_COMPTE = { max: 5, fenetreMs: FENETRE_MS };
/** An agency comes from one address, and on a Monday several of its people hesitate; a password tried on every account does not get far. */
const PAR_SOURCE = { max: 30, fenetreMs: FENETRE_MS };
/** Passwords being compared at once: each takes a tenth of a second and 19 MiB. */
const A_LA_FOIS = 8;

/** Who tries: the e-mail address that is typed, and the network address that it comes from. */
export interface Essai {
  adresse: string;
  source: string;
}

/**
 * Failures to sign in: after five within a quarter of an hour for an address, known or not, or thirty from one source whatever it types,
 * nothing more is compared until the oldest of them is that far away.
 */
export class Tentatives {
  private readonly comptes = new Cadence(PAR_COMPTE);
  private readonly sources = new Cadence(PAR_SOURCE);
  private enCours = 0;

  /** Runs a comparison, and counts it when it fails. @returns null when it is refused without being made */
  async essayer(
    { adresse, source }: Essai,
    comparer: () => Promise<boolean>,
    maintenant: Date,
  ): Promise<boolean | null> {
    const cle = createHash('sha256').update(adresse.trim().toLowerCase()).digest('base64');
    if (this.enCours >= A_LA_FOIS) return null;
    // Counted before it is made: many sent at once count as many.
    if (!this.sources.prendre(source, maintenant)) return null;
    if (!this.comptes.prendre(cle, maintenant)) {
      // Nothing was compared: whoever holds an account closed does not close its whole agency.
      this.sources.rendre(source);
      return null;
    }
    this.enCours += 1;
    try {
      const bon = await comparer();
      if (bon) {
        this.comptes.oublier(cle);
        // Its own success alone: one known password does not pay for thirty others.
        this.sources.rendre(source);
      }
      return bon;
    } finally {
      this.enCours -= 1;
    }
  }

  /**
   * Counts a way in that has no account to count by, through the identity provider.
   * @returns what takes it back, once it was no failure; null when it is refused
   */
  compterSource(source: string, maintenant: Date): (() => void) | null {
    return this.sources.prendre(source, maintenant) ? () => this.sources.rendre(source) : null;
  }
}
