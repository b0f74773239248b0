export * from './canaux';
export * from './courriers';
export * from './dossiers';
export * from './flotte';
export * from './interruptions';
export * from './organisation';
export * from './rendez-vous';
export * from './suivi';
