import { setTimeout as attendre } from 'node:timers/promises';

/** Signs of life of the activities that a bench runs, and what is in progress. */
export interface Pouls {
  /** The same activities, each of whose calls is felt. */
  ecouter<A extends object>(activites: A): A;
  /** Activities in progress, as `name` or `name × 3`. */
  enCours(): string[];
  /** How often an activity has begun or ended. */
  battements(): number;
  /** Milliseconds since one last did. */
  silenceMs(): number;
  /** Name of the last that ended, null before. */
  derniere(): string | null;
}

export function prendrePouls(horloge: () => number = Date.now): Pouls {
  const enCours = new Map<string, number>();
  let battu = horloge();
  let battements = 0;
  let derniere: string | null = null;
  const compter = (nom: string, de: 1 | -1) => {
    battu = horloge();
    battements += 1;
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
    enCours: () => [...enCours].map(([nom, combien]) => (combien === 1 ? nom : `${nom} × ${combien}`)),
    battements: () => battements,
    silenceMs: () => horloge() - battu,
    derniere: () => derniere,
  };
}

/** Between an activity and the next one of the same journey pass a few milliseconds; on a busy machine, some tens. */
const CALME_MS = 80;

/**
 * Waits until nothing has been in progress for a moment: what time or a message brought is then done and written.
 * @param limiteMs goes on then: an activity may be held up, or last for a whole tour
 */
export async function calme(pouls: Pouls, limiteMs: number): Promise<void> {
  const limite = Date.now() + limiteMs;
  do await attendre(CALME_MS / 4);
  while (Date.now() < limite && (pouls.enCours().length > 0 || pouls.silenceMs() < CALME_MS));
}
