import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { rediger } from './rapport';
import { type Lecture, lireMessage, type Sort } from './sort';

it('le rapport compte les retours lus, ceux qui ne le sont pas et pourquoi, et ce qui est lu à tort', () => {
  const lu = (...messageIds: string[]): Lecture['rebond'] => ({
    messageIds,
    cle: null,
    destinataires: [],
    sorte: 'DEFINITIF',
    code: null,
    tort: 'ADRESSE',
  });
  const lectures: Lecture[] = [
    { fichier: 'a.eml', retour: true, rebond: lu(), sort: 'SANS_COPIE' },
    { fichier: 'b.eml', retour: true, rebond: lu('<a@example.org>'), sort: 'LU' },
    { fichier: 'c.eml', retour: true, rebond: null, sort: 'TIERS' },
    { fichier: 'arf-1.eml', retour: false, rebond: null, sort: 'ARRIVE' },
  ];
  const texte = rediger(lectures, { date: '2026-11-29', machine: 'une machine' });
  expect(texte).toContain('**Retours lus : 2 sur 3** ; lus à tort parmi 1 plaintes, absences et réponses : 0.');
  expect(texte).toContain('Message-ID : 1\n');
  expect(texte).toMatch(/## Non lus, et pourquoi\n\n- 1 : d’une personne ou du gérant .* \(c\)\.\n/);
  expect(texte).toMatch(/## Lus, mais rattachables à aucun .*\n\n- 1 : ne rend rien du message.* \(a\)\.\n/);
});

describe('pourquoi un retour n’est pas lu', () => {
  const seul = readFileSync(join(racine, 'test/rebonds/texte-seul.eml'), 'latin1').replace(/\r\n/g, '\n');
  const sansId = seul.replace(/^(?:Message-ID|X-Jalon).*\n/gm, '');
  it.each<[Sort, string]>([
    ['LU', seul],
    ['COPIE_SANS_ID', sansId.replace('From: Agence', 'Received: from a.example.org\nFrom: Agence')],
    ['SANS_COPIE', sansId],
    ['TIERS', seul.replace('Return-Path: <>\n', '').replace('MAILER-DAEMON@', 'alix@')],
    ['ARRIVE', sansId.replace('Ce serveur abandonne', 'Action: delivered\nStatus: 2.0.0')],
  ])('%s', async (sort, texte) => {
    expect((await lireMessage(Buffer.from(texte, 'latin1'))).sort).toBe(sort);
  });
});
