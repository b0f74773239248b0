import type { ActivitesCourriers, ActivitesParcours } from '../../activities';
import { Horloge } from './horloge';
import { DEPART, ETAPES, PAUSE_MS } from './vie';

/** Told to the bench by the worker: this life has come to its next step. */
export interface EtapeVenue {
  numero: string;
  rang: number;
}

/** A life seen by the worker: its clock, and what it has to tell next. */
interface Vecue {
  horloge: Horloge;
  rang: number;
  minuterie?: NodeJS.Timeout;
}

/** Activities of a journey that live by the clock of each life, where the workflow lives by the engine's. */
export function mettreALHeure(
  parcours: ActivitesParcours,
  courriers: ActivitesCourriers,
): { parcours: ActivitesParcours; courriers: ActivitesCourriers } {
  const vies = new Map<string, Vecue>();
  const vieDe = (numero: string): Vecue => {
    const connue = vies.get(numero);
    if (connue !== undefined) return connue;
    const options = { depart: DEPART.getTime(), debut: Date.now(), etapes: ETAPES, pauseMs: PAUSE_MS };
    const neuve = { horloge: new Horloge(options), rang: 0 };
    vies.set(numero, neuve);
    return neuve;
  };
  const simuler = (numero: string, reel: string): string =>
    new Date(vieDe(numero).horloge.simule(Date.parse(reel))).toISOString();
  return {
    parcours: {
      ...parcours,
      async situer({ etat, maintenant, ...reste }) {
        const { numero } = etat;
        const vie = vieDe(numero);
        const recus = etat.recus.map((recu) => ({ ...recu, recuLe: simuler(numero, recu.recuLe) }));
        const heure = simuler(numero, maintenant ?? new Date().toISOString());
        const reponse = await parcours.situer({ etat: { ...etat, recus }, maintenant: heure, ...reste });
        const { prochain } = reponse;
        const reel = vie.horloge.prevoir(prochain && Date.parse(prochain.quand), Date.now());
        annoncer(numero, vie);
        return { ...reponse, prochain: prochain && { ...prochain, quand: new Date(reel!).toISOString() } };
      },
    },
    courriers: {
      remettre: (demande) =>
        courriers.remettre({ ...demande, maintenant: simuler(demande.numero, new Date().toISOString()) }),
    },
  };
}

function annoncer(numero: string, vie: Vecue): void {
  clearTimeout(vie.minuterie);
  const quand = vie.horloge.etape(vie.rang);
  if (quand === null) return;
  vie.minuterie = setTimeout(
    () => {
      process.send?.({ numero, rang: vie.rang } satisfies EtapeVenue);
      vie.rang += 1;
      annoncer(numero, vie);
    },
    Math.max(0, quand - Date.now()),
  );
}
