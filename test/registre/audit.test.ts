import { scellerAudit, tracer, verifierAudit } from '../../registre';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const quand = new Date('2026-01-12T08:00:00Z');
let banc: RegistreDeTest;
beforeEach(async () => {
  banc = await ouvrirRegistreDeTest();
});
afterEach(() => banc?.fermer());

const ecrire = (auteur: string, details = {}) =>
  tracer(banc.registre, { numero: null, auteur, acte: 'VOIR', details }, quand);
/** As an owner of the database would, triggers put aside. */
const enForce = async (ordre: string) => {
  const client = await banc.registre.pool.connect();
  await client.query("SET session_replication_role = 'replica'").then(() => client.query(ordre));
  await client.query("SET session_replication_role = 'origin'");
  client.release();
};

it('une ligne écrite ne se change, ne s’efface ni ne se vide, son sceau non plus', async () => {
  await ecrire('a');
  await scellerAudit(banc.registre);
  for (const ordre of [
    "UPDATE audit SET auteur = 'b'",
    'DELETE FROM audit',
    'TRUNCATE audit CASCADE',
    "UPDATE sceaux SET empreinte = 'x'",
    'DELETE FROM sceaux',
    'TRUNCATE sceaux',
  ])
    await expect(banc.registre.pool.query(ordre)).rejects.toMatchObject({ code: '42501' });
  expect(await verifierAudit(banc.registre)).toMatchObject({ scellees: 1, fautes: [] });
});

it('la chaîne se suit d’un sceau à l’autre, et dit ce qui attend le sien', async () => {
  expect(await verifierAudit(banc.registre)).toEqual({
    scellees: 0,
    enAttente: 0,
    tete: null,
    connue: null,
    fautes: [],
  });
  await ecrire('a', { b: 1, a: { d: [1, 2], c: null } });
  await ecrire('b');
  expect(await Promise.all([scellerAudit(banc.registre), scellerAudit(banc.registre)])).toEqual(
    expect.arrayContaining([2, 0]),
  );
  const { tete } = await verifierAudit(banc.registre);
  await ecrire('c');
  expect(await verifierAudit(banc.registre)).toMatchObject({ scellees: 2, enAttente: 1, tete, fautes: [] });
  expect(await scellerAudit(banc.registre)).toBe(1);
  expect(await verifierAudit(banc.registre, tete!)).toMatchObject({
    scellees: 3,
    enAttente: 0,
    connue: true,
    fautes: [],
  });
});

it('une ligne changée, retirée, glissée hors de la chaîne est nommée ; une fin coupée aussi, pour qui en a gardé l’empreinte', async () => {
  for (const auteur of ['a', 'b', 'c', 'd']) await ecrire(auteur);
  await scellerAudit(banc.registre);
  const { tete } = await verifierAudit(banc.registre);
  await enForce("UPDATE audit SET auteur = 'z' WHERE auteur = 'b'");
  await enForce("DELETE FROM audit WHERE auteur = 'c'");
  await enForce("INSERT INTO audit (quand, auteur, acte, details) VALUES (now(), 'e', 'VOIR', '{}')");
  const { fautes } = await verifierAudit(banc.registre);
  expect(fautes).toEqual([
    { faute: 'CHANGEE', rang: 2, trace: 2 },
    { faute: 'ABSENTE', rang: 3, trace: 3 },
    { faute: 'HORS_CHAINE', rang: null, trace: 5 },
  ]);
  await enForce('DELETE FROM sceaux WHERE rang IN (1, 4)');
  const coupee = await verifierAudit(banc.registre, tete!);
  expect(coupee.connue).toBe(false);
  expect(coupee.fautes).toContainEqual({ faute: 'ABSENTE', rang: 1, trace: null });
});
