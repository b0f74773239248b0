import { createHash } from 'node:crypto';

/** Someone who hesitates between her passwords gets there; a list does not. */
const ESSAIS_MAX = 5;
const FENETRE_MS = 15 * 60_000;
/** Addresses remembered at once: what a flood of invented ones may cost. */
const ADRESSES_MAX = 10_000;
/** Passwords being compared at once: each takes a tenth of a second and 19 MiB. */
const A_LA_FOIS = 8;

/**
 * Failures to sign in, by address, kept in the memory of this process: after five within a quarter of an hour, nothing more is compared
 * for that address, known or not, until the oldest of them is that far away.
 */
export class Tentatives {
  private readonly echecs = new Map<string, number[]>();
  private enCours = 0;

  /** Runs a comparison, and counts it when it fails. @returns null when it is refused without being made */
  async essayer(adresse: string, comparer: () => Promise<boolean>, maintenant: Date): Promise<boolean | null> {
    const cle = createHash('sha256').update(adresse.trim().toLowerCase()).digest('base64');
    const recents = this.recents(cle, maintenant);
    if (recents.length >= ESSAIS_MAX || this.enCours >= A_LA_FOIS) return null;
    // Counted before it is made: many sent at once count as many.
    this.noter(cle, [...recents, maintenant.getTime()]);
    this.enCours += 1;
    try {
      const bon = await comparer();
      if (bon) this.echecs.delete(cle);
      return bon;
    } finally {
      this.enCours -= 1;
    }
  }

  private recents(cle: string, maintenant: Date): number[] {
    return (this.echecs.get(cle) ?? []).filter((le) => maintenant.getTime() - le < FENETRE_MS);
  }

  private noter(cle: string, instants: number[]): void {
    this.echecs.delete(cle);
    this.echecs.set(cle, instants);
    for (const [ancienne] of this.echecs) {
      if (this.echecs.size <= ADRESSES_MAX) break;
      this.echecs.delete(ancienne);
    }
  }
}
