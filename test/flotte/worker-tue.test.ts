import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { ecouter } from '../../client/local/ecouter';
import { portLibre } from '../../client/local/ports';
import { lancerTournee } from '../../client/usages/lancer-tournee';
import { racine } from '../../commun/racine';
import { bilanTournee } from '../../registre';
import { courriers, envois } from '../../registre/schema';
import { peuplerFlotte } from '../outils/flotte';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';

jest.setTimeout(300_000);

const COMBIEN = 300;
const TOURNEE = { moment: 'OUVERTURE', mois: '2025-09' } as const;
const MIDI = Date.parse('2025-09-28T10:00:00Z');

/** A mail relay that takes its time, and remembers each Message-ID that it acknowledged. */
async function relaisLent(port: number): Promise<{ recus: string[]; arreter(): Promise<void> }> {
  const recus: string[] = [];
  const serveur = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, closeTimeout: 500 },
    onData(flux, _session, accuser) {
      let texte = '';
      flux.on('data', (morceau: Buffer) => {
        texte += morceau.toString('latin1');
      });
      flux.on('end', () => {
        recus.push(/^Message-ID: (\S+)/im.exec(texte)![1]!);
        setTimeout(() => accuser(null, 'recu'), 25);
      });
    },
  });
  await ecouter(serveur, port);
  return { recus, arreter: () => new Promise((fini) => serveur.close(() => fini())) };
}

describe('un worker tué au milieu d’une tournée', () => {
  let pile: PileDeTest;
  let relais: Awaited<ReturnType<typeof relaisLent>>;
  const workers: ChildProcess[] = [];

  const lancerWorker = async (): Promise<ChildProcess> => {
    const journal = openSync(pile.journalWorker, 'a');
    const ecart = String(MIDI - Date.now());
    const worker = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), 'test/flotte/worker-flotte.ts'], {
      cwd: racine,
      env: { ...process.env, ...pile.env, ESSAI_ECART_MS: ecart },
      stdio: ['ignore', journal, journal, 'ipc'],
    });
    closeSync(journal);
    workers.push(worker);
    await once(worker, 'message');
    return worker;
  };

  beforeAll(async () => {
    const port = await portLibre();
    relais = await relaisLent(port);
    pile = await monterPileDeTest({ JALON_SMTP_URL: `smtp://127.0.0.1:${port}` });
    await peuplerFlotte(pile.registre, { combien: COMBIEN });
  });
  afterAll(async () => {
    for (const worker of workers) await pile?.tuer(worker);
    await pile?.fermer();
    await relais?.arreter();
  });

  it('la tournée reprend où elle était : personne n’est oublié, seuls les incertains ont pu recevoir deux fois', async () => {
    const premier = await lancerWorker();
    const id = await lancerTournee(pile.client, TOURNEE.moment, TOURNEE.mois);
    await attendreQue('une soixantaine de courriers sont partis', async () => relais.recus.length >= 60, 60_000);
    await pile.tuer(premier);
    expect(relais.recus.length).toBeLessThan(COMBIEN);
    await lancerWorker();

    const poignee = pile.client.workflow.getHandle(id);
    await attendreQue(
      'la tournée est finie',
      async () => (await poignee.describe()).status.name === 'COMPLETED',
      200_000,
    );
    expect(await bilanTournee(pile.registre, TOURNEE)).toEqual({ PARTI: COMBIEN });

    const lettres = await pile.registre.db.select().from(courriers);
    const essais = await pile.registre.db.select().from(envois);
    const incertains = new Set(lettres.filter((l) => l.incertain).map((l) => l.cle));
    expect(incertains.size).toBeGreaterThan(0);
    const fois = new Map<string, number>();
    for (const messageId of relais.recus) fois.set(messageId, (fois.get(messageId) ?? 0) + 1);
    for (const { cle } of lettres) {
      const siens = essais.filter((e) => e.cle === cle);
      expect(new Set(siens.map((e) => e.messageId)).size).toBe(1);
      const recus = fois.get(siens[0]!.messageId) ?? 0;
      expect(recus).toBeGreaterThanOrEqual(1);
      expect(recus).toBeLessThanOrEqual(incertains.has(cle) ? 2 : 1);
    }
    const histoire = JSON.stringify(await poignee.fetchHistory());
    for (const nom of ['ersonne1@', 'uvrard', '01 99']) expect(histoire.includes(nom)).toBe(false);
  });
});
