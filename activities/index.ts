export { type ActivitesCourriers, creerActivitesCourriers, type DemandeRemise } from './courriers';
export { type ActivitesParcours, creerActivitesParcours } from './parcours';
export {
  type ActivitesRendezVous,
  creerActivitesRendezVous,
  type DemandeRendezVous,
  type ReponseRendezVous,
} from './rendez-vous';
export { type ActivitesReprises, creerActivitesReprises, type Inacheves } from './reprises';
