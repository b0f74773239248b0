import type { ActivitesFlotte } from './demandes';
import type { DepsFlotte } from './deps';
import { remettrePoints } from './points';
import { tourner } from './tournee';

export type { ActivitesFlotte, DemandePoints, DemandeTournee, ReponsePoints, ReponseTournee } from './demandes';

export const creerActivitesFlotte = (deps: DepsFlotte): ActivitesFlotte => ({
  tourner: (demande) => tourner(deps, demande),
  remettrePoints: (demande) => remettrePoints(deps, demande),
});
