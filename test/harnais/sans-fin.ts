import { monterBanc } from '../../client/local/banc';
import { cheminChromium, ouvrirNavigateur } from '../outils/navigateur';
import { monterPileDeTest } from '../outils/pile';

/**
 * A test file that starts one of each (engines, worker, mail, browser), never ends and closes nothing. `jest.config.cjs` runs it, alone,
 * when JALON_ESSAI_SANS_FIN is set: see `harnais.test.ts`.
 */
jest.setTimeout(Number(process.env.JALON_ESSAI_SANS_FIN) * 1_000);

beforeAll(async () => {
  const pile = await monterPileDeTest();
  await pile.lancerWorker();
  await monterBanc({ registre: pile.registre, depart: new Date('2025-03-03T08:00:00Z') });
  if (cheminChromium !== null) await ouvrirNavigateur();
  process.stdout.write('tout est démarré\n');
}, 120_000);

it('ne finit jamais', () => new Promise(() => undefined));
