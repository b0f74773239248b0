import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres, type PostgresLocal } from '../../client/local/postgres';
import { migrer, ouvrirRegistre } from '../../registre';
import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

const QUAND = '2025-03-17T09:00:00.000Z';
const C02 = { code: 'C02_RAPPEL_REFLEXION', base: '2025-03-24-7' };

describe('PostgreSQL redémarre', () => {
  let postgres: PostgresLocal;
  let banc: BancDeRemise;
  let dossier: string;
  let relancer: () => Promise<void>;
  beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'jalon-pg-'));
    // Under root, PostgreSQL runs as another account, which must get through.
    await chmod(dossier, 0o711);
    const options = { dossier, port: await portLibre(), durable: false };
    postgres = await demarrerPostgres(options);
    await migrer(postgres.url);
    const registre = ouvrirRegistre(postgres.url);
    banc = await monterBancDeRemise({ registre, url: postgres.url, fermer: () => registre.fermer() });
    relancer = async () => {
      postgres = await demarrerPostgres(options);
    };
  });
  afterAll(async () => {
    await banc?.fermer();
    await postgres?.arreter();
    rmSync(dossier, { recursive: true, force: true });
  });

  it('entre la remise et son inscription : le courrier est incertain, et repart sous le même Message-ID', async () => {
    const numero = await banc.ouvrir(QUAND);
    // It stops once the relay holds the letter, before the register can say so.
    banc.relais.avantReponse = () => postgres.arreter();
    await expect(banc.remettre(numero, C02, QUAND)).rejects.toThrow(/ECONNREFUSED|terminat|Connection/);
    banc.relais.avantReponse = async () => undefined;
    await expect(banc.remettre(numero, C02, QUAND)).rejects.toThrow(/ECONNREFUSED|terminat|Connection/);
    await relancer();

    expect(await banc.remettre(numero, C02, QUAND)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'PARTI', incertain: true });
    expect(await banc.envois(numero, C02)).toEqual(['EMAIL INCERTAIN', 'EMAIL PARTI']);
    expect(banc.relais.recus).toHaveLength(2);
    expect(new Set(banc.relais.recus.map((m) => m.messageId)).size).toBe(1);
  });

  it('avant la remise : rien n’est parti, et le courrier part une fois ensuite', async () => {
    banc.relais.recus.length = 0;
    const numero = await banc.ouvrir(QUAND);
    await postgres.arreter();
    await expect(banc.remettre(numero, C02, QUAND)).rejects.toThrow(/ECONNREFUSED|terminat|Connection/);
    expect(banc.relais.recus).toHaveLength(0);
    await relancer();
    await banc.remettre(numero, C02, QUAND);
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'PARTI', incertain: false });
    expect(banc.relais.recus).toHaveLength(1);
  });
});
