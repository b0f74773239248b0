import { TestWorkflowEnvironment } from '@temporalio/testing';

/** Process of {@link telechargerParSdk}: downloads a program of Temporal by starting it once, then stops it. */
async function telecharger(nom: string, version: string, downloadDir: string): Promise<void> {
  const server = { executable: { type: 'cached-download' as const, downloadDir, version } };
  const serveur =
    nom === 'temporal'
      ? await TestWorkflowEnvironment.createLocal({ server })
      : await TestWorkflowEnvironment.createTimeSkipping({ server });
  await serveur.teardown();
}

const [nom, version, dossier] = process.argv.slice(2) as [string, string, string];
telecharger(nom, version, dossier).catch((erreur: Error) => {
  console.error(erreur.message);
  process.exitCode = 1;
});
