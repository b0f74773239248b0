import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { version as versionSdk } from '@temporalio/worker/package.json';
import { assurerDossier } from '../commun/assurer-dossier';
import { failureConverterPath } from '../commun/data-converter';
import { racine } from '../commun/racine';
import { empreinte } from './empreinte';

const workflowsPath = join(racine, 'workflows', 'index.ts');
const interceptors = join(racine, 'workflows', 'interceptors.ts');

/**
 * The bundle of the workflows, built once and kept in `<cache>` under the hash of what it is made of: a start does not
 * pay webpack (3 s) each time.
 * @throws ErreurReglage when the cache cannot be a folder
 */
export async function bundleDesWorkflows(cache: string): Promise<{ codePath: string }> {
  const nom = `workflows-${empreinte(racine, [workflowsPath, interceptors, failureConverterPath], versionSdk)}.js`;
  const codePath = join(cache, nom);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    workflowInterceptorModules: [interceptors],
    logger: new DefaultLogger('WARN'),
  });
  assurerDossier('JALON_CACHE', cache);
  const brouillon = `${codePath}.${process.pid}`;
  writeFileSync(brouillon, code);
  renameSync(brouillon, codePath);
  for (const ancien of readdirSync(cache)) {
    if (/^workflows-[0-9a-f]{16}\.js$/.test(ancien) && ancien !== nom) rmSync(join(cache, ancien), { force: true });
  }
  return { codePath };
}
