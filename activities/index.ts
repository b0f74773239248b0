export type { Constat, SorteConstat } from './coherence/constat';
export type { PageDeCoherence } from './coherence/page';
export { type ActivitesCourriers, creerActivitesCourriers, type DemandeRemise } from './courriers';
export { type ActivitesInacheves, creerActivitesInacheves, type Inacheves } from './inacheves';
export {
  type ActivitesMessages,
  creerActivitesMessages,
  type MessageInconnu,
} from './messages-inconnus';
export { type ActivitesParcours, creerActivitesParcours } from './parcours';
export {
  type ActivitesRendezVous,
  creerActivitesRendezVous,
  type DemandeRendezVous,
  type ReponseRendezVous,
} from './rendez-vous';
