import { acheverInacheves } from '../../client/usages/achever-inacheves';
import { creerRendezVous, inscrireOuverture, lireDossier, rendezVousASuivre } from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';

const DETAILS = { dureeMinutes: 30, mode: 'PRESENTIEL', lieu: 'salle 2', lien: null, intitule: null } as const;

describe('les plannings de Jalon', () => {
  let pile: PileDeTest;
  beforeAll(async () => {
    pile = await monterPileDeTest();
  });
  afterAll(() => pile?.fermer());

  const parent = async (id: string) =>
    (await pile.client.workflow.getHandle(id).describe()).raw.workflowExecutionInfo?.parentExecution?.workflowId;
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
        return liste.length >= 7 && liste;
      },
      30_000,
    );
    expect(trouves.map((p) => p.scheduleId)).toEqual([
      'actualisation-cloture',
      'actualisation-ouverture',
      'actualisation-rappel',
      'coherence',
      'conservation',
      'points-du-matin',
      'reprises',
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

  it('le registre et le moteur sont comparés d’eux-mêmes : toutes les dix minutes, et chaque nuit en entier', async () => {
    const legere = await pile.client.schedule.getHandle('reprises').describe();
    const minutes = legere.info.nextActionTimes.map((quand) => quand.getTime() / 60_000);
    expect(minutes[0]! - Date.now() / 60_000).toBeLessThanOrEqual(10);
    expect(new Set(minutes.slice(1).map((minute, rang) => minute - minutes[rang]!))).toEqual(new Set([10]));
    // One that nobody can read any more (a key was lost) does not stand for ever in the way of those after it.
    expect(legere.action).toMatchObject({
      workflowType: 'reprises',
      args: [{ etendue: 'LEGERE', reparer: true }],
      workflowRunTimeout: 30 * 60_000,
    });
    const entiere = await pile.client.schedule.getHandle('coherence').describe();
    expect(new Set(entiere.info.nextActionTimes.map((quand) => quand.toISOString().slice(11)))).toEqual(
      new Set(['01:00:00.000Z']),
    );
    expect(entiere.action).toMatchObject({
      workflowType: 'reprises',
      args: [{ etendue: 'ENTIERE', reparer: true }],
      workflowRunTimeout: 2 * 3_600_000,
    });
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

  it('ce qui fut coupé entre le registre et le moteur est repris : une ouverture, puis un rendez-vous', async () => {
    const { registre, client } = pile;
    const { numero } = await inscrireOuverture(registre, ouverture('coupee'), new Date());
    await client.schedule.getHandle('reprises').trigger();
    await attendreQue(
      'le parcours vit',
      async () => (await lireDossier(registre, numero))?.statut === 'OUVERT',
      60_000,
    );
    expect(await parent(`csp-${numero}`)).toMatch(/^reprises-/);
    const id = 'rendez-vous-coupe';
    const debut = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await creerRendezVous(registre, { id, numero, sorte: 'SUIVI', debut, ...DETAILS }, 'essai', new Date());
    expect(await acheverInacheves(client)).toMatchObject({ ouvertures: 0, rendezVous: 1 });
    expect(await parent(`rdv-${id}`)).toBe('reprises-demandees');
    await attendreQue(
      'son courrier l’a regardé',
      async () => (await rendezVousASuivre(registre, 1)).length === 0,
      30_000,
    );
    expect(await acheverInacheves(client)).toMatchObject({ ouvertures: 0, rendezVous: 0 });
  });
});
