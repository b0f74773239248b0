import type { DateCivile } from '../../calendrier/dates';
import type { CodeRejet } from '../../faits/erreurs';
import { type EvenementDe, effetDe, type TypeEvenement, type TypesPour, verifierForme } from '../../faits/evenements';
import type { Regle } from '../../faits/types/definition';

/** A well-formed event with its arrival: its position in the list, which settles ties and names it in `rejets`. */
export type Recu<T extends TypeEvenement = TypeEvenement> = EvenementDe<T> & { index: number };

/** Why each rejected event is: at most one code per event. @see F7 */
export class Rejets {
  readonly #codes = new Map<number, CodeRejet>();

  rejeter({ index }: { index: number }, code: CodeRejet): void {
    this.#codes.set(index, code);
  }

  /** Sorted by index. */
  liste(): { index: number; code: CodeRejet }[] {
    return [...this.#codes].map(([index, code]) => ({ index, code })).sort((a, b) => a.index - b.index);
  }
}

/** The events whose form is right, by the rule that takes them and in order of arrival. @see F6 */
export class Recus {
  readonly tous: Recu[] = [];
  readonly #parRegle = new Map<Regle, Recu[]>();

  constructor(evenements: readonly unknown[], rejets: Rejets) {
    evenements.forEach((brut, index) => {
      const forme = verifierForme(brut);
      if (forme.ok) this.#ranger(Object.assign(forme.evenement, { index }));
      else rejets.rejeter({ index }, forme.code);
    });
  }

  #ranger(recu: Recu): void {
    this.tous.push(recu);
    const { regle } = effetDe(recu.type);
    const siens = this.#parRegle.get(regle);
    if (siens === undefined) this.#parRegle.set(regle, [recu]);
    else siens.push(recu);
  }

  /** Those that a rule takes, in order of arrival. */
  pour<R extends Regle>(regle: R): Recu<TypesPour<R>>[] {
    return [...(this.#parRegle.get(regle) ?? [])] as Recu<TypesPour<R>>[];
  }
}

/** Orders by a date, then by arrival. */
export const parDatePuisArrivee =
  <E extends { index: number }>(date: (e: E) => DateCivile) =>
  (a: E, b: E): number => {
    const [da, db] = [date(a), date(b)];
    return da < db ? -1 : da > db ? 1 : a.index - b.index;
  };
