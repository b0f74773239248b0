export { type ActivitesCourriers, creerActivitesCourriers, type DemandeRemise } from './courriers';
export { type ActivitesParcours, creerActivitesParcours } from './parcours';
export { type ActivitesRendezVous, creerActivitesRendezVous } from './rendez-vous';
export { type ActivitesReprises, creerActivitesReprises } from './reprises';
