import type { Connection } from '@temporalio/client';
import { enquete } from '../../client/local/enquete';
import { a9h, type Voyage, voyager } from '../outils/voyage';

describe('une horloge qui ne bouge plus', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-03-03');
  });
  afterAll(() => voyage?.fermer());

  it('dit ce que le serveur a en main : rien, puis le parcours et ce qu’il attend', async () => {
    const connection = voyage.banc.client.connection as Connection;
    expect(await enquete(connection)).toBe('Aucun workflow n’est ouvert.');
    const numero = await voyage.ouvrir();
    await voyage.banc.avancer(a9h('2025-03-04'));
    expect(await enquete(connection)).toMatch(
      new RegExp(`^En main du serveur : csp-${numero} : .*EVENT_TYPE_WORKFLOW_TASK_COMPLETED`),
    );
  });
});
