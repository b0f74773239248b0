import { setTimeout as attendre } from 'node:timers/promises';

/** An activity begins, or ends. */
export type Battement = 1 | -1;

/** Signs of life of the activities that a bench runs, and what is in progress. */
export interface Pouls {
  /** The same activities, each of whose calls is felt. */
  ecouter<A extends object>(activites: A): A;
  /** An activity has begun or ended in another process, which says so. */
  noter(nom: string, de: Battement): void;
  /** Activities in progress, as `name` or `name × 3`. */
  enCours(): string[];
  /** How often an activity has begun or ended. */
  battements(): number;
  /** Name of the last that ended, null before. */
  derniere(): string | null;
}

/** @param dire told of each sign, where another process is to know */
export function prendrePouls(dire: (nom: string, de: Battement) => void = () => undefined): Pouls {
  const enCours = new Map<string, number>();
  let battements = 0;
  let derniere: string | null = null;
  const compter = (nom: string, de: Battement) => {
    battements += 1;
    dire(nom, de);
    const combien = (enCours.get(nom) ?? 0) + de;
    if (combien === 0) enCours.delete(nom);
    else enCours.set(nom, combien);
  };
  return {
    ecouter: (activites) =>
      Object.fromEntries(
        Object.entries(activites as Record<string, (demande: unknown) => Promise<unknown>>).map(([nom, agir]) => [
          nom,
          async (demande: unknown) => {
            compter(nom, 1);
            try {
              return await agir(demande);
            } finally {
              compter(nom, -1);
              derniere = nom;
            }
          },
        ]),
      ) as typeof activites,
    noter(nom, de) {
      compter(nom, de);
      if (de === -1) derniere = nom;
    },
    enCours: () => [...enCours].map(([nom, combien]) => (combien === 1 ? nom : `${nom} × ${combien}`)),
    battements: () => battements,
    derniere: () => derniere,
  };
}

/** Between an activity and the next one of the same journey pass a few milliseconds. */
const REGARD_MS = 20;
const REGARDS = 4;

/**
 * Waits until nothing has been in progress for a moment: what time or a message brought is then done and written. The moment is counted in
 * answers of the server, which come later where the machine is busy, as the next activity does.
 * @param interroger asks the server anything
 * @param limiteMs goes on then: an activity may be held up, or last for a whole tour
 */
export async function calme(pouls: Pouls, interroger: () => Promise<unknown>, limiteMs: number): Promise<void> {
  const limite = Date.now() + limiteMs;
  for (let paisibles = 0, vus = -1; paisibles < REGARDS && Date.now() < limite; ) {
    await attendre(REGARD_MS);
    await interroger();
    paisibles = pouls.enCours().length === 0 && pouls.battements() === vus ? paisibles + 1 : 0;
    vus = pouls.battements();
  }
}
