import type { Client } from '@temporalio/client';
import { type ActivitesEffacement, creerActivitesEffacement, listeDansUnFichier } from '../activities/effacement';
import type { Reglages } from '../commun/reglages';
import type { Registre } from '../registre';
import { moteurQuiOublie } from './moteur-qui-oublie';

/** Erasing, over the engine and the folders of the settings. */
export const activitesEffacement = (
  registre: Registre,
  temporal: Client,
  { effacements, poste, sms }: Pick<Reglages, 'effacements' | 'poste' | 'sms'>,
): ActivitesEffacement =>
  creerActivitesEffacement({
    registre,
    moteur: moteurQuiOublie(temporal),
    liste: listeDansUnFichier(effacements),
    sorties: [poste, sms],
  });
