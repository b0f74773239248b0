import { prendrePouls } from './pouls';

it('compte les activités en cours, nomme la dernière finie et mesure le silence', async () => {
  let maintenant = 0;
  const pouls = prendrePouls(() => maintenant);
  const fins: (() => void)[] = [];
  const { remettre, rater } = pouls.ecouter({
    remettre: () => new Promise<string>((finir) => fins.push(() => finir('parti'))),
    rater: async () => {
      throw new Error('non');
    },
  });
  const [une, autre] = [remettre(), remettre()];
  expect(pouls.enCours()).toEqual(['remettre × 2']);
  maintenant = 400;
  expect(pouls.silenceMs()).toBe(400);
  fins[0]!();
  expect(await une).toBe('parti');
  expect([pouls.enCours(), pouls.derniere(), pouls.silenceMs()]).toEqual([['remettre'], 'remettre', 0]);
  await expect(rater()).rejects.toThrow('non');
  expect([pouls.enCours(), pouls.derniere()]).toEqual([['remettre'], 'rater']);
  fins[1]!();
  await autre;
  expect(pouls.enCours()).toEqual([]);
});
