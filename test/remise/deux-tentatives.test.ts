import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

const QUAND = '2025-03-17T09:00:00.000Z';
const C02 = { code: 'C02_RAPPEL_REFLEXION', base: '2025-03-24-7' };
/** By post and by e-mail. */
const C01 = { code: 'C01_PROPOSITION', base: '2025-03-03' };

/**
 * The engine takes a worker for dead that was only frozen, or far from it, and gives its letter to another: two of them hold it, and
 * which one is late is anyone's guess.
 */
describe('une lettre que deux workers tiennent', () => {
  let banc: BancDeRemise;
  beforeEach(async () => {
    banc = await monterBancDeRemise();
  });
  afterEach(() => banc?.fermer());

  /** While the relay holds the message of the first one, before it answers. */
  const pendantLaRemise = (faire: () => Promise<unknown>) => {
    banc.relais.avantReponse = async () => {
      banc.relais.avantReponse = async () => undefined;
      await faire();
    };
  };
  const messageIds = () => new Set(banc.relais.recus.map((m) => m.messageId)).size;

  it('part deux fois sous un Message-ID, et c’est dit', async () => {
    const numero = await banc.ouvrir(QUAND);
    pendantLaRemise(() => banc.remettre(numero, C02, QUAND));
    expect(await banc.remettre(numero, C02, QUAND)).toMatchObject({ statut: 'PARTI' });
    expect([banc.relais.recus.length, messageIds()]).toEqual([2, 1]);
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'PARTI', incertain: true });
    expect(await banc.envois(numero, C02)).toEqual(['EMAIL PARTI', 'EMAIL PARTI']);
  });

  it('reste partie, et incertaine, quand le premier apprend trop tard que la sienne est refusée', async () => {
    const numero = await banc.ouvrir(QUAND);
    pendantLaRemise(async () => {
      await banc.remettre(numero, C02, QUAND);
      banc.relais.humeur = () => ({ data: 451 });
    });
    await expect(banc.remettre(numero, C02, QUAND)).rejects.toThrow(/451/);
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'PARTI', incertain: true });
    banc.relais.humeur = () => 'PREND';
    expect(await banc.remettre(numero, C02, QUAND)).toMatchObject({ statut: 'PARTI' });
    expect(banc.relais.recus).toHaveLength(2);
  });

  it('est incertaine quand les deux échouent, et que le relais a pourtant pris celle du premier', async () => {
    const numero = await banc.ouvrir(QUAND);
    pendantLaRemise(async () => {
      banc.relais.humeur = () => ({ rcpt: 451 });
      await banc.remettre(numero, C02, QUAND).catch(() => undefined);
      banc.relais.humeur = () => 'COUPE';
    });
    await expect(banc.remettre(numero, C02, QUAND)).rejects.toThrow();
    banc.relais.humeur = () => 'PREND';
    expect(await banc.remettre(numero, C02, QUAND)).toMatchObject({ statut: 'PARTI' });
    expect([banc.relais.recus.length, messageIds()]).toEqual([2, 1]);
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'PARTI', incertain: true });
  });

  it('ne part pas par le worker qui se réveille une fois qu’elle est partie', async () => {
    const numero = await banc.ouvrir(QUAND);
    await banc.remettre(numero, C02, QUAND);
    expect(await banc.remettre(numero, C02, QUAND)).toMatchObject({ statut: 'PARTI' });
    expect(banc.relais.recus).toHaveLength(1);
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'PARTI', incertain: false });
  });

  it('n’est posée qu’une fois au bureau de poste', async () => {
    const numero = await banc.ouvrir(QUAND);
    pendantLaRemise(() => banc.remettre(numero, C01, QUAND));
    await banc.remettre(numero, C01, QUAND);
    expect(await banc.lire(numero, C01)).toMatchObject({ statut: 'PARTI', incertain: true });
    expect(banc.poste()).toHaveLength(1);
    expect(messageIds()).toBe(1);
  });
});
