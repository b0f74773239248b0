import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { lireMessage, lirePieceJointe, listerMessages } from './boite';
import { demarrerBoite, type ServeurBoite } from './serveur-boite';

let dossier: string;
let boite: ServeurBoite;
beforeEach(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-boite-'));
  boite = await demarrerBoite({ dossier, port: 0 });
});
afterEach(async () => {
  await boite.arreter();
  rmSync(dossier, { recursive: true });
});

async function poster(subject: string, date: string): Promise<void> {
  const transport = createTransport(boite.url);
  await transport.sendMail({
    from: 'Agence de Lyon <agence@example.org>',
    to: 'Aliénor Lumière <alienor@example.org>',
    subject,
    date: new Date(date),
    text: 'Bonjour,\nvotre délai se termine bientôt.',
    html: '<p>Bonjour</p>',
    attachments: [{ filename: 'lettre.pdf', content: Buffer.from('%PDF-1.7 essai'), contentType: 'application/pdf' }],
  });
  transport.close();
}

it('un message remis est gardé entier et se relit avec sa pièce jointe', async () => {
  await poster('Votre délai de réflexion', '2026-03-03T08:00:00Z');
  const [message] = await listerMessages(dossier);
  expect(message).toMatchObject({
    from: '"Agence de Lyon" <agence@example.org>',
    to: '"Aliénor Lumière" <alienor@example.org>',
    subject: 'Votre délai de réflexion',
    date: '2026-03-03T08:00:00.000Z',
    attachments: [{ filename: 'lettre.pdf', contentType: 'application/pdf', size: 14 }],
    html: '<p>Bonjour</p>',
  });
  expect(message!.texte).toContain('se termine bientôt');
  const piece = await lirePieceJointe(dossier, message!.id, 0);
  expect(piece!.contenu.toString()).toBe('%PDF-1.7 essai');
  expect(readdirSync(dossier)).toEqual([`${message!.id}.eml`]);
});

it('les messages sont rangés par date', async () => {
  await poster('second', '2026-03-04T08:00:00Z');
  await poster('premier', '2026-03-03T08:00:00Z');
  expect((await listerMessages(dossier)).map((m) => m.subject)).toEqual(['premier', 'second']);
});

it('un identifiant qui n’est pas des nôtres ne lit aucun fichier', async () => {
  expect(await lireMessage(dossier, '../cles-codec')).toBeNull();
  expect(await lireMessage(dossier, 'absent')).toBeNull();
  expect(await listerMessages(join(dossier, 'absent'))).toEqual([]);
});

it('un port pris est dit avec le réglage à changer', async () => {
  const { port } = new URL(boite.url);
  await expect(demarrerBoite({ dossier, port: Number(port) })).rejects.toThrow(/JALON_SMTP_PORT/);
});
