import { creerJournal } from './journaux';

const lignes: string[] = [];
const journal = creerJournal({ journal: 'info' }, 'worker', { write: (l) => void lignes.push(l) });
beforeEach(() => {
  lignes.length = 0;
});

it('une ligne porte la salle et l’heure, et rien qui nomme une personne', () => {
  journal.info(
    { numero: '2026-000001-42', identite: { nom: 'Lumière' }, lettre: { to: 'a.lumiere@example.org' } },
    'envoi',
  );
  const ligne = JSON.parse(lignes[0]!);
  expect(ligne).toMatchObject({ salle: 'worker', numero: '2026-000001-42', msg: 'envoi' });
  expect(lignes[0]).not.toMatch(/lumi[eè]re/i);
});

it('une adresse e-mail citée par un serveur est masquée, où qu’elle soit', () => {
  journal.warn({ err: new Error('550 5.1.1 <a.lumiere@example.org>: unknown user') }, 'refus de a.lumiere@example.org');
  expect(lignes[0]).toContain('550 5.1.1 <[adresse]>');
  expect(lignes[0]).not.toMatch(/lumi[eè]re/i);
});

it('une erreur dit sa raison et celle de sa cause, sous n’importe quelle clé', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5433'), { code: 'ECONNREFUSED' });
  const error = new Error('la tâche a échoué', { cause });
  journal.warn({ error, meta: { failure: new TypeError('illisible') } }, 'du SDK');
  expect(JSON.parse(lignes[0]!)).toMatchObject({
    error: { type: 'Error', message: 'la tâche a échoué : connect ECONNREFUSED 127.0.0.1:5433' },
    meta: { failure: { type: 'TypeError', message: 'illisible' } },
  });
});

it('ce qu’une erreur de PostgreSQL ou du moteur cite des personnes n’est pas écrit', () => {
  const detail = 'Key (nom)=(Lumière) already exists.';
  const erreur = Object.assign(new Error('duplicate key'), { code: '23505', detail, details: [{ nom: 'Lumière' }] });
  journal.error({ erreur, err: new Error('<a.lumiere@example.org> refusé', { cause: erreur }) });
  expect(JSON.parse(lignes[0]!)).toMatchObject({ erreur: { code: '23505', message: 'duplicate key' } });
  expect(lignes[0]).not.toMatch(/lumi[eè]re/i);
});

it('le niveau se règle', () => {
  journal.debug('bavard');
  expect(lignes).toEqual([]);
});
