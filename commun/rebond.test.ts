import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from './racine';
import { lireRebond } from './rebond';

const MESSAGE_ID = '<0123456789abcdef0123456789abcdef01234567@example.org>';
const CLE = '2026-000001-01/C02_RAPPEL_REFLEXION/BENEFICIAIRE/2025-03-24-7';
const lire = (nom: string) => lireRebond(readFileSync(join(racine, 'test/rebonds', `${nom}.eml`)));
const echec = (code: string | null, cle: string | null = CLE) => ({
  messageId: MESSAGE_ID,
  cle,
  destinataires: ['eloise.oeuvrard@example.org'],
  sorte: 'DEFINITIF',
  code,
});

describe('un message revient', () => {
  it.each([
    ['postfix', echec('5.1.1')],
    ['exim', echec('5.2.1')],
    ['exchange', echec('5.1.10')],
    ['gmail', echec('5.1.1', null)],
    ['sans-rapport', echec(null)],
  ])('de %s', async (nom, attendu) => expect(await lire(nom)).toEqual(attendu));

  it('ou n’est que retardé', async () => {
    expect(await lire('retarde')).toEqual({ ...echec('4.4.1'), sorte: 'RETARDE' });
  });

  it('même précédé de la ligne « From » d’une boîte', async () => {
    const source = readFileSync(join(racine, 'test/rebonds/postfix.eml'));
    const deBoite = Buffer.concat([Buffer.from('From MAILER-DAEMON Mon Mar 24 09:00:02 2025\r\n'), source]);
    expect(await lireRebond(deBoite)).toEqual(echec('5.1.1'));
  });
});

describe('ce qui n’est pas un retour', () => {
  it.each(['absence', 'reponse'])('%s', async (nom) => expect(await lire(nom)).toBeNull());

  it('un accusé de ce qui est arrivé', async () => {
    const source = readFileSync(join(racine, 'test/rebonds/postfix.eml'), 'latin1');
    expect(await lireRebond(Buffer.from(source.replace('Action: failed', 'Action: delivered')))).toBeNull();
  });

  it('ce qui n’est pas un message', async () => expect(await lireRebond(Buffer.from('\0\0'))).toBeNull());
});

it('un refus devenu définitif après des jours d’essais en est un, quel que soit son code', async () => {
  const source = readFileSync(join(racine, 'test/rebonds/retarde.eml'), 'latin1');
  expect(await lireRebond(Buffer.from(source.replace('Action: delayed', 'Action: failed')))).toEqual(echec('4.4.1'));
});

it('un message joint comme pièce, et des champs repliés, se lisent de même', async () => {
  const source = readFileSync(join(racine, 'test/rebonds/exim.eml'), 'latin1')
    .replace('Content-type: message/rfc822', 'Content-type: message/rfc822\r\nContent-Disposition: attachment')
    .replace(/Message-ID: (<0123)/, 'Message-ID:\r\n $1');
  expect(await lireRebond(Buffer.from(source))).toEqual(echec('5.2.1'));
});
