import { listerMessages } from '../../client/local/boite';
import { annuler } from '../../client/usages/annuler-rendez-vous';
import { deplacer } from '../../client/usages/deplacer-rendez-vous';
import { manquer } from '../../client/usages/manquer-rendez-vous';
import { nouvelId, planifierRendezVous } from '../../client/usages/planifier-rendez-vous';
import { lireContexte } from '../../client/usages/rendez-vous/contexte';
import { type DepsRendezVous, depsRendezVous, type SuiteGeste } from '../../client/usages/rendez-vous/suite';
import { tenir } from '../../client/usages/tenir-rendez-vous';
import { evenementDe } from '../../domain/faits/journal';
import type { SaisieRendezVous } from '../../domain/rendez-vous/saisie';
import { courriersDuDossier, lireRendezVous, listerActions, listerTaches, tracesDuDossier } from '../../registre';
import { idParcours } from '../../workflows/parcours/messages';
import { idRendezVous } from '../../workflows/rendez-vous/messages';
import { attendreQue } from '../outils/pile';
import { a9h, type Voyage, voyager } from '../outils/voyage';

const RETENUE_MINUTES = 60;
const auteur = { auteur: 'conseillere-1', confirme: true };

let voyage: Voyage;
let deps: DepsRendezVous;
let personnes = 0;
beforeAll(async () => {
  voyage = await voyager('2025-04-01', { sursisMinutes: RETENUE_MINUTES });
  const { client, registre } = voyage.banc;
  deps = {
    ...depsRendezVous({ registre, temporal: client, envoi: 'immediat', sursisMinutes: RETENUE_MINUTES }),
    // The outcome is an update, on which this server cannot wait while it skips time.
    envoyer: async ({ numero }, acte, contenu) => {
      await client.workflow.getHandle(idParcours(numero)).signal(acte, contenu);
      return 'EN_COURS';
    },
  };
});
afterAll(() => voyage?.fermer());

/** Someone in her CSP, taken over on the day: what came before sends nothing. */
async function ouvrir(): Promise<string> {
  personnes += 1;
  const numero = await voyage.ouvrir({
    identite: { prenom: `Essai ${personnes}` },
    evenements: [{ type: 'REPONSE_SALARIE', date: '2025-03-12', reponse: 'ACCEPTATION' }],
    dateReprise: (await voyage.banc.maintenant()).toISOString().slice(0, 10),
  });
  await attendreQue('le parcours ouvert', () => voyage.situation(numero), 20_000);
  return numero;
}

const maintenant = () => voyage.banc.maintenant();
const dossier = (numero: string) => lireContexte(deps, numero);
const avancer = (instant: Date) => voyage.banc.avancer(instant);
const a = (jour: string, minutes = 0) => new Date(a9h(jour).getTime() + minutes * 60_000);

const saisie = (jour: string, reste: Partial<SaisieRendezVous> = {}): SaisieRendezVous => ({
  sorte: 'SUIVI',
  mode: 'PRESENTIEL',
  jour,
  heure: '14h',
  duree: '30',
  lieu: '1 place du Marché',
  ...reste,
});

function fait(suite: SuiteGeste): Extract<SuiteGeste, { statut: 'FAIT' }> {
  if (suite.statut !== 'FAIT') throw new Error(JSON.stringify(suite));
  return suite;
}

async function planifier(numero: string, jour: string, reste: Partial<SaisieRendezVous> = {}): Promise<string> {
  const id = nouvelId();
  fait(
    await planifierRendezVous(
      deps,
      await dossier(numero),
      { id, saisie: saisie(jour, reste) },
      auteur,
      await maintenant(),
    ),
  );
  return id;
}

/** The letters about appointments that left, as `CODE base jour`, the id of the appointment taken out. */
async function parties(numero: string, id: string): Promise<string[]> {
  const lettres = await courriersDuDossier(voyage.banc.registre, numero);
  return lettres
    .filter((l) => l.base.includes(id) && l.partiLe !== null)
    .sort((x, y) => x.partiLe!.getTime() - y.partiLe!.getTime())
    .map((l) => `${l.code} ${l.base.replace(`-${id}`, '')} ${l.partiLe!.toISOString().slice(0, 16)}`);
}

/** The appointments of which nobody said whether they were held. */
async function aClore(numero: string): Promise<string[]> {
  const taches = await listerTaches(voyage.banc.registre, { numero, statut: 'A_FAIRE' });
  return taches.filter((t) => t.type === 'RDV_A_CLORE').map((t) => t.libelle);
}

/** Lets time run to an instant, by which the mail of an appointment has come to its end. */
async function finir(id: string, instant: Date): Promise<void> {
  await avancer(instant);
  const poignee = voyage.banc.client.workflow.getHandle(idRendezVous(id));
  await attendreQue('le courrier refermé', async () => (await poignee.describe()).status.name === 'COMPLETED', 20_000);
}

it('planifié : convocation après la retenue, J−7, J−1, puis une question au référent', async () => {
  const numero = await ouvrir();
  await avancer(a('2025-04-01', 5));
  const id = await planifier(numero, '2025-04-22');
  await avancer(a('2025-04-01', 64));
  expect(await parties(numero, id)).toEqual([]);
  await finir(id, a('2025-04-23'));
  expect(await parties(numero, id)).toEqual([
    'RDV_CONVOCATION 2025-04-22-0 2025-04-01T08:05',
    'RDV_RAPPEL 2025-04-22-0-7 2025-04-14T22:00',
    // Easter Monday is the eve: the reminder leaves on the Friday before.
    'RDV_RAPPEL 2025-04-22-0-1 2025-04-17T22:00',
  ]);
  expect(await aClore(numero)).toEqual([
    'Rendez-vous de suivi du 22/04/2025 à 14\u00a0h : a-t-il été tenu ou manqué ?',
  ]);
  const messages = (await listerMessages(voyage.banc.boite)).filter((m) => /rendez-vous/i.test(m.subject));
  expect(messages.length).toBeGreaterThanOrEqual(3);
});

it('déplacé deux fois : une seule convocation, puis la nouvelle date et ses rappels', async () => {
  const numero = await ouvrir();
  const jour = '2025-04-28';
  await avancer(a(jour));
  const id = await planifier(numero, '2025-05-20');
  const bouger = async (vers: string) =>
    fait(await deplacer(deps, await dossier(numero), { id, saisie: saisie(vers) }, auteur, await maintenant()));
  await avancer(a(jour, 30));
  await bouger('2025-05-21');
  await avancer(a('2025-04-29'));
  await bouger('2025-05-27');
  await finir(id, a('2025-05-28'));
  expect(await parties(numero, id)).toEqual([
    'RDV_CONVOCATION 2025-05-21-1 2025-04-28T08:30',
    'RDV_DEPLACE 2025-05-27-2 2025-04-29T08:00',
    'RDV_RAPPEL 2025-05-27-2-7 2025-05-19T22:00',
    'RDV_RAPPEL 2025-05-27-2-1 2025-05-25T22:00',
  ]);
});

it('annulé après la convocation : une annulation ; avant qu’elle ne parte : rien', async () => {
  const numero = await ouvrir();
  const jour = '2025-06-02';
  await avancer(a(jour));
  const [connu, tu] = [await planifier(numero, '2025-06-20'), await planifier(numero, '2025-06-23')];
  await avancer(a(jour, 45));
  fait(await annuler(deps, await dossier(numero), tu, auteur, await maintenant()));
  await finir(tu, await maintenant());
  await avancer(a('2025-06-03'));
  fait(await annuler(deps, await dossier(numero), connu, auteur, await maintenant()));
  await finir(connu, a('2025-06-04'));
  expect(await parties(numero, tu)).toEqual([]);
  expect(await parties(numero, connu)).toEqual([
    'RDV_CONVOCATION 2025-06-20-0 2025-06-02T08:00',
    'RDV_ANNULE 2025-06-20-1 2025-06-03T08:00',
  ]);
  const traces = await tracesDuDossier(voyage.banc.registre, numero);
  expect(traces.map((t) => `${t.acte} ${t.auteur}`)).toEqual(
    expect.arrayContaining(['RDV_PLANIFIER conseillere-1', 'RDV_ANNULER conseillere-1']),
  );
});

it('un entretien dont le rendez-vous est annulé se redemande aussitôt : la convocation qu’il remplaçait part', async () => {
  const numero = await ouvrir();
  const convocation = async () =>
    (await voyage.lettres(numero)).filter((lettre) => lettre.startsWith('C08_CONVOCATION_POINT_ETAPE'));
  await avancer(a('2025-06-10'));
  const id = await planifier(numero, '2025-07-10', { sorte: 'POINT_ETAPE' });
  await avancer(a('2025-06-13'));
  expect(await convocation()).toEqual(['C08_CONVOCATION_POINT_ETAPE BENEFICIAIRE 2025-06-13 ANNULE']);
  fait(await annuler(deps, await dossier(numero), id, auteur, await maintenant()));
  await attendreQue('la convocation', async () => (await convocation()).join().endsWith('PARTI'), 20_000);
  expect((await maintenant()).getTime()).toBeLessThan(a('2025-06-13', 60).getTime());
});

it('manqué, une fois le courrier du rendez-vous refermé : il se rouvre pour le dire', async () => {
  const numero = await ouvrir();
  await avancer(a('2025-06-16'));
  const id = await planifier(numero, '2025-06-18');
  expect(await manquer(deps, await dossier(numero), id, auteur, await maintenant())).toMatchObject({
    statut: 'REFUSE',
    refus: [{ code: 'RDV_PAS_COMMENCE' }],
  });
  await finir(id, a('2025-06-19'));
  await avancer(a('2025-06-20'));
  fait(await manquer(deps, await dossier(numero), id, auteur, await maintenant()));
  await finir(id, a('2025-06-21'));
  expect(await parties(numero, id)).toEqual([
    'RDV_CONVOCATION 2025-06-18-0 2025-06-16T08:00',
    'RDV_MANQUE 2025-06-18-0 2025-06-20T08:00',
  ]);
  expect(await aClore(numero)).toEqual([]);
});

it('tenu : le compte rendu et le plan restent, l’entretien entre au journal, une seule fois', async () => {
  const numero = await ouvrir();
  await avancer(a('2025-06-24'));
  const id = await planifier(numero, '2025-06-26', { sorte: 'POINT_ETAPE' });
  await avancer(a('2025-06-26', 6 * 60));
  const tenue = { notes: 'Projet confirmé.', actions: [{ quoi: 'Envoyer trois CV', pourLe: '2025-07-10' }] };
  for (let fois = 0; fois < 2; fois++)
    fait(await tenir(deps, await dossier(numero), id, tenue, auteur, await maintenant()));
  await finir(id, await maintenant());
  await avancer(a('2025-06-27'));
  const { registre } = voyage.banc;
  expect(await lireRendezVous(registre, id)).toMatchObject({
    statut: 'TENU',
    compteRendu: { notes: 'Projet confirmé.' },
  });
  expect(await listerActions(registre, numero)).toMatchObject([
    { quoi: 'Envoyer trois CV', pourLe: '2025-07-10', faiteLe: null, rendezVous: id },
  ]);
  const { journal } = await voyage.vue(numero);
  expect(journal.filter((e) => e.id === `rdv-${id}`).map(evenementDe)).toEqual([
    { type: 'POINT_ETAPE_REALISE', date: '2025-06-26' },
  ]);
});

it('un décès arrête tout, même un courrier déjà prévu ; deux rendez-vous vivent chacun leur vie', async () => {
  const [numero, autre] = [await ouvrir(), await ouvrir()];
  await avancer(a('2025-07-01'));
  const [premier, second] = [await planifier(numero, '2025-07-22'), await planifier(numero, '2025-07-24')];
  const temoin = await planifier(autre, '2025-07-22', { heure: '16h' });
  await avancer(a('2025-07-02'));
  await voyage.consigner(numero, '2025-07-02', { type: 'SORTIE', date: '2025-07-01', motif: 'DECES' });
  for (const id of [premier, second, temoin]) await finir(id, a('2025-07-25'));
  expect(await parties(numero, premier)).toEqual(['RDV_CONVOCATION 2025-07-22-0 2025-07-01T08:00']);
  expect(await parties(numero, second)).toEqual(['RDV_CONVOCATION 2025-07-24-0 2025-07-01T08:00']);
  expect(await parties(autre, temoin)).toHaveLength(3);
  const refus = planifierRendezVous(
    deps,
    await dossier(numero),
    { id: nouvelId(), saisie: saisie('2025-09-01') },
    auteur,
    await maintenant(),
  );
  expect(await refus).toMatchObject({ statut: 'REFUSE', refus: [{ code: 'RDV_DECES' }] });
});

it('boîte muette deux jours : la convocation part à son retour, et ne double pas le rappel', async () => {
  const numero = await ouvrir();
  await avancer(a('2025-08-18'));
  await voyage.banc.couperSmtp();
  const id = await planifier(numero, '2025-08-27');
  await avancer(a('2025-08-20'));
  expect(await parties(numero, id)).toEqual([]);
  await voyage.banc.retablirSmtp();
  await finir(id, a('2025-08-28'));
  expect(await parties(numero, id)).toEqual([
    expect.stringMatching(/^RDV_CONVOCATION 2025-08-27-0 2025-08-20T(06|07|08|09|10|11):/),
    'RDV_RAPPEL 2025-08-27-0-1 2025-08-25T22:00',
  ]);
});

it('un arrêt : les rendez-vous qui y tombent sont à déplacer, et manqués ils ne valent aucune lettre', async () => {
  const numero = await ouvrir();
  const { registre } = voyage.banc;
  const aDeplacer = async () => {
    const taches = await listerTaches(registre, { numero, statut: 'A_FAIRE' });
    return taches.filter((t) => t.type === 'RDV_A_DEPLACER').map((t) => t.cle.split('/').at(-2));
  };
  await avancer(a('2025-09-15'));
  const [bouge, reste] = [await planifier(numero, '2025-09-30'), await planifier(numero, '2025-10-01')];
  await avancer(a('2025-09-16'));
  await voyage.consigner(numero, '2025-09-16', { type: 'ARRET_MALADIE', debut: '2025-09-29', fin: '2025-10-03' });
  await attendreQue('les tâches', async () => (await aDeplacer()).length === 2, 20_000);
  const vers = { id: bouge, saisie: saisie('2025-10-07') };
  fait(await deplacer(deps, await dossier(numero), vers, auteur, await maintenant()));
  await attendreQue('la tâche rangée', async () => (await aDeplacer()).join() === reste, 20_000);
  await avancer(a('2025-10-02'));
  const { auteur: qui } = auteur;
  expect(await manquer(deps, await dossier(numero), reste, { auteur: qui }, await maintenant())).toMatchObject({
    statut: 'A_CONFIRMER',
    avertissements: [{ code: 'RDV_PENDANT_SUSPENSION' }],
  });
  fait(await manquer(deps, await dossier(numero), reste, auteur, await maintenant()));
  await finir(reste, a('2025-10-03'));
  expect((await parties(numero, reste)).filter((l) => l.startsWith('RDV_MANQUE'))).toEqual([]);
});

it('un message qu’aucun courrier de rendez-vous n’attend devient une tâche, une fois, et le courrier part', async () => {
  const numero = await ouvrir();
  await avancer(a('2025-10-06'));
  const id = await planifier(numero, '2025-10-20');
  const poignee = voyage.banc.client.workflow.getHandle(idRendezVous(id));
  for (const nom of ['venue', 'venue', '__temporal_invente', 'un nom\u0000']) await poignee.signal(nom, { id: 'x' });
  const refuses = async () =>
    (await listerTaches(voyage.banc.registre, { numero })).filter(({ type }) => type === 'MESSAGE_REFUSE');
  await attendreQue('les trois tâches', async () => (await refuses()).length === 3, 20_000);
  await finir(id, a('2025-10-21'));
  const dites = (await refuses()).map(({ libelle }) => /nommé « (.*) » est arrivé le 06\/10\/2025/.exec(libelle)?.[1]);
  expect(dites.sort()).toEqual(['sans nom', 'temporal_invente', 'venue']);
  expect((await parties(numero, id))[0]).toMatch(/^RDV_CONVOCATION 2025-10-20-0 2025-10-06/);
});
