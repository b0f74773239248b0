interface Limite {
  /** How many are let through… */
  max: number;
  /** …within that many milliseconds. */
  fenetreMs: number;
}

/** Keys remembered at once: what a flood of invented ones may cost. */
const CLES_MAX = 10_000;

/** How often each key did something lately, kept in the memory of this process. */
export class Cadence {
  private readonly faits = new Map<string, number[]>();

  constructor(private readonly limite: Limite) {}

  /** Counts once more. @returns false, and counts nothing, when it is once too many */
  prendre(cle: string, maintenant: Date): boolean {
    const present = maintenant.getTime();
    const recents = (this.faits.get(cle) ?? []).filter((le) => present - le < this.limite.fenetreMs);
    if (recents.length >= this.limite.max) return false;
    this.faits.delete(cle);
    this.faits.set(cle, [...recents, present]);
    for (const [ancienne] of this.faits) {
      if (this.faits.size <= CLES_MAX) break;
      this.faits.delete(ancienne);
    }
    return true;
  }

  /** Takes back the last one counted: it was no fault. */
  rendre(cle: string): void {
    const faits = this.faits.get(cle);
    if (faits?.pop() !== undefined && faits.length === 0) this.faits.delete(cle);
  }

  oublier(cle: string): void {
    this.faits.delete(cle);
  }
}
