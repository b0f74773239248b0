import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';

jest.setTimeout(120_000);

describe('les plannings de Jalon', () => {
  let pile: PileDeTest;
  beforeAll(async () => {
    pile = await monterPileDeTest();
  });
  afterAll(() => pile?.fermer());

  const lister = async () => {
    const trouves = [];
    for await (const planning of pile.client.schedule.list()) trouves.push(planning);
    return trouves.sort((a, b) => (a.scheduleId < b.scheduleId ? -1 : 1));
  };

  it('deux workers qui démarrent ensemble n’en font qu’un jeu, notes comprises', async () => {
    await Promise.all([pile.lancerWorker(), pile.lancerWorker()]);
    const trouves = await attendreQue(
      'les plannings sont listés',
      async () => {
        const liste = await lister();
        return liste.length >= 4 && liste;
      },
      30_000,
    );
    expect(trouves.map((p) => p.scheduleId)).toEqual([
      'actualisation-cloture',
      'actualisation-ouverture',
      'actualisation-rappel',
      'points-du-matin',
    ]);
    const { state, policies, info } = await pile.client.schedule.getHandle('actualisation-ouverture').describe();
    expect(state.note).toContain('le 28 (le 26 en février)');
    expect(policies).toMatchObject({ overlap: 'BUFFER_ONE', catchupWindow: 10 * 86_400_000 });
    expect(info.nextActionTimes.length).toBeGreaterThan(5);
    for (const quand of info.nextActionTimes) {
      const iso = quand.toISOString();
      expect(iso.slice(8, 19)).toBe(iso.slice(5, 7) === '02' ? '26T04:00:00' : '28T04:00:00');
    }
    const points = await pile.client.schedule.getHandle('points-du-matin').describe();
    for (const quand of points.info.nextActionTimes) {
      expect(quand.toISOString().slice(11)).toBe('03:00:00.000Z');
      expect([1, 2, 3, 4, 5]).toContain(quand.getUTCDay());
    }
  });

  it('celui que quelqu’un a mis en pause le reste, quand un autre worker démarre', async () => {
    const rappel = pile.client.schedule.getHandle('actualisation-rappel');
    await rappel.pause('relais en travaux');
    await pile.lancerWorker();
    expect((await rappel.describe()).state).toMatchObject({ paused: true, note: 'relais en travaux' });
    await rappel.unpause();
  });

  it('déclenché, il fait une tournée entière : un registre vide n’a personne à servir', async () => {
    await pile.client.schedule.getHandle('actualisation-cloture').trigger();
    const faite = await attendreQue(
      'la tournée est finie',
      async () => {
        for await (const w of pile.client.workflow.list({ query: 'WorkflowType = "tournee"' })) {
          if (w.status.name === 'COMPLETED') return w.workflowId;
        }
        return false;
      },
      60_000,
    );
    expect(faite).toMatch(/^tournee-cloture-\d{4}-\d{2}-\d{2}T/);
  });
});
