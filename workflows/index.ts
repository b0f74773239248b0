export { pointsDuMatin, tournee } from './flotte/workflow';
export { parcours } from './parcours/workflow';
export { rendezVous } from './rendez-vous/workflow';
export { renvoi } from './renvoi/workflow';
export { reprises } from './reprises/workflow';
