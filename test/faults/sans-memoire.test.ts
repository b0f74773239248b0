import { readFileSync } from 'node:fs';
import { idParcours } from '../../workflows/parcours/messages';
import { monterPileDeTest, type PileDeTest } from '../outils/pile';
import { attendreRafale, ouvrirRafale } from '../outils/rafale';

jest.setTimeout(180_000);

/** Enough for many of them to be in hand at once. */
const COMBIEN = 12;
const PARTIES_MS = 120_000;

describe('un worker qui ne garde aucun parcours en mémoire', () => {
  let pile: PileDeTest;
  beforeAll(async () => {
    pile = await monterPileDeTest({ JALON_CACHE_PARCOURS: '0' });
  });
  afterAll(() => pile?.fermer());

  it('beaucoup de parcours à la fois : aucune tâche de l’un n’est lâchée pour celle d’un autre', async () => {
    const numeros = await ouvrirRafale(pile, COMBIEN);
    const worker = await pile.lancerWorker();
    await attendreRafale(pile, numeros, PARTIES_MS);
    await pile.tuer(worker);
    const expirees: string[] = [];
    for (const numero of numeros) {
      const { events } = await pile.client.workflow.getHandle(idParcours(numero)).fetchHistory();
      if (events!.some((e) => e.workflowTaskTimedOutEventAttributes)) expirees.push(numero);
    }
    expect(expirees).toEqual([]);
    expect(readFileSync(pile.journalWorker, 'utf8')).not.toContain('SDK bug');
  });
});
