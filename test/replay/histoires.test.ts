import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { trousseauDuBanc } from '../../client/local/banc';
import { convertisseurDesWorkers } from '../../commun/data-converter';
import { lireReglages } from '../../commun/reglages';
import { bundleDesWorkflows } from '../../worker/bundle';
import { etapes, sansRecette } from './etapes';

const dossier = join(__dirname, '..', 'histoires');
const noms = readdirSync(dossier).map((fichier) => basename(fichier, '.json'));

describe('les histoires enregistrées se rejouent', () => {
  beforeAll(() => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
  });

  it('il y en a une par étape', () => {
    expect(noms.sort()).toEqual([...Object.keys(etapes), ...sansRecette].sort());
  });

  it.each(noms)('%s', async (nom) => {
    const workflowBundle = await bundleDesWorkflows(lireReglages().cache);
    const histoire = JSON.parse(readFileSync(join(dossier, `${nom}.json`), 'utf8'));
    expect(histoire.events.length).toBeGreaterThan(10);
    await Worker.runReplayHistory(
      { workflowBundle, dataConverter: convertisseurDesWorkers(trousseauDuBanc()) },
      histoire,
      'csp-rejouee',
    );
  });

  it('une histoire dont l’ordre des commandes ne correspond plus est refusée', async () => {
    const workflowBundle = await bundleDesWorkflows(lireReglages().cache);
    const histoire = JSON.parse(readFileSync(join(dossier, 'en-csp.json'), 'utf8'));
    const minuteur = histoire.events.find((e: { eventType: string }) => e.eventType === 'EVENT_TYPE_TIMER_STARTED');
    minuteur.eventType = 'EVENT_TYPE_MARKER_RECORDED';
    minuteur.markerRecordedEventAttributes = {
      markerName: 'intrus',
      workflowTaskCompletedEventId: minuteur.timerStartedEventAttributes.workflowTaskCompletedEventId,
    };
    delete minuteur.timerStartedEventAttributes;
    await expect(
      Worker.runReplayHistory(
        { workflowBundle, dataConverter: convertisseurDesWorkers(trousseauDuBanc()) },
        histoire,
        'csp-rejouee',
      ),
    ).rejects.toThrow();
  });
});
