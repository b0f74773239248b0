export { conservation } from './conservation/workflow';
export { effacement } from './effacement/workflow';
export { pointsDuMatin, tournee } from './flotte/workflow';
export { reprises } from './inacheves/workflow';
export { parcours } from './parcours/workflow';
export { rendezVous } from './rendez-vous/workflow';
export { renvoi } from './renvoi/workflow';
