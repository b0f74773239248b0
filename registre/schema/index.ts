export * from './courriers';
export * from './dossiers';
export * from './organisation';
export * from './suivi';
