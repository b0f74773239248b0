import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { racine } from '../../commun/racine';
import type { Ouvrier } from './enfant';
import type { Place } from './place';

/** The floor's worker. Its workflows are bundled once for a run, as Jalon's are: a worker that starts again only reads them. */
export async function lancerPlancher({ reglages, lancer }: Place): Promise<Ouvrier> {
  const fichier = join(reglages.donnees, 'plancher.js');
  if (!existsSync(fichier)) {
    const workflowsPath = join(racine, 'bench/parcours/plancher.ts');
    writeFileSync(fichier, (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })).code);
  }
  return lancer('bench/parcours/worker-plancher.ts', { BENCH_PLANCHER: fichier });
}
