import { ErreurReglage, lireReglages } from '../../commun/reglages';
import { bundleDesWorkflows } from '../../worker/bundle';
import { ErreurBinaire, trouverBinaire } from './binaires';

/** Fetches and builds what the tests need, so that none of them waits for a download: both servers and the workflow bundle. */
async function preparer(): Promise<void> {
  const reglages = lireReglages();
  for (const nom of ['temporal', 'temporal-test-server'] as const) {
    const { chemin, origine } = await trouverBinaire(nom, reglages);
    console.log(`${nom} : ${chemin} (${origine})`);
  }
  await bundleDesWorkflows(reglages.cache);
}

preparer().catch((erreur: Error) => {
  console.error(erreur instanceof ErreurBinaire || erreur instanceof ErreurReglage ? erreur.message : erreur);
  process.exitCode = 1;
});
