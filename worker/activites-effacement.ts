import type { Client } from '@temporalio/client';
import {
  type ActivitesConservation,
  type ActivitesEffacement,
  creerActivitesConservation,
  creerActivitesEffacement,
  listeDansUnFichier,
} from '../activities/effacement';
import type { Reglages } from '../commun/reglages';
import type { Registre } from '../registre';
import { moteurQuiOublie } from './moteur-qui-oublie';

/** Erasing, asked for or by age, over the engine and the folders of the settings. */
export function activitesEffacement(
  registre: Registre,
  temporal: Client,
  { effacements, poste, sms, conservation }: Pick<Reglages, 'effacements' | 'poste' | 'sms' | 'conservation'>,
): ActivitesEffacement & ActivitesConservation {
  const deps = {
    registre,
    moteur: moteurQuiOublie(temporal),
    liste: listeDansUnFichier(effacements),
    sorties: [poste, sms],
  };
  return { ...creerActivitesEffacement(deps), ...creerActivitesConservation({ ...deps, ...conservation }) };
}
