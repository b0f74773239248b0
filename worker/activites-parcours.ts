import type { Client } from '@temporalio/client';
import {
  creerActivitesInacheves,
  creerActivitesMessages,
  creerActivitesParcours,
  creerActivitesRendezVous,
} from '../activities';
import { activitesEffacement } from './activites-effacement';
import { moteurDesParcours } from './moteur-parcours';

type Deps<F extends (deps: never) => unknown> = Parameters<F>[0];

export interface DepsActivitesDesParcours extends Omit<Deps<typeof creerActivitesParcours>, 'alerter'> {
  temporal: Client;
  /** What is erased: folders, and how long things are kept. */
  lieux: Parameters<typeof activitesEffacement>[2];
  /** Told of what the log must say. */
  alertes?: {
    refus?: Deps<typeof creerActivitesParcours>['alerter'];
    messages?: Deps<typeof creerActivitesMessages>['alerter'];
    inacheves?: Deps<typeof creerActivitesInacheves>['alerter'];
  };
}

/** All that the queue of the journeys asks a worker for. */
export function activitesDesParcours({ temporal, lieux, alertes = {}, ...deps }: DepsActivitesDesParcours) {
  const { registre, envoi, sursisMinutes, horloge } = deps;
  return {
    ...creerActivitesParcours({ ...deps, alerter: alertes.refus }),
    ...creerActivitesRendezVous({ registre, envoi, sursisMinutes, horloge }),
    ...creerActivitesMessages({ registre, alerter: alertes.messages }),
    ...creerActivitesInacheves({ registre, moteur: moteurDesParcours(temporal), alerter: alertes.inacheves }),
    ...activitesEffacement(registre, temporal, lieux),
  };
}
