import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monterBanc } from '../../client/local/banc';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres } from '../../client/local/postgres';
import { cheminChromium, ouvrirNavigateur } from '../outils/navigateur';
import { monterPileDeTest } from '../outils/pile';

/**
 * A test file that starts one of each (engines, worker, mail, register, browser), never ends and closes nothing. `jest.config.cjs` runs it, alone,
 * when JALON_ESSAI_SANS_FIN is set: see `harnais.test.ts`.
 */
jest.setTimeout(Number(process.env.JALON_ESSAI_SANS_FIN) * 1_000);

beforeAll(async () => {
  const pile = await monterPileDeTest();
  await pile.lancerWorker();
  await monterBanc({ registre: pile.registre, depart: new Date('2025-03-03T08:00:00Z') });
  const dossier = mkdtempSync(join(tmpdir(), 'jalon-pg-'));
  // Under root, PostgreSQL runs as another account, which must get through.
  chmodSync(dossier, 0o711);
  await demarrerPostgres({ dossier, port: await portLibre(), durable: false });
  if (cheminChromium !== null) await ouvrirNavigateur();
  process.stdout.write('tout est démarré\n');
}, 120_000);

it('ne finit jamais', () => new Promise(() => undefined));
