import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculer } from '../domain/droit/calculer';
import { choisirReglement } from '../domain/droit/reglements';
import { erreursSurcharge, validerDossier } from '../domain/droit/regles/validation';
import { verifierForme } from '../domain/faits/evenements';

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
const MESURE_S = 3;

/** Seconds of one core used so far: unlike a clock, it does not count what other programs take. */
function secondesCoeur(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Scenarios per second of one core, once the code is warm. */
function mesurer(faire: (scenario: Scenario) => unknown): number {
  const tourner = (duree: number): number => {
    const debut = secondesCoeur();
    let faits = 0;
    while (secondesCoeur() - debut < duree) {
      for (const scenario of scenarios) faire(scenario);
      faits += scenarios.length;
    }
    return faits / (secondesCoeur() - debut);
  };
  tourner(CHAUFFE_S);
  return tourner(MESURE_S);
}

const complets = mesurer(calculer);
const valides = mesurer(valider);
const enFrancais = (n: number): string => Math.round(n).toLocaleString('fr-FR');
console.log(`calculer      ${enFrancais(complets)} scénarios/s par cœur`);
console.log(`validation    ${((complets / valides) * 100).toFixed(0)} % du temps`);
