import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { versionDomaine } from '../../../domain/parcours/version';
import { type Decision, deciderLesExemples } from './decisions';

const FICHIER = 'domain/parcours/version.empreintes.json';

/** What the rules of a version decided about the examples; kept beside the version. */
export interface Empreintes {
  versionDomaine: string;
  decisions: Record<string, Decision>;
}

export const empreintesGardees = (): Empreintes => JSON.parse(readFileSync(join(racine, FICHIER), 'utf8'));

export const empreintesDAujourdhui = (): Empreintes => ({ versionDomaine, decisions: deciderLesExemples() });

/** What is to be done before this code may be kept, in French; null when nothing is. */
export function aFaire(gardees: Empreintes, aujourdhui: Empreintes): string | null {
  const changes = Object.entries(aujourdhui.decisions).flatMap(([reference, { exemple, decide }]) => {
    const avant = gardees.decisions[reference];
    return avant !== undefined && avant.exemple === exemple && avant.decide !== decide ? [reference] : [];
  });
  if (changes.length > 0 && gardees.versionDomaine === aujourdhui.versionDomaine) {
    return [
      `Les règles décident autre chose qu’en version ${gardees.versionDomaine} pour ${changes.join(', ')}.`,
      'Si c’est voulu, relever versionDomaine (domain/parcours/version.ts), puis : npm run epreuve -- version.',
      'Sans cela, un parcours vivant écrirait à des personnes sur ce que les anciennes règles avaient déjà réglé.',
    ].join('\n');
  }
  if (JSON.stringify(gardees) === JSON.stringify(aujourdhui)) return null;
  return `${FICHIER} n’est plus à jour : npm run epreuve -- version.`;
}

/**
 * `npm run epreuve -- version`: keeps what the rules decide today.
 * @throws Error when they decide otherwise under the same version
 */
export async function garderEmpreintes(): Promise<void> {
  const aujourdhui = empreintesDAujourdhui();
  const reste = aFaire(empreintesGardees(), aujourdhui);
  if (reste?.includes('versionDomaine')) throw new Error(reste);
  writeFileSync(join(racine, FICHIER), `${JSON.stringify(aujourdhui, null, 2)}\n`);
  console.log(`${Object.keys(aujourdhui.decisions).length} exemples, règles ${versionDomaine} : ${FICHIER}`);
}
