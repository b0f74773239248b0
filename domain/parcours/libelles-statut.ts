import type { StatutCourrier } from './situation';

/** What became of a letter, in words. No other import than types: workflows say them too. */
export const libellesStatutCourrier: Record<StatutCourrier | 'EN_REMISE', string> = {
  A_VENIR: 'à venir',
  REPRIS: 'réglé auparavant',
  EN_REMISE: 'en cours d’envoi',
  PARTI: 'parti',
  INCERTAIN: 'envoi à vérifier',
  A_REPRENDRE: 'nouvel essai prévu',
  RETENU: 'retenu',
  PERIME: 'devenu inutile',
  EN_TACHE: 'confié au conseiller',
  ANNULE: 'annulé',
  RECTIFIE: 'rectifié depuis',
};
