import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculer } from '../domain/droit/calculer';
import { choisirReglement } from '../domain/droit/reglements';
import { erreursSurcharge, validerDossier } from '../domain/droit/regles/validation';
import { verifierForme } from '../domain/faits/evenements';
import { dire, fr, garderResultat, serie } from './resultats';

/**
 * `npm run bench -- domaine`: scenarios per second on one core, in the process, and the share spent in reading and checking the
 * input. The mix is the public examples over and over: short and long journeys, most with a whole CSP.
 */
interface Scenario {
  dossier: Record<string, unknown>;
  evenements: unknown[];
  surcharge?: Record<string, unknown>;
}

const exemples: { scenario: Scenario }[] = JSON.parse(
  readFileSync(join(__dirname, '../test/vecteurs/public.json'), 'utf8'),
);
const scenarios = exemples.map(({ scenario }) => scenario);

function valider({ dossier, evenements, surcharge = {} }: Scenario): void {
  const reglement = choisirReglement(dossier);
  if (reglement === null) return;
  erreursSurcharge(surcharge);
  validerDossier(dossier, { ...reglement.parametres, ...surcharge });
  evenements.forEach(verifierForme);
}

const CHAUFFE_S = 1.5;
const MESURE_S = 2;
const TOURS = 3;

/** Seconds of one core used so far: unlike a clock, it does not count what other programs take. */
function secondesCoeur(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Scenarios per second of one core. */
function tourner(faire: (scenario: Scenario) => unknown, duree: number): number {
  const debut = secondesCoeur();
  let faits = 0;
  while (secondesCoeur() - debut < duree) {
    for (const scenario of scenarios) faire(scenario);
    faits += scenarios.length;
  }
  return faits / (secondesCoeur() - debut);
}

for (const faire of [calculer, valider]) tourner(faire, CHAUFFE_S);
const tours = Array.from({ length: TOURS }, () => ({
  calculs: tourner(calculer, MESURE_S),
  validations: tourner(valider, MESURE_S),
}));
const calculs = serie(tours.map((t) => t.calculs));
const partValidation = serie(tours.map((t) => t.calculs / t.validations));
console.log(`calculer      ${dire(calculs, 0)} scénarios/s par cœur`);
console.log(`validation    ${fr(partValidation.mediane * 100)} % du temps`);
garderResultat('domaine', { calculs, partValidation });
