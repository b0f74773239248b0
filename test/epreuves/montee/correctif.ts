import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text of this release, and what the next one says in its place. */
interface Retouche {
  fichier: string;
  avant: string;
  apres: string;
}

/**
 * What the release of the rehearsal changes: a rule that adds a letter in the past of journeys, takes one away that left, and moves
 * others; a new step in the workflow, kept by a patch; and the generation of its code, so that each journey begins a new run.
 */
export const retouches: readonly Retouche[] = [
  {
    fichier: 'domain/droit/reglements/csp-2015-v2025.ts',
    avant: 'rappelReflexionJours: D([7, 2],',
    apres: 'rappelReflexionJours: D([14, 7, 2],',
  },
  {
    fichier: 'domain/droit/reglements/csp-2015-v2025.ts',
    avant: 'convocationJoursAvant: D(10,',
    apres: 'convocationJoursAvant: D(20,',
  },
  {
    fichier: 'domain/droit/regles/courriers-prevus.ts',
    avant: 'if (debutOuvre <= dateFinCsp && !auPlusTard(entretiens.preBilan, debutOuvre)) {',
    apres: 'if (debutOuvre > dateFinCsp) {',
  },
  { fichier: 'domain/parcours/version.ts', avant: "versionDomaine = '", apres: "versionDomaine = 'montee-" },
  { fichier: 'domain/parcours/generation.ts', avant: 'GENERATION = ', apres: 'GENERATION = 1 + ' },
  {
    fichier: 'workflows/parcours/workflow.ts',
    avant: '    const juges = etat.recus.length;\n',
    apres:
      "    if (patched('montee')) await sleep(1, { summary: 'Étape nouvelle' });\n    const juges = etat.recus.length;\n",
  },
  {
    fichier: 'workflows/parcours/workflow.ts',
    avant: '  setHandler,\n',
    apres: '  setHandler,\n  sleep,\n',
  },
];

/** Makes the copy of this code in a folder the next release. @throws Error naming what the code no longer says, or says twice */
export function corriger(dossier: string): void {
  for (const { fichier, avant, apres } of retouches) {
    const chemin = join(dossier, fichier);
    const texte = readFileSync(chemin, 'utf8');
    if (texte.split(avant).length !== 2) throw new Error(`${fichier} ne dit pas une fois « ${avant.trim()} »`);
    writeFileSync(
      chemin,
      texte.replace(avant, () => apres),
    );
  }
}
