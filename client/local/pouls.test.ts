import { calme, prendrePouls } from './pouls';

it('compte les activités en cours et les battements, nomme la dernière finie', async () => {
  const pouls = prendrePouls();
  const fins: (() => void)[] = [];
  const { remettre, rater } = pouls.ecouter({
    remettre: () => new Promise<string>((finir) => fins.push(() => finir('parti'))),
    rater: async () => {
      throw new Error('non');
    },
  });
  const [une, autre] = [remettre(), remettre()];
  expect(pouls.enCours()).toEqual(['remettre × 2']);
  expect(pouls.battements()).toBe(2);
  fins[0]!();
  expect(await une).toBe('parti');
  expect([pouls.enCours(), pouls.derniere(), pouls.battements()]).toEqual([['remettre'], 'remettre', 3]);
  await expect(rater()).rejects.toThrow('non');
  expect([pouls.enCours(), pouls.derniere()]).toEqual([['remettre'], 'rater']);
  fins[1]!();
  await autre;
  expect(pouls.enCours()).toEqual([]);
});

it('le calme attend la fin de ce qui est en cours, et ce qui vient après que le serveur a répondu', async () => {
  const pouls = prendrePouls();
  const vus: string[] = [];
  const { agir } = pouls.ecouter({
    agir: async (nom: string) => {
      await new Promise((fini) => setTimeout(fini, 30));
      vus.push(nom);
    },
  });
  let suite: Promise<void> | null = null;
  const premier = agir('premier');
  // A slow answer: what follows begins during the second one, long after the first has ended.
  let reponses = 0;
  const interroger = async () => {
    reponses += 1;
    await new Promise((fini) => setTimeout(fini, 60));
    if (reponses === 2) suite = agir('suite');
  };
  await calme(pouls, interroger, 5_000);
  expect(vus).toEqual(['premier', 'suite']);
  await Promise.all([premier, suite]);
});

it('le calme ne dure pas plus que sa limite quand quelque chose reste en cours', async () => {
  const pouls = prendrePouls();
  let finir!: () => void;
  const { agir } = pouls.ecouter({ agir: () => new Promise<void>((fini) => (finir = fini)) });
  const longue = agir();
  await calme(pouls, async () => undefined, 100);
  expect(pouls.enCours()).toEqual(['agir']);
  finir();
  await longue;
});
