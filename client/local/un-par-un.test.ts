import type { WorkflowStartInput } from '@temporalio/client';
import { prendrePouls } from './pouls';
import { unParUn } from './un-par-un';

const demande = {} as WorkflowStartInput;
const direct = { suivre: <T>(appel: () => Promise<T>) => appel() };

it('des ouvertures demandées ensemble se font l’une après l’autre, une fois faits les premiers pas de la précédente', async () => {
  const pouls = prendrePouls();
  const { situer } = pouls.ecouter({ situer: () => new Promise<void>((fini) => setTimeout(fini, 40)) });
  const file = unParUn(pouls, direct, async () => undefined);
  const vus: string[] = [];
  const ouvrir = (nom: string) =>
    file.startWithDetails!(demande, async () => {
      vus.push(`${nom} pendant ${pouls.enCours().join() || 'rien'}`);
      void situer();
      return { runId: nom, eagerlyStarted: false };
    });
  const ouverts = await Promise.all([ouvrir('a'), ouvrir('b'), ouvrir('c')]);
  expect(ouverts.map(({ runId }) => runId)).toEqual(['a', 'b', 'c']);
  expect(vus).toEqual(['a pendant rien', 'b pendant rien', 'c pendant rien']);
});

it('une ouverture refusée le dit à son auteur et n’arrête pas les suivantes', async () => {
  const file = unParUn(prendrePouls(), direct, async () => undefined);
  const refusee = file.startWithDetails!(demande, () => Promise.reject(new Error('refus')));
  const suivante = file.startWithDetails!(demande, async () => ({ runId: 'suivante', eagerlyStarted: false }));
  await expect(refusee).rejects.toThrow('refus');
  expect((await suivante).runId).toBe('suivante');
});

it('un serveur arrêté après une ouverture n’en fait pas une panne, et n’arrête pas les suivantes', async () => {
  const file = unParUn(prendrePouls(), direct, () => Promise.reject(new Error('Channel has been shut down')));
  await file.startWithDetails!(demande, async () => ({ runId: 'une', eagerlyStarted: false }));
  await new Promise((fini) => setTimeout(fini, 60));
  const suivante = await file.startWithDetails!(demande, async () => ({ runId: 'suivante', eagerlyStarted: false }));
  expect(suivante.runId).toBe('suivante');
});
