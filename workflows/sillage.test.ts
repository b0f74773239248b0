import type { Headers } from '@temporalio/workflow';
import { relayerSillage } from './sillage';

const de = (geste: string): Headers => ({ '_tracer-data': { data: Buffer.from(geste) } });
const JOUR_MS = 24 * 3_600_000;

function relais(horloge = () => 0) {
  const { recevoir, relais } = relayerSillage(horloge);
  const suite = async ({ headers }: { headers: Headers }) => headers['_tracer-data']?.data?.toString() ?? null;
  return {
    recevoir,
    activite: (headers: Headers = {}) => relais.scheduleActivity({ headers } as never, suite as never),
  };
}

it('ce qui suit un message est du même geste, et ce qui suit le suivant, d’un autre', async () => {
  const { recevoir, activite } = relais();
  expect(await activite()).toBeNull();
  recevoir(de('ouverture'));
  expect(await activite()).toBe('ouverture');
  recevoir(de('consigner'));
  expect(await activite()).toBe('consigner');
});

it('ce qui suit un message que personne ne suit n’est pas mis au compte du précédent', async () => {
  const { recevoir, activite } = relais();
  recevoir(de('consigner'));
  recevoir({});
  expect(await activite()).toBeNull();
});

it('une lettre née le vendredi saint part le mardi du même geste ; plus tard, le temps seul en est la cause', async () => {
  let jours = 0;
  const { recevoir, activite } = relais(() => jours * JOUR_MS);
  recevoir(de('consigner'));
  jours = 3.7;
  expect(await activite()).toBe('consigner');
  jours = 4.1;
  expect(await activite()).toBeNull();
});
