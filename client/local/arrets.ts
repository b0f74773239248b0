/** A part that is being brought up, or at work. */
interface Montee {
  arreter(): Promise<unknown> | unknown;
  couper?(): void;
}

/** What must be stopped, in the reverse order of its start. */
export class Arrets {
  private readonly faits: (readonly [string, () => Promise<unknown> | unknown])[] = [];
  private readonly coupures: (() => void)[] = [];

  ajouter(nom: string, arreter: () => Promise<unknown> | unknown): void {
    this.faits.push([nom, arreter]);
  }

  /** A part that is being brought up is to be stopped too, once it is: asked for in between, a stop waits for it. */
  async monter<P extends Montee>(nom: string, montage: Promise<P>): Promise<P> {
    this.ajouter(nom, async () => (await montage.catch(() => null))?.arreter());
    const partie = await montage;
    this.coupures.push(() => partie.couper?.());
    return partie;
  }

  /** Stops everything whatever fails; `dire` is told of failures. */
  async tous(dire: (phrase: string) => void): Promise<void> {
    for (const [nom, arreter] of this.faits.splice(0).reverse()) {
      try {
        await arreter();
      } catch (erreur) {
        dire(`${nom} : l’arrêt a échoué (${(erreur as Error).message})`);
      }
    }
  }

  /** Ends by force, at once, what is at work: whoever stops a second time waits no more, and leaves nothing behind. */
  couper(): void {
    for (const couper of this.coupures.splice(0).reverse()) {
      try {
        couper();
      } catch {
        // Gone already.
      }
    }
  }
}
