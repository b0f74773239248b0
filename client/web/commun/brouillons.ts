import { randomBytes } from 'node:crypto';
import type { Saisie } from '../../saisie/formulaire';
import type { Reserve } from '../../usages/previsualiser-un-acte';

/** What someone typed and has not confirmed, with what it was answered. */
export interface Brouillon {
  /** Whose it is, and of what. */
  numero: string;
  saisie: Saisie;
  /** Why it was refused. */
  refus: readonly RefusDeSaisie[];
  /** What a confirmation did not accept. */
  aAccepter: readonly Reserve[];
}

/** A sentence of a refusal, and the field of the form that it speaks of. */
export interface RefusDeSaisie {
  code: string;
  phrase: string;
  champ?: string;
}

/** A working day: a preview left open over lunch is still there. */
const DUREE_MS = 12 * 3_600_000;
/** A form is at most 64 kB: 32 MB in all, and more drafts than an agency fills in in a day. */
const NOMBRE_MAX = 500;
/** A search is a line: 20 MB in all, and a day of searches of a hundred counsellors. */
export const RECHERCHES_GARDEES = 20_000;

/**
 * Drafts between the page where one types and the page that shows it: each step has an address that can be reloaded and gone back to, and
 * names nobody. They are kept in the memory of this process alone: a restart loses them, and the page then says so.
 */
export class Brouillons {
  private readonly gardes = new Map<string, Brouillon & { jusqua: number }>();

  constructor(
    private readonly maintenant: () => Date,
    private readonly max: number = NOMBRE_MAX,
  ) {}

  /** @returns the token that its address carries */
  garder(numero: string, saisie: Saisie, reste: Partial<Pick<Brouillon, 'refus' | 'aAccepter'>> = {}): string {
    const present = this.maintenant().getTime();
    for (const [jeton, { jusqua }] of this.gardes) {
      if (jusqua > present && this.gardes.size < this.max) break;
      this.gardes.delete(jeton);
    }
    const jeton = randomBytes(16).toString('hex');
    this.gardes.set(jeton, { numero, saisie, refus: [], aAccepter: [], ...reste, jusqua: present + DUREE_MS });
    return jeton;
  }

  /** The draft of a token, in its own dossier only; null when it is no longer kept. */
  lire(jeton: string, numero: string): Brouillon | null {
    const garde = this.gardes.get(jeton);
    return garde?.numero === numero && garde.jusqua > this.maintenant().getTime() ? garde : null;
  }
}
