import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tort } from '../../domain/catalogue/tort';
import { racine } from '../racine';
import { lireRebond } from '.';

const MESSAGE_ID = '<0123456789abcdef0123456789abcdef01234567@example.org>';
const CLE = '2026-000001-01/C02_RAPPEL_REFLEXION/BENEFICIAIRE/2025-03-24-7';
const lire = (nom: string) => lireRebond(readFileSync(join(racine, 'test/rebonds', `${nom}.eml`)));
const echec = (code: string | null, cle: string | null = CLE, tort: Tort = 'ADRESSE') => ({
  messageIds: [MESSAGE_ID],
  cle,
  destinataires: ['eloise.oeuvrard@example.org'],
  sorte: 'DEFINITIF',
  code,
  tort,
});
/** What the daemons of the small reports below write to. */
const ALIX = { destinataires: ['alix.essai@example.org'] };

describe('un message revient', () => {
  it.each([
    ['postfix', echec('5.1.1')],
    ['exim', echec('5.2.1', CLE, 'BOITE')],
    ['exchange', echec('5.1.10')],
    ['gmail', echec('5.1.1', null)],
    ['sans-rapport', echec(null)],
  ])('de %s', async (nom, attendu) => expect(await lire(nom)).toEqual(attendu));

  it.each([
    ['espace-avant-deux-points', { ...echec('5.1.1'), ...ALIX }],
    ['expire', { ...echec(null), ...ALIX }],
    ['joint-sans-rapport', { ...echec('5.1.1'), ...ALIX }],
    ['texte-seul', { ...echec(null), ...ALIX }],
    ['sans-destinataire', { ...echec(null), destinataires: [] }],
    ['emetteur-refuse', { ...echec('5.7.26', CLE, 'NOUS'), ...ALIX }],
    ['message-trop-gros', { ...echec('5.3.4', CLE, 'LETTRE'), ...ALIX }],
  ])('sous la forme %s', async (nom, attendu) => expect(await lire(nom)).toEqual(attendu));

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
  expect(await lireRebond(Buffer.from(source))).toEqual(echec('5.2.1', CLE, 'BOITE'));
});

const source = (nom: string) =>
  readFileSync(join(racine, 'test/rebonds', `${nom}.eml`), 'latin1').replace(/\r\n/g, '\n');
const lireTexte = (texte: string, nul?: boolean) => lireRebond(Buffer.from(texte, 'latin1'), nul);

describe('sans rapport de remise', () => {
  it('un destinataire sans son type, une action inconnue de la norme', async () => {
    const large = source('expire')
      .replace('rfc822; alix', '<alix')
      .replace('org\nAction: expired', 'org>\nAction: Failure');
    expect(await lireTexte(large)).toEqual({ ...echec(null), ...ALIX });
  });

  it('des lignes finies par CR seul', async () => {
    expect(await lireTexte(source('texte-seul').replace(/\r?\n/g, '\r'))).toEqual({ ...echec(null), ...ALIX });
  });

  it('une copie citée, ou en base64', async () => {
    const [entete, corps] = [
      source('texte-seul').split('\n\n')[0]!,
      source('texte-seul').split('\n\n').slice(1).join('\n\n'),
    ];
    const cite = `${entete}\n\n${corps.replace(/^(?=[MX])/gm, '> ')}`;
    expect(await lireTexte(cite)).toEqual({ ...echec(null), ...ALIX });
    const base64 = Buffer.from(corps).toString('base64').replace(/.{76}/g, '$&\n');
    const code = `${entete}\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${base64}\n`;
    expect(await lireTexte(code)).toEqual({ ...echec(null), ...ALIX });
  });

  it('un démon qui cite seulement ce à quoi il répond', async () => {
    const court = source('texte-seul')
      .replace(/---[\s\S]*/, '')
      .replace('Subject', `References: ${MESSAGE_ID}\nSubject`);
    expect(await lireTexte(court)).toEqual({ ...echec(null, null), ...ALIX });
  });

  it('un démon qui s’écrit « post_master », sans autre trace de nous que ce à quoi il répond', async () => {
    const [entete, corps] = source('texte-seul').split('\n\n', 2);
    const sonEntete = entete!
      .replace('Return-Path: <>\n', '')
      .replace('MAILER-DAEMON@', 'post_master@')
      .replace('Subject', `In-Reply-To: ${MESSAGE_ID}\nSubject`);
    const lu = await lireTexte(`${sonEntete}\n\n${corps}\n550 - no such user here : alix.essai@example.org\n`);
    expect(lu).toEqual({ ...echec(null, null), ...ALIX });
  });

  it('un avertissement dit que le serveur essaie encore', async () => {
    const essaie = source('texte-seul').replace('Ce serveur abandonne', 'Your message has been delayed');
    expect(await lireTexte(essaie)).toMatchObject({ sorte: 'RETARDE', messageIds: [MESSAGE_ID] });
  });

  it('rien de nous dans ce qu’il rend : rien à lire', async () => {
    expect(await lireTexte(source('texte-seul').replace(/^(?:Message-ID|X-Jalon).*\n/gm, ''))).toBeNull();
  });
});

describe('un avis écrit en JSON', () => {
  const vise = {
    emailAddress: 'alix.essai@example.org',
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 user unknown',
  };
  const headers = [
    { name: 'Message-ID', value: MESSAGE_ID },
    { name: 'X-Jalon-Courrier', value: CLE },
  ];
  const avis = (notificationType: string, reste: object) =>
    JSON.stringify({ notificationType, ...reste, mail: { messageId: 'autre', headers } });
  const bounce = (bouncedRecipients: object[]) => avis('Bounce', { bounce: { bouncedRecipients } });
  const message = (corps: string) =>
    `From: SES <no-reply@example.net>\nSubject: avis\n\n${corps}\n\n--\nUn pied de page.\n`;
  const lu = { ...echec('5.1.1'), ...ALIX };

  it('seul, dans son enveloppe, ou coupé par un relais', async () => {
    const json = bounce([vise]);
    expect(await lireTexte(message(json))).toEqual(lu);
    const enveloppe = JSON.stringify({ Type: 'Notification', MessageId: 'x', Message: json }, null, 2);
    expect(await lireTexte(message(enveloppe))).toEqual(lu);
    expect(await lireTexte(message(json.replace('"status"', '!\n "status"')))).toEqual(lu);
  });

  it.each([
    ['une remise', avis('Delivery', { delivery: { recipients: ['alix.essai@example.org'] } })],
    ['une plainte', avis('Complaint', { complaint: { complainedRecipients: [vise] } })],
    ['une absence prise pour un rejet', bounce([{ emailAddress: 'alix.essai@example.org' }])],
    ['un objet sans rapport', '{"a": 1}'],
    ['du JSON mal formé', '{"notificationType": "Bounce"'],
  ])('%s ne dit rien de perdu', async (_quoi, corps) => expect(await lireTexte(message(corps))).toBeNull());
});

describe('ni une absence ni une plainte, même avec notre message', () => {
  const copie = source('texte-seul').replace(/[\s\S]*--- copie/, '--- copie');
  const personne = 'From: Alix <alix.essai@example.org>\nTo: retours@example.org\n';

  it.each([
    ['une absence marquée', `Return-Path: <>\n${personne}Auto-Submitted: auto-replied\nSubject: Re: essai\n\n${copie}`],
    ['une absence au seul objet', `Return-Path: <>\n${personne}Subject: Out of office\n\n${copie}`],
    [
      'une réponse sans retour qui cite son fil',
      `Return-Path: <>\n${personne}References: ${MESSAGE_ID}\nSubject: Re\n\nOui.`,
    ],
    [
      'une personne qui renvoie le message',
      `Return-Path: <alix.essai@example.org>\n${personne}Subject: Tr\n\n${copie}`,
    ],
    ['une plainte', source('message-trop-gros').replace('report-type=delivery-status', 'report-type=feedback-report')],
    [
      'un accusé de lecture',
      source('expire').replace('report-type=delivery-status', 'report-type=disposition-notification'),
    ],
  ])('%s', async (_quoi, texte) => expect(await lireTexte(texte)).toBeNull());

  it('l’enveloppe sans émetteur suffit quand le relais a ôté l’en-tête', async () => {
    const nu = `From: relais <relais@example.net>\nSubject: echec\n\n${copie}`;
    expect(await lireTexte(nu)).toBeNull();
    expect(await lireTexte(nu, true)).toMatchObject({ sorte: 'DEFINITIF', cle: CLE });
  });
});
