export { pointsDuMatin, tournee } from './flotte';
export { parcours } from './parcours';
export { rendezVous } from './rendez-vous';
export { renvoi } from './renvoi';
export { reprises } from './reprises';
