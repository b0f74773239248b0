export { type ActivitesCourriers, creerActivitesCourriers } from './courriers';
export { type ActivitesParcours, creerActivitesParcours } from './parcours';
