/** The name under which the engine knows all the releases of Jalon: its versions are those of one deployment. */
export const DEPLOIEMENT = 'jalon';
