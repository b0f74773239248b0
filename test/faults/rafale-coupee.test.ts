import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portLibre } from '../../client/local/ports';
import { demarrerPostgres, type PostgresLocal } from '../../client/local/postgres';
import { cheminBase } from '../../client/local/postgres/donnees';
import { estVivant } from '../../client/local/processus';
import { migrer, ouvrirRegistre, type Registre } from '../../registre';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';
import { attendreRafale, fautesDeRafale, ouvrirRafale, recusParId, releverRafale } from '../outils/rafale';
import { administrer } from '../outils/serveur-registre';

jest.setTimeout(300_000);

/** What one worker holds of the letters' queue (worker/creer.ts). */
const EN_MAIN = 10;
const RAFALE = 150;
/** Fifteen seconds, where a worker has its first letter out in four; a busy machine is slower at both. */
const SILENCE_MAX_MS = 15_000;
const SILENCE_MAX_EN_DEMARRAGES = 4;

describe('des pannes au milieu d’une rafale de cent cinquante courriers', () => {
  let dossier: string;
  let postgres: PostgresLocal;
  let registre: Registre;
  let pile: PileDeTest;
  let relancer: () => Promise<void>;
  let numeros: string[] = [];
  let avant = { silence: 0, doubles: 0, incertains: 0 };
  let silenceMax = SILENCE_MAX_MS;

  beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'jalon-rafale-'));
    // Under root, PostgreSQL runs as another account, which must get through.
    await chmod(dossier, 0o711);
    const options = { dossier, port: await portLibre(), durable: false };
    relancer = async () => {
      postgres = await demarrerPostgres(options);
    };
    await relancer();
    await migrer(postgres.url);
    registre = ouvrirRegistre(postgres.url);
    const base = { registre, url: postgres.url, fermer: () => registre.fermer() };
    pile = await monterPileDeTest({ JALON_JOURNAL: 'warn' }, [], base);
  });
  afterAll(async () => {
    await pile?.fermer();
    await postgres?.arreter();
    rmSync(dossier, { recursive: true, force: true });
  });

  const recus = () => readdirSync(pile.boite).filter((nom) => nom.endsWith('.eml'));
  const recusDepuis = (debut: number) =>
    recus()
      .map((nom) => statSync(join(pile.boite, nom)).mtimeMs)
      .filter((instant) => instant >= debut)
      .sort((a, b) => a - b);
  const attendreRecus = (combien: number) =>
    attendreQue('des courriers arrivent', async () => recus().length >= combien, 120_000);

  /** What came of a fault: longest silence of the mailbox since, letters doubled and uncertain so far. */
  async function suites(depuis: number) {
    const instants = [depuis, ...recusDepuis(depuis)];
    const silences = instants.slice(1).map((instant, rang) => instant - instants[rang]!);
    const { rows } = await registre.pool.query<{ n: number }>(
      'select count(*)::int as n from courriers where incertain',
    );
    return {
      silence: Math.max(...silences),
      doubles: [...(await recusParId(pile.boite)).values()].reduce((total, fois) => total + fois - 1, 0),
      incertains: rows[0]!.n,
    };
  }

  /** In the middle of the burst: a fault after its end would show nothing. */
  async function attendreEncore(combien: number) {
    await attendreRecus(recus().length + combien);
    expect(recus().length).toBeLessThan(RAFALE);
  }

  it('un worker sur deux est tué : la file repart aussitôt, seul ce qu’il tenait peut être doublé, et le dit', async () => {
    numeros = await ouvrirRafale(pile, RAFALE);
    const debut = Date.now();
    const [tue] = await Promise.all([pile.lancerWorker(), pile.lancerWorker()]);
    await attendreEncore(1);
    silenceMax = Math.max(SILENCE_MAX_MS, SILENCE_MAX_EN_DEMARRAGES * (Date.now() - debut));
    await attendreEncore(24);
    await pile.tuer(tue);
    const mort = Date.now();
    await attendreEncore(30);
    avant = await suites(mort);
    expect(avant.silence).toBeLessThan(silenceMax);
    expect(avant.doubles).toBeLessThanOrEqual(EN_MAIN);
    expect(avant.incertains).toBeLessThanOrEqual(EN_MAIN);
  });

  it('les connexions au registre sont coupées trois fois : le worker vit, les courriers partent', async () => {
    const debut = Date.now();
    for (let fois = 0; fois < 3; fois += 1) {
      await administrer(
        postgres.url,
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jalon' and pid <> pg_backend_pid()",
      );
      await attendreEncore(8);
    }
    const { silence, incertains } = await suites(debut);
    expect(silence).toBeLessThan(silenceMax);
    expect(incertains - avant.incertains).toBeLessThanOrEqual(2 * EN_MAIN);
    expect(readFileSync(pile.journalWorker, 'utf8')).not.toMatch(/Unhandled|ne s’arrête|"level":60/);
  });

  it('PostgreSQL est tué et relancé : le worker vit, rien n’est perdu, et la file repart', async () => {
    const pid = Number(readFileSync(join(cheminBase(dossier), 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await attendreQue('PostgreSQL est mort', async () => !estVivant(pid), 10_000);
    await relancer();
    const rendu = Date.now();
    const lettres = await attendreRafale(pile, numeros, 150_000);
    const { silence, doubles, incertains } = await suites(rendu);
    expect(fautesDeRafale(await releverRafale(pile, lettres))).toEqual([]);
    expect(silence).toBeLessThan(silenceMax);
    // What the dead worker held, and what the other one held at each cut.
    expect([doubles, incertains].map((n) => n <= 3 * EN_MAIN)).toEqual([true, true]);
  });

  it('un worker démarré sans registre l’attend, le dit, et se met au travail à son retour', async () => {
    await postgres.arreter();
    const pret = pile.lancerWorker();
    await attendreQue(
      'il le dit',
      async () => readFileSync(pile.journalWorker, 'utf8').includes('le registre ne répond pas encore'),
      60_000,
    );
    await relancer();
    expect((await pret).exitCode).toBeNull();
  });
});
