import { createHash } from 'node:crypto';
import { Cadence } from './cadence';

/** Someone who hesitates between her passwords gets there; a list does not. */
const ESSAIS_MAX = 5;
const FENETRE_MS = 15 * 60_000;
/** Passwords being compared at once: each takes a tenth of a second and 19 MiB. */
const A_LA_FOIS = 8;

/**
 * Failures to sign in, by address: after five within a quarter of an hour, nothing more is compared for that address, known or not, until
 * the oldest of them is that far away.
 */
export class Tentatives {
  private readonly echecs = new Cadence({ max: ESSAIS_MAX, fenetreMs: FENETRE_MS });
  private enCours = 0;

  /** Runs a comparison, and counts it when it fails. @returns null when it is refused without being made */
  async essayer(adresse: string, comparer: () => Promise<boolean>, maintenant: Date): Promise<boolean | null> {
    const cle = createHash('sha256').update(adresse.trim().toLowerCase()).digest('base64');
    // Counted before it is made: many sent at once count as many.
    if (this.enCours >= A_LA_FOIS || !this.echecs.prendre(cle, maintenant)) return null;
    this.enCours += 1;
    try {
      const bon = await comparer();
      if (bon) this.echecs.oublier(cle);
      return bon;
    } finally {
      this.enCours -= 1;
    }
  }
}
