import { type Lecture, rediger } from './rapport';

it('le rapport compte les retours lus, ceux qui ne le sont pas, et ce qui est lu à tort', () => {
  const lu = (...messageIds: string[]): Lecture['rebond'] => ({
    messageIds,
    cle: null,
    destinataires: [],
    sorte: 'DEFINITIF',
    code: null,
    tort: 'ADRESSE',
  });
  const lectures: Lecture[] = [
    { fichier: 'a.eml', retour: true, rebond: lu() },
    { fichier: 'b.eml', retour: true, rebond: lu('<a@example.org>') },
    { fichier: 'c.eml', retour: true, rebond: null },
    { fichier: 'arf-1.eml', retour: false, rebond: null },
  ];
  const texte = rediger(lectures, { date: '2026-11-29', machine: 'une machine' });
  expect(texte).toContain('**Retours lus : 2 sur 3** ; lus à tort parmi 1 plaintes, absences et réponses : 0.');
  expect(texte).toContain('Message-ID : 1\n');
  expect(texte).toContain('## Non lus\n\nc.eml');
});
