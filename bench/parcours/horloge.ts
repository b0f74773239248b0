/** A point that the clock of a life goes through: simulated and real instants, in milliseconds since the epoch. */
interface Repere {
  simule: number;
  reel: number;
}

export interface OptionsHorloge {
  /** Simulated instant of the first question. */
  depart: number;
  /** Real instant of the first question. */
  debut: number;
  /** Simulated instants of what comes from outside, in order: the facts of a life, then its end. */
  etapes: readonly number[];
  /** Real milliseconds from one thing to do to the next. */
  pauseMs: number;
}

/**
 * The clock of one life: it runs as the real one does while something is done, then skips to the next thing to do after a pause. A year
 * lasts a minute on a server whose timers are real, and a slow machine only works later, never on another day.
 */
export class Horloge {
  private reperes: Repere[];
  private readonly etapes: number[];

  constructor(private readonly options: OptionsHorloge) {
    this.reperes = [{ simule: options.depart, reel: options.debut }];
    this.etapes = [...options.etapes];
  }

  simule(reel: number): number {
    const passe = this.reperes.filter((r) => r.reel <= reel).at(-1) ?? this.reperes[0]!;
    return passe.simule + (reel - passe.reel);
  }

  /**
   * The journey says when it is to be woken. What comes from outside before that comes first; what was already promised stays, so that a
   * timer which did not move is not set again.
   * @param quand simulated instant; null when it only listens
   * @returns the real instant at which it will be `quand`
   */
  prevoir(quand: number | null, maintenant: number): number | null {
    const promis = this.reperes.find((r) => r.simule === quand && r.reel > maintenant);
    if (promis) return promis.reel;
    const ici = { simule: this.simule(maintenant), reel: maintenant };
    const avant = this.etapes.filter((etape) => etape > ici.simule && (quand === null || etape <= quand));
    this.reperes = this.reperes.filter((r) => r.reel <= maintenant);
    let dernier = ici;
    for (const simule of quand === null ? avant : [...avant, quand]) {
      const attente = Math.max(0, Math.min(this.options.pauseMs, simule - dernier.simule));
      dernier = { simule, reel: dernier.reel + attente };
      this.reperes.push(dernier);
    }
    return quand === null ? null : dernier.reel;
  }

  /** The real instant of something from outside, once it is foreseen. */
  etape(rang: number): number | null {
    return this.reperes.find((r) => r.simule === this.etapes[rang])?.reel ?? null;
  }
}
