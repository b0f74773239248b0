import { type Collecteur, ouvrirCollecteur } from '../../test/outils/collecteur';
import { creerJournal } from '../journaux';
import { avecRepere, repereDe } from './entetes';
import { ouvrirSillage } from './ouvrir';
import { repereIci, suivre } from './sillage';
import { versLeMoteur } from './vers-le-moteur';

let collecteur: Collecteur;
beforeAll(async () => {
  collecteur = await ouvrirCollecteur();
});
afterAll(() => collecteur.fermer());

const lignes: string[] = [];
const journal = creerJournal({ journal: 'info' }, 'web', { write: (ligne) => void lignes.push(ligne) });
const avertis: string[] = [];
const ouvrir = (adresse: string | null) =>
  ouvrirSillage({ collecteur: adresse }, 'web', (raison) => avertis.push(raison));

it('sans collecteur, ce qui est à faire est fait, sans rien de plus', async () => {
  const fermer = await ouvrir(null);
  expect(await suivre('rien', {}, async () => repereIci())).toBeNull();
  const headers = {};
  expect(
    await versLeMoteur.workflow[0]!.signal(
      { signalName: 'consigner', workflowExecution: { workflowId: 'csp-x' }, headers },
      async (entree) => entree.headers,
    ),
  ).not.toHaveProperty('_tracer-data');
  await fermer();
});

it('du clic à l’activité, un seul sillage : le message du moteur le porte, le journal le dit', async () => {
  const fermer = await ouvrir(`${collecteur.adresse}/`);
  const porte = await suivre('POST /dossiers/:numero', { 'jalon.numero': '2026-000001-42' }, () =>
    versLeMoteur.workflow[0]!.signalWithStart(
      {
        ...{ workflowType: 'parcours', options: { workflowId: 'csp-2026-000001-42' } },
        ...{ signalName: 'consigner', headers: {} },
      },
      async ({ headers }) => headers,
    ),
  );
  // As the worker does it, from another process.
  await suivre(
    'activité remettre',
    { 'jalon.essai': 1 },
    async () => journal.info({ numero: '2026-000001-42' }, 'envoi'),
    repereDe(porte),
  );
  await fermer();
  const [signal, clic, activite] = collecteur.spans;
  expect(collecteur.spans.map(({ nom }) => nom)).toEqual([
    'signal consigner',
    'POST /dossiers/:numero',
    'activité remettre',
  ]);
  expect([clic!.parent, signal!.parent, activite!.parent]).toEqual([null, clic!.spanId, signal!.spanId]);
  expect(new Set(collecteur.spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(signal!.dits).toEqual({ 'jalon.workflow': 'csp-2026-000001-42' });
  expect(clic).toMatchObject({ service: 'jalon-web', dits: { 'jalon.numero': '2026-000001-42' } });
  expect(JSON.parse(lignes[0]!)).toMatchObject({
    ...{ numero: '2026-000001-42', trace_id: clic!.traceId, span_id: activite!.spanId },
  });
  expect(await suivre('après', {}, async () => repereIci())).toBeNull();
});

it('d’un échec, le sillage dit le genre et pas les mots, qui peuvent nommer quelqu’un', async () => {
  collecteur.spans.length = 0;
  const fermer = await ouvrir(collecteur.adresse);
  const echouer = () => Promise.reject(new TypeError('550 <a.lumiere@example.org>'));
  await expect(suivre('remise SMTP', {}, echouer)).rejects.toThrow('550');
  await suivre('GET /', {}, async (dire) => dire({ 'http.response.status_code': 503 }));
  await fermer();
  expect(collecteur.spans.map(({ nom, erreur }) => [nom, erreur])).toEqual([
    ['remise SMTP', 'TypeError'],
    ['GET /', ''],
  ]);
  expect(collecteur.brut()).not.toMatch(/lumiere/i);
});

it('un collecteur qui ne prend rien ne change rien, et se dit', async () => {
  const fermer = await ouvrir(`${collecteur.adresse}/ailleurs`);
  expect(await suivre('a', {}, async () => 1)).toBe(1);
  await fermer();
  expect(avertis).toHaveLength(1);
});

it('un en-tête qui ne se lit pas ne vient de nulle part', () => {
  const repere = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };
  expect(repereDe(avecRepere({}, repere))).toEqual(repere);
  expect(repereDe({})).toBeNull();
  expect(repereDe({ '_tracer-data': { metadata: {}, data: Buffer.from('x') } })).toBeNull();
  const autre = avecRepere({}, { traceId: 'a', spanId: 'b' });
  expect(repereDe(autre)).toBeNull();
});
