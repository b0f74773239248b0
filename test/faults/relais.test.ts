import { type BancDeRemise, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());
beforeEach(() => {
  banc.relais.recus.length = 0;
  banc.relais.humeur = () => 'PREND';
});

const QUAND = '2025-03-17T09:00:00.000Z';
const C02 = { code: 'C02_RAPPEL_REFLEXION', base: '2025-03-24-7' };
const PAS_REMIS = { type: 'COURRIER_NON_REMIS' };

describe('le relais prend le message, puis coupe avant de répondre', () => {
  it('le courrier est incertain, repart sous le même Message-ID, et le registre le dit', async () => {
    const numero = await banc.ouvrir(QUAND);
    banc.relais.humeur = () => 'COUPE';
    await expect(banc.remettre(numero, C02, QUAND)).rejects.toMatchObject(PAS_REMIS);
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'EN_REMISE', partiLe: null });
    banc.relais.humeur = () => 'PREND';
    expect(await banc.remettre(numero, C02, QUAND)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'PARTI', incertain: true });
    expect(await banc.envois(numero, C02)).toEqual(['EMAIL INCERTAIN', 'EMAIL PARTI']);
    expect(banc.relais.recus).toHaveLength(2);
    expect(new Set(banc.relais.recus.map((m) => m.messageId)).size).toBe(1);
    expect(await banc.taches(numero)).toEqual([]);
  });

  it('deux fois de suite, il est toujours le même courrier', async () => {
    const numero = await banc.ouvrir(QUAND);
    banc.relais.humeur = () => 'COUPE';
    for (const _essai of [1, 2]) await banc.remettre(numero, C02, QUAND).catch(() => undefined);
    banc.relais.humeur = () => 'PREND';
    await banc.remettre(numero, C02, QUAND);
    expect(await banc.envois(numero, C02)).toEqual(['EMAIL INCERTAIN', 'EMAIL INCERTAIN', 'EMAIL PARTI']);
    expect(new Set(banc.relais.recus.map((m) => m.messageId)).size).toBe(1);
  });
});

it('un relais lent : le courrier est daté de sa remise, non de la demande', async () => {
  const numero = await banc.ouvrir(QUAND);
  banc.relais.avantReponse = async () => {
    banc.passeMs = 73_000;
  };
  const remisLe = new Date(Date.parse(QUAND) + 73_000);
  try {
    expect(await banc.remettre(numero, C02, QUAND)).toEqual({ statut: 'PARTI', le: remisLe.toISOString() });
    const { partiLe, envois } = await banc.lire(numero, C02);
    expect([partiLe, envois[0]!.acheveLe, envois[0]!.tenteLe]).toEqual([remisLe, remisLe, new Date(QUAND)]);
  } finally {
    banc.passeMs = 0;
    banc.relais.avantReponse = async () => undefined;
  }
});

describe('le relais met en liste grise', () => {
  it.each([450, 451, 421])(
    'un refus %i n’est ni un doute ni un rejet : le courrier repart et n’arrive qu’une fois',
    async (code) => {
      const numero = await banc.ouvrir(QUAND);
      banc.relais.humeur = () => ({ rcpt: code });
      for (const _essai of [1, 2]) await expect(banc.remettre(numero, C02, QUAND)).rejects.toMatchObject(PAS_REMIS);
      expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'A_REPRENDRE', incertain: false });
      banc.relais.humeur = () => 'PREND';
      expect(await banc.remettre(numero, C02, QUAND)).toMatchObject({ statut: 'PARTI' });
      expect((await banc.lire(numero, C02)).envois).toMatchObject([{ canal: 'EMAIL', statut: 'PARTI', tentatives: 3 }]);
      expect(banc.relais.recus).toHaveLength(1);
      expect(await banc.taches(numero)).toEqual([]);
    },
  );
});

it('un destinataire refusé parmi beaucoup : lui seul change de canal, les autres reçoivent leur e-mail', async () => {
  const numeros: string[] = [];
  for (let rang = 0; rang < 12; rang += 1) {
    numeros.push(await banc.ouvrir(QUAND, { identite: { email: `personne${rang}@example.org` } }));
  }
  banc.relais.humeur = (adresse) => (adresse === 'personne7@example.org' ? { rcpt: 550 } : 'PREND');
  const issues = await Promise.all(numeros.map((numero) => banc.remettre(numero, C02, QUAND)));
  expect(new Set(issues.map((i) => i.statut))).toEqual(new Set(['PARTI']));
  expect(banc.relais.recus.map((m) => m.a).sort()).toEqual(
    numeros
      .map((_, rang) => `personne${rang}@example.org`)
      .filter((a) => a !== 'personne7@example.org')
      .sort(),
  );
  const envois = await Promise.all(numeros.map((numero) => banc.envois(numero, C02)));
  for (const [rang, siens] of envois.entries()) {
    expect(siens).toEqual(rang === 7 ? ['EMAIL REJETE', 'COURRIER PARTI'] : ['EMAIL PARTI']);
    const taches = await banc.taches(numeros[rang]!);
    expect(taches.filter((cle) => cle.startsWith('ADRESSE_REJETEE'))).toHaveLength(rang === 7 ? 1 : 0);
  }
});
