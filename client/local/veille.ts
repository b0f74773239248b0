import type { Pouls } from './pouls';

/** The simulated clock stands still, or its server is silent: a French sentence that says since when and what was going on. */
export class ErreurHorloge extends Error {
  override readonly name = 'ErreurHorloge';
}

export interface Delais {
  /** Between two looks at the clock. */
  rondeMs: number;
  /** For the server to tell the time: it takes 2 ms; a machine whose cores are all busy, up to a second. */
  reponseMs: number;
  /**
   * Looks in a row without a sign of life while nothing is in progress. Looks and not seconds: a process that did not run meanwhile saw
   * nothing. Between two signs pass at most 2 s beside three busy loops (measured); a workflow task that is lost is given again after ten.
   */
  silence: number;
  /** The same while an activity is in progress: it may wait for a mail server. */
  activite: number;
}

export const DELAIS: Delais = { rondeMs: 1_000, reponseMs: 10_000, silence: 25, activite: 60 };

/** A jump: what the server's clock has over the real one grew by more than this. */
const SAUT_MS = 1_000;

export interface Temoins {
  heure: () => Promise<number>;
  pouls: Pouls;
  /** What the server has in hand, asked when nothing moves. */
  enquete: () => Promise<string>;
  delais?: Delais;
}

/**
 * Waits for something that makes simulated time pass, and looks at the clock meanwhile.
 * @param quoi what is waited for, in French, for the error
 * @param heure simulated time, in milliseconds, as the server tells it
 * @throws ErreurHorloge when the server is silent, or when nothing moves: neither a jump of the clock nor an activity
 */
export async function veiller<T>(
  quoi: string,
  travail: Promise<T>,
  { heure, pouls, enquete, delais = DELAIS }: Temoins,
): Promise<T> {
  let fini = false;
  const terme = travail.finally(() => {
    fini = true;
  });
  // The one that loses the race has nobody to tell.
  terme.catch(() => undefined);
  const garde = async (): Promise<never> => {
    let avance = Number.NEGATIVE_INFINITY;
    let battements = pouls.battements();
    for (let muettes = 0; ; ) {
      await pause(delais.rondeMs);
      // Nobody hears this promise any more.
      if (fini) return new Promise<never>(() => undefined);
      const lue = await repondre(`dire l’heure (${quoi})`, heure(), delais.reponseMs);
      const saute = lue - Date.now() > avance + SAUT_MS;
      if (saute) avance = lue - Date.now();
      muettes = saute || pouls.battements() > battements ? 0 : muettes + 1;
      battements = pouls.battements();
      const patience = pouls.enCours().length > 0 ? delais.activite : delais.silence;
      if (!fini && muettes > patience) {
        const main = await repondre('dire ce qu’il a en main', enquete(), delais.reponseMs).catch(String);
        throw new ErreurHorloge(`${arretee(quoi, lue, muettes * delais.rondeMs, pouls)} ${main}`);
      }
    }
  };
  const ronde = garde();
  ronde.catch(() => undefined);
  return Promise.race([terme, ronde]);
}

/** @throws ErreurHorloge when the server has not answered in time */
export async function repondre<T>(quoi: string, question: Promise<T>, delaiMs = DELAIS.reponseMs): Promise<T> {
  let limite: NodeJS.Timeout | undefined;
  question.catch(() => undefined);
  const trop = new Promise<never>((_, rejeter) => {
    const phrase = `Le serveur du temps simulé ne répond plus : ${quoi}, attendu en vain ${delaiMs / 1_000} s.`;
    limite = setTimeout(() => rejeter(new ErreurHorloge(phrase)), delaiMs);
  });
  return Promise.race([question, trop]).finally(() => clearTimeout(limite));
}

/** Each step of bringing a bench up takes a second or two; on a machine whose cores are all busy, some ten. */
const ETAPE_MS = 45_000;

/**
 * A step of bringing a bench up or down, which is named when it does not end.
 * @param quoi in French, as an infinitive
 * @throws ErreurHorloge when it has not ended in time
 */
export const etape = <T>(quoi: string, travail: Promise<T>): Promise<T> => repondre(quoi, travail, ETAPE_MS);

function arretee(quoi: string, heureMs: number, silenceMs: number, pouls: Pouls): string {
  const enCours = pouls.enCours();
  const activites = enCours.length > 0 ? `en cours : ${enCours.join(', ')}` : 'aucune activité en cours';
  const derniere = pouls.derniere();
  return (
    `L’horloge simulée n’avance plus (${quoi}) : arrêtée au ${new Date(heureMs).toISOString()} depuis ` +
    `${Math.round(silenceMs / 1_000)} s, ${activites}, ${derniere ? `dernière finie : ${derniere}` : 'aucune n’a fini'}.`
  );
}

const pause = (ms: number) => new Promise<void>((suite) => setTimeout(suite, ms).unref());
