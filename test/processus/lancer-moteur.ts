import { demarrerTemporal } from '../../client/local/serveur-temporal';
import { lireReglages } from '../../commun/reglages';

/** Process that a test kills: starts the engine, says so, waits. */
void demarrerTemporal(lireReglages()).then(() => {
  console.log('pret');
  setInterval(() => undefined, 60_000);
});
