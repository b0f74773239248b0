import type { Numero } from '../../domain/dossier/numero';
import { creerRendezVous, inscrireRebond, refusSubis } from '../../registre';
import { type BancDeRemise, cleDe, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());
beforeEach(() => {
  banc.relais.recus.length = 0;
  banc.relais.humeur = () => 'PREND';
});

const LE_3_MARS = '2025-03-03T09:00:00.000Z';
const LE_17_MARS = '2025-03-17T09:00:00.000Z';
const A_10H = '2025-03-17T10:00:00.000Z';
const C02 = { code: 'C02_RAPPEL_REFLEXION', base: '2025-03-24-7' };
const identite = { telephone: '06 39 98 00 01' };

const ouvrir = () => banc.ouvrir(LE_3_MARS, { identite });
const refuser = (rcpt: number, mots: string) => {
  banc.relais.humeur = () => ({ rcpt, mots });
};
const libelles = async (numero: Numero) => {
  const { rows } = await banc.base.registre.pool.query('SELECT libelle FROM taches WHERE numero = $1', [numero]);
  return rows.map((r: { libelle: string }) => r.libelle);
};

describe('un serveur refuse l’e-mail', () => {
  it('par notre faute : il attend, personne n’est dérangé, et les opérateurs le savent au second dossier', async () => {
    const { registre } = banc.base;
    refuser(550, '5.7.26 SPF of the sender failed for alix@example.org');
    const [une, autre] = [await ouvrir(), await ouvrir()];
    await expect(banc.remettre(une, C02, LE_17_MARS)).rejects.toMatchObject({ type: 'COURRIER_NON_REMIS' });
    expect(await banc.envois(une, C02)).toEqual(['EMAIL ECHEC']);
    expect(await banc.lire(une, C02)).toMatchObject({ statut: 'A_REPRENDRE' });
    expect(await refusSubis(registre, new Date(A_10H))).toBeNull();
    await expect(banc.remettre(autre, C02, LE_17_MARS)).rejects.toMatchObject({ type: 'COURRIER_NON_REMIS' });
    expect(await refusSubis(registre, new Date(A_10H))).toEqual({
      dossiers: 2,
      motifs: ['réponse SMTP 550 5.7.26 à RCPT TO'],
    });
    expect([...(await banc.taches(une)), ...(await banc.taches(autre)), ...banc.sms()]).toEqual([]);

    banc.relais.humeur = () => 'PREND';
    for (const numero of [une, autre]) await banc.remettre(numero, C02, A_10H);
    expect(await banc.envois(une, C02)).toEqual(['EMAIL PARTI']);
    expect(await refusSubis(registre, new Date(A_10H))).toBeNull();
  });

  it('parce que la lettre est trop grosse : elle prend le canal suivant, l’adresse n’y est pour rien', async () => {
    refuser(552, '5.3.4 message too big');
    const numero = await ouvrir();
    expect(await banc.remettre(numero, C02, LE_17_MARS)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.remettre(numero, C02, A_10H)).toMatchObject({ statut: 'PARTI' });
    expect(await banc.envois(numero, C02)).toEqual(['EMAIL REJETE', 'SMS PARTI']);
    expect(await libelles(numero)).toEqual([]);
  });

  it('parce que la boîte est pleine : la tâche le dit', async () => {
    refuser(552, '5.2.2 over quota');
    const numero = await ouvrir();
    await banc.remettre(numero, C02, LE_17_MARS);
    expect(await banc.envois(numero, C02)).toEqual(['EMAIL REJETE', 'SMS PARTI']);
    expect(await libelles(numero)).toEqual([
      'Demander l’adresse e-mail de la personne : celle du dossier ne prend plus de message, sa boîte étant pleine ou fermée.',
    ]);
  });
});

it('revenu par notre faute, il repart plus tard par le même canal sous le même Message-ID, puis par un autre', async () => {
  const { registre } = banc.base;
  const numero = await ouvrir();
  await banc.remettre(numero, C02, LE_17_MARS);
  const [{ messageId } = { messageId: '' }] = banc.relais.recus;
  const rebond = { messageIds: ['<autre@example.org>', messageId], cle: null, destinataires: [], code: '5.7.1' };
  const revenir = (tort: 'NOUS' | 'ADRESSE') =>
    inscrireRebond(registre, { ...rebond, sorte: 'DEFINITIF', tort }, new Date(A_10H));

  expect(await revenir('NOUS')).toMatchObject({ suite: 'EMPECHE', numero, minutes: 15, aRenvoyer: { code: C02.code } });
  expect(await banc.lire(numero, C02)).toMatchObject({ statut: 'A_REPRENDRE', partiLe: null });
  await banc.remettre(numero, C02, A_10H, { renvoi: true });
  expect(await banc.envois(numero, C02)).toEqual(['EMAIL REJETE', 'EMAIL PARTI']);
  expect(banc.relais.recus.map((m) => m.messageId)).toEqual([messageId, messageId]);
  expect(await banc.taches(numero)).toEqual([]);

  expect(await revenir('NOUS')).toMatchObject({ suite: 'EMPECHE', minutes: 60 });
  // As often as a letter that came back is tried, and no more.
  for (let tour = 3; tour <= 13; tour++) {
    await banc.remettre(numero, C02, A_10H, { renvoi: true });
    await revenir('NOUS');
  }
  expect(await revenir('NOUS')).toMatchObject({ suite: 'REJETE', minutes: 0 });
  await banc.remettre(numero, C02, A_10H, { renvoi: true });
  expect((await banc.envois(numero, C02)).slice(-2)).toEqual(['EMAIL REJETE', 'SMS PARTI']);
  expect(await libelles(numero)).toEqual([]);
});

describe('l’adresse de l’expéditeur change de domaine', () => {
  it('un courrier déjà tenté garde son Message-ID', async () => {
    banc.relais.humeur = () => ({ data: 451 });
    const numero = await ouvrir();
    await expect(banc.remettre(numero, C02, LE_17_MARS)).rejects.toThrow();
    banc.relais.humeur = () => 'PREND';
    await banc.remettre(numero, C02, A_10H, { domaine: 'neuf.example.org' });
    const ids = banc.relais.recus.map((m) => m.messageId);
    expect(new Set(ids).size).toBe(1);
    expect((await banc.lire(numero, C02)).envois[0]!.messageId).toBe(ids[0]);
    expect(cleDe(numero, C02)).toContain('C02');
  });

  it('l’annulation d’un rendez-vous porte l’UID de sa première invitation', async () => {
    const { registre } = banc.base;
    const numero = await ouvrir();
    const cadre = { mode: 'PRESENTIEL', lieu: null, lien: null, intitule: null, dureeMinutes: 60 } as const;
    const id = '0123456789abcdef';
    const debut = '2025-03-20T09:00:00.000Z';
    await creerRendezVous(registre, { id, numero, sorte: 'SUIVI', debut, ...cadre }, 'essai', new Date(LE_3_MARS));
    const base = `2025-03-20-${id}-0`;
    await banc.remettre(numero, { code: 'RDV_CONVOCATION', base }, LE_3_MARS);
    await registre.pool.query(`UPDATE rendez_vous SET statut = 'ANNULE', sequence = 1, clos_le = now() WHERE id = $1`, [
      id,
    ]);
    const annule = { code: 'RDV_ANNULE', base: `2025-03-20-${id}-1` };
    await banc.remettre(numero, annule, LE_3_MARS, { domaine: 'neuf.example.org' });
    const uids = banc.relais.recus.map((m) => /^UID:(.*)\r?$/m.exec(texteIcs(m.mail.attachments))?.[1]);
    expect(uids).toEqual([`rdv-${id}@example.org`, `rdv-${id}@example.org`]);
  });
});

const texteIcs = (pieces: readonly { contentType: string; content: Buffer }[]): string =>
  pieces.find((p) => /calendar|ics/.test(p.contentType))?.content.toString('utf8') ?? '';
