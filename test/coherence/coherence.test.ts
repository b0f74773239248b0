import type { ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type WorkflowHandle } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';
import { eq, inArray } from 'drizzle-orm';
import { verifierPage } from '../../activities/coherence/page';
import { direReprises } from '../../client/local/dire-reprises';
import { rejouerLues } from '../../client/local/rejouer';
import { acheverInacheves } from '../../client/usages/achever-inacheves';
import { agirSurUnDossier, depsActes } from '../../client/usages/agir-sur-un-dossier';
import { lireExecution } from '../../client/usages/commun/executions';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { envoyerActe } from '../../client/usages/commun/moteur';
import { toutesReserves } from '../../client/usages/previsualiser-un-acte';
import { type Avancement, verifierCoherence } from '../../client/usages/verifier-coherence';
import { convertisseur } from '../../commun/data-converter';
import { lireTrousseau } from '../../commun/trousseau';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { etatInitial } from '../../domain/parcours/etat-initial';
import {
  courriersDuDossier,
  creerRendezVous,
  enregistrerReferent,
  estSansContenu,
  garderMessage,
  lireDossier,
  listerTaches,
  rendezVousASuivre,
  tracesDuDossier,
} from '../../registre';
import { courriers, dossiers, messagesEnAttente } from '../../registre/schema';
import { moteurDesParcours } from '../../worker/moteur-parcours';
import { type BilanInacheves, typeInacheves } from '../../workflows/inacheves/messages';
import { departParcours, fileParcours, idParcours, situation, typeParcours } from '../../workflows/parcours/messages';
import { idRendezVous } from '../../workflows/rendez-vous/messages';
import { lancer } from '../cli/jalon';
import { attendreLettres, lettresParties, mettreEnRoute } from '../outils/en-route';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';

jest.setTimeout(240_000);

const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
const accord = { type: 'REPONSE_SALARIE', date: aujourdhui, reponse: 'ACCEPTATION' };

let pile: PileDeTest;
let worker: ChildProcess;
beforeAll(async () => {
  pile = await monterPileDeTest();
  worker = await pile.lancerWorker();
  // By the clock of the wall they would look in the middle of a test; paused, they run when they are told to.
  for (const nom of ['reprises', 'coherence']) await planning(nom).pause('essais');
});
afterAll(() => pile?.fermer());

const planning = (nom: string) => pile.client.schedule.getHandle(nom);
type Planning = 'reprises' | 'coherence';
/** The run that a Schedule starts, told to. */
async function declencher(nom: Planning): Promise<WorkflowHandle> {
  const { numActionsTaken } = (await planning(nom).describe()).info;
  await planning(nom).trigger();
  return attendreQue(
    `le planning ${nom} part`,
    async () => {
      const { info } = await planning(nom).describe();
      const { workflow } = info.recentActions.at(-1)?.action ?? {};
      if (info.numActionsTaken === numActionsTaken || workflow === undefined) return false;
      return pile.client.workflow.getHandle(workflow.workflowId, workflow.firstExecutionRunId);
    },
    60_000,
  );
}
/** What a run of a Schedule found. */
const bilanDe = async (passage: WorkflowHandle) => ((await passage.result()) as BilanInacheves).coherence;
const trouveParLePlanning = async (nom: Planning, numero: string) =>
  (await bilanDe(await declencher(nom))).constats.filter((c) => c.numero === numero);

const inscrit = async (numero: string) => (await lireDossier(pile.registre, numero))!;
const ids = async (numero: string) => (await inscrit(numero)).journal.map(({ id }) => id).sort();
const poignee = (numero: string) => pile.client.workflow.getHandle(idParcours(numero));
const court = async (numero: string) => (await poignee(numero).describe()).status.name === 'RUNNING';
/** Ids of the messages that the register keeps for a journey. */
const gardes = async (numero: string) => {
  const { id, numero: sien } = messagesEnAttente;
  return (await pile.registre.db.select({ id }).from(messagesEnAttente).where(eq(sien, numero))).map((m) => m.id);
};
const partis = (numero: string) => lettresParties(pile, numero);
const ouvrir = (nom: string) => mettreEnRoute(pile, nom);
const tranquille = (numero: string, combien: number) => attendreLettres(pile, numero, combien);

async function agir(numero: string, id: string, evenement: object) {
  const deps = depsActes({ registre: pile.registre, temporal: pile.client, envoi: 'immediat' });
  const contenu = { id, auteur: 'essai', evenement };
  const demande = { acte: 'consigner', contenu, accepte: toutesReserves, vu: null } as const;
  return agirSurUnDossier(deps, await lireConnu(pile.registre, numero), demande, new Date());
}

/** What a comparison says of one journey, until it says something. */
const constater = (numero: string, reparer: boolean) =>
  attendreQue(
    `un constat sur ${numero}`,
    async () => {
      const { constats } = await verifierCoherence(pile.client, reparer);
      const siens = constats.filter((c) => c.numero === numero);
      return siens.length > 0 && siens.map(({ sorte, suite }) => `${sorte} ${suite}`);
    },
    60_000,
  );

describe('registre et moteur', () => {
  it('s’accordent : rien n’est dit ni changé', async () => {
    await ouvrir('Accordée');
    const { texte, statut } = await lancer(['coherence'], { env: pile.env });
    expect([statut, texte]).toEqual([0, expect.stringContaining('Le registre et le moteur s’accordent.')]);
  });

  it('le code d’aujourd’hui rejoue ce qui vit sans rien y écrire, et nomme ce qu’il ne continuerait pas', async () => {
    const numero = await ouvrir('Rejouée');
    // The register has what a pass wrote before the engine has the end of that pass.
    const finie = async () => {
      const { raw } = await poignee(numero).describe();
      return !raw.pendingWorkflowTask && !raw.pendingActivities?.length;
    };
    await attendreQue('la passe de la première lettre est finie', finie, 60_000);
    const longueur = async () => (await poignee(numero).fetchHistory()).events?.length;
    const avant = await longueur();
    const { texte, statut } = await lancer(['rejouer'], { env: pile.env });
    expect([statut, texte]).toEqual([0, expect.stringContaining('Ce code continue tout ce qui est en cours.')]);
    expect(texte).toMatch(/^\d+ histoires rejouées \(.*parcours : 2/);
    expect(await longueur()).toBe(avant);
    // Without the key of those that live, none of them would go on.
    const JALON_CLES = `neuve:${Buffer.alloc(32, 9).toString('base64')}`;
    const options = ['--json', '--type', 'parcours', '--echantillon', '1'];
    const sansCle = await lancer(['rejouer', ...options], { env: { ...pile.env, JALON_CLES } });
    expect([sansCle.statut, JSON.parse(sansCle.texte)]).toMatchObject([
      1,
      {
        rejouees: { parcours: 1 },
        echecs: [{ raison: 'sa tâche échouerait : l’état de départ ne se déchiffre pas : une clé manque' }],
      },
    ]);
    // Commands that this code does not give.
    const execution = { workflow: idParcours(numero), run: '', type: typeParcours };
    const { histoire } = await lireExecution(pile.client, execution);
    const autre = JSON.parse(historyToJSON(histoire!));
    const minuteur = autre.events.find((e: { eventType: string }) => e.eventType === 'EVENT_TYPE_TIMER_STARTED');
    const { workflowTaskCompletedEventId } = minuteur.timerStartedEventAttributes;
    minuteur.eventType = 'EVENT_TYPE_MARKER_RECORDED';
    minuteur.markerRecordedEventAttributes = { markerName: 'intrus', workflowTaskCompletedEventId };
    delete minuteur.timerStartedEventAttributes;
    const lues = [
      { execution, histoire: historyFromJSON(autre) },
      { execution, histoire },
    ];
    expect(await rejouerLues(lues, pile.reglages)).toEqual({
      rejouees: { parcours: 2 },
      echecs: [
        {
          ...execution,
          raison: expect.stringContaining('ce code ne retrouve pas ce que l’histoire a fait (TMPRL1100)'),
        },
      ],
    });
  });

  it('un parcours arrêté à la main revient de lui-même avec ses faits, ceux qu’il n’avait pas examinés compris', async () => {
    const numero = await ouvrir('Arrêtée');
    expect(await agir(numero, 'accord', accord)).toMatchObject({ statut: 'ENREGISTRE' });
    await tranquille(numero, 3);
    const lettres = (await partis(numero)).map(({ cle }) => cle);
    const { runId } = await poignee(numero).describe();
    // Straight to the engine, which alone has it: no worker is there to examine it.
    await pile.tuer(worker);
    const preBilan = { type: 'PRE_BILAN_REALISE', date: aujourdhui };
    await poignee(numero).signal('signaler', { id: 'pre-bilan', evenement: preBilan });
    await poignee(numero).terminate('essai');
    worker = await pile.lancerWorker();
    // Just dead, and in the fleet: said once.
    expect(await constater(numero, false)).toEqual(['SANS_PARCOURS A_REPARER']);
    expect(await trouveParLePlanning('reprises', numero)).toEqual([
      { sorte: 'SANS_PARCOURS', numero, suite: 'REPARE' },
    ]);
    expect([await court(numero), (await poignee(numero).describe()).runId === runId]).toEqual([true, false]);
    await attendreQue('les deux faits', async () => (await ids(numero)).join() === 'accord,pre-bilan', 30_000);
    expect((await partis(numero)).map(({ cle }) => cle)).toEqual(lettres);
  });

  it('un parcours dont le moteur ne sait plus rien revient la nuit, du registre', async () => {
    const numero = await ouvrir('Effacée');
    expect(await agir(numero, 'accord', accord)).toMatchObject({ statut: 'ENREGISTRE' });
    await tranquille(numero, 3);
    const { client } = pile;
    const execution = { namespace: client.options.namespace, workflowExecution: { workflowId: idParcours(numero) } };
    await client.workflowService.deleteWorkflowExecution(execution);
    await attendreQue(
      'il est effacé',
      () =>
        poignee(numero)
          .describe()
          .then(
            () => false,
            () => true,
          ),
      30_000,
    );
    expect(await trouveParLePlanning('coherence', numero)).toEqual([
      { sorte: 'SANS_PARCOURS', numero, suite: 'REPARE' },
    ]);
    expect([await court(numero), await ids(numero)]).toEqual([true, ['accord']]);
    expect(await partis(numero)).toHaveLength(3);
  });

  it('les courriers d’un rendez-vous arrêtés à la main reviennent', async () => {
    const numero = await ouvrir('Attendue');
    const rendezVous = { id: 'attendu', numero, sorte: 'SUIVI', mode: 'PRESENTIEL', dureeMinutes: 30 } as const;
    const lieu = {
      lieu: 'salle 2',
      lien: null,
      intitule: null,
      debut: new Date(Date.now() + 86_400_000).toISOString(),
    };
    await creerRendezVous(pile.registre, { ...rendezVous, ...lieu }, 'essai', new Date());
    const courrier = pile.client.workflow.getHandle(idRendezVous(rendezVous.id));
    const dits: string[] = [];
    await direReprises(pile.client, (phrase) => dits.push(phrase));
    expect(dits).toEqual(['1 rendez-vous interrompu repris.']);
    await attendreQue('il vit', async () => (await rendezVousASuivre(pile.registre, 1)).length === 0, 30_000);
    await courrier.terminate('essai');
    await attendreQue(
      'il vit de nouveau',
      async () =>
        (await acheverInacheves(pile.client)).rendezVous === 1 && (await courrier.describe()).status.name === 'RUNNING',
      60_000,
    );
    expect(await acheverInacheves(pile.client)).toMatchObject({ rendezVous: 0 });
  });

  it('un fait annoncé « en cours » survit à la perte de ce que le moteur en avait', async () => {
    const numero = await ouvrir('Annoncée');
    const message = {
      numero,
      id: 'accord',
      acte: 'consigner',
      contenu: { id: 'accord', evenement: accord },
      auteur: 'essai',
    } as const;
    await garderMessage(pile.registre, message, new Date(Date.now() - 5 * 60_000));
    expect(await constater(numero, false)).toEqual(['FAIT_EN_ATTENTE A_REPARER']);
    expect(await ids(numero)).toEqual([]);
    expect(await constater(numero, true)).toEqual(['FAIT_EN_ATTENTE REPARE']);
    await attendreQue('le fait est pris en compte', async () => (await ids(numero)).includes('accord'), 30_000);
    expect(await gardes(numero)).toEqual([]);
  });

  it('un fait donné pendant que le moteur est arrêté est gardé, dit « en cours », et pris en compte une fois', async () => {
    const numero = await ouvrir('Coupée');
    await pile.redemarrerMoteur(async () => {
      expect(await agir(numero, 'accord', accord)).toEqual({ statut: 'EN_COURS' });
    });
    expect(await gardes(numero)).toEqual(['accord']);
    const vieillir = { recuLe: new Date(Date.now() - 5 * 60_000) };
    await pile.registre.db.update(messagesEnAttente).set(vieillir).where(eq(messagesEnAttente.numero, numero));
    await attendreQue(
      'le fait est renvoyé et pris en compte',
      async () => (await acheverInacheves(pile.client)) && (await ids(numero)).includes('accord'),
      60_000,
    );
    // Twice is once.
    const deuxieme = { id: 'accord', auteur: 'essai', evenement: accord };
    await envoyerActe({ registre: pile.registre, temporal: pile.client }, await inscrit(numero), 'consigner', deuxieme);
    expect([await ids(numero), await gardes(numero)]).toEqual([['accord'], []]);
  });

  it('un dossier confié pendant que le moteur est arrêté : ses listes suivent une fois qu’il est revenu', async () => {
    const numero = await ouvrir('Confiée');
    await enregistrerReferent(pile.registre, { ...personnesInventees.referent, id: 'neuf' });
    await pile.redemarrerMoteur(async () => {
      const { texte, statut } = await lancer(['referent', 'neuf', numero], { env: pile.env });
      expect([statut, texte]).toEqual([0, expect.stringContaining('Le moteur Temporal ne répond pas')]);
    });
    const publie = async () => (await poignee(numero).describe()).searchAttributes.referent?.[0];
    expect([(await inscrit(numero)).referent, await publie()]).toEqual(['neuf', personnesInventees.referent.id]);
    expect(await constater(numero, false)).toEqual(['SUIVI_DIFFERENT A_REPARER']);
    expect(await constater(numero, true)).toEqual(['SUIVI_DIFFERENT REPARE']);
    await attendreQue('le nouveau référent', async () => (await publie()) === 'neuf', 30_000);
  });

  it('un fait que le moteur refuse pour de bon n’est pas gardé, et son auteur le sait', async () => {
    const numero = await ouvrir('Refusée');
    const { connection, options } = pile.client;
    const ailleurs = new Client({ connection, namespace: 'inconnu', dataConverter: options.dataConverter });
    const contenu = { id: 'accord', auteur: 'essai', evenement: accord };
    const envoi = envoyerActe(
      { registre: pile.registre, temporal: ailleurs },
      await inscrit(numero),
      'consigner',
      contenu,
    );
    await expect(envoi).rejects.toThrow(/inconnu/);
    expect(await gardes(numero)).toEqual([]);
  });

  it('un parcours sans dossier est dit, et laissé', async () => {
    const numero = '2020-000001-70';
    const etat = etatInitial({
      numero,
      agence: 'a',
      referent: 'r',
      // One that goes on: a journey of the past, with nothing left to do, ends by itself.
      dossier: { ...dossierInvente, dateRemise: aujourdhui },
      dateReprise: null,
      journal: [],
    });
    await pile.client.workflow.start(typeParcours, departParcours(etat));
    expect(await constater(numero, true)).toEqual(['SANS_DOSSIER A_VOIR']);
    await poignee(numero).terminate('essai');
  });

  it('le registre rendu plus ancien retrouve le journal, et les courriers partis sans les envoyer de nouveau', async () => {
    const numero = await ouvrir('Registre');
    const [avant] = await pile.registre.db.select().from(dossiers).where(eq(dossiers.numero, numero));
    await agir(numero, 'accord', accord);
    await tranquille(numero, 3);
    const lettres = (await partis(numero)).map(({ cle }) => cle).sort();
    const { numero: _, ...lignes } = avant!;
    await pile.registre.db.update(dossiers).set(lignes).where(eq(dossiers.numero, numero));
    await pile.registre.db.delete(courriers).where(eq(courriers.numero, numero));

    expect(await constater(numero, true)).toContain('VERSIONS_DIFFERENTES REPARE');
    await attendreQue('le journal est revenu', async () => (await ids(numero)).includes('accord'), 30_000);
    expect(await constater(numero, true)).toContain('COURRIER_PERDU REPARE');
    const revenus = await courriersDuDossier(pile.registre, numero);
    expect(
      revenus
        .filter(({ statut }) => statut === 'PARTI')
        .map(({ cle }) => cle)
        .sort(),
    ).toEqual(lettres);
    expect(revenus.every(estSansContenu)).toBe(true);
    expect((await lancer(['courriers', numero], { env: pile.env })).texte).toContain('contenu perdu');
    expect((await tracesDuDossier(pile.registre, numero)).map(({ acte }) => acte)).toContain('RESTAURER_COURRIER');
  });

  it('un courrier dont l’heure est passée sans que rien n’en soit écrit : son parcours est réveillé', async () => {
    const numero = await ouvrir('Retardée');
    const { situation: vue } = await inscrit(numero);
    const hier = new Date(Date.now() - 86_400_000).toISOString();
    const retardes = vue!.courriers.map((c) => (c.statut === 'A_VENIR' ? { ...c, depart: hier } : c));
    await pile.registre.db
      .update(dossiers)
      .set({ situation: { ...vue!, courriers: retardes }, majLe: new Date(hier) })
      .where(eq(dossiers.numero, numero));
    expect(await constater(numero, true)).toEqual(['COURRIER_EN_RETARD REPARE']);
    await attendreQue(
      'la situation est redite',
      async () => (await inscrit(numero)).situation?.courriers.every(({ depart }) => depart !== hier) ?? false,
      30_000,
    );
  });

  it('on demande avant une livraison ce que le code enverrait', async () => {
    const { texte, statut } = await lancer(['impact', '--code'], { env: pile.env });
    expect([statut, texte]).toEqual([0, expect.stringMatching(/parcours vivants, dont 0 que ce code/)]);
    expect(texte).toContain('Aucun courrier ne partirait aussitôt.');
    expect(JSON.parse((await lancer(['impact', '--code', '--json'], { env: pile.env })).texte)).toMatchObject({
      aMettreAJour: 0,
      lettres: [],
      nonEnvoyees: [],
    });
  });

  it('le moteur rendu plus ancien : le parcours reprend ce que le registre sait, et un parcours qu’il a oublié revient', async () => {
    const numero = await ouvrir('Moteur');
    const fichiers = ['temporal.db', 'temporal.db-wal', 'temporal.db-shm'];
    const sauvegarde = (donnees: string) => {
      for (const f of fichiers) {
        if (existsSync(join(donnees, f))) copyFileSync(join(donnees, f), join(donnees, `${f}.ancien`));
      }
    };
    const restauration = (donnees: string) => {
      for (const f of fichiers) {
        rmSync(join(donnees, f), { force: true });
        if (existsSync(join(donnees, `${f}.ancien`))) copyFileSync(join(donnees, `${f}.ancien`), join(donnees, f));
      }
    };
    await pile.redemarrerMoteur(sauvegarde);
    await agir(numero, 'accord', accord);
    await tranquille(numero, 3);
    const oublie = await ouvrir('Oubliée');
    const lettres = (await partis(numero)).map(({ cle }) => cle).sort();
    // A worker remembers runs that the engine has forgotten: it is stopped before.
    await pile.tuer(worker);
    await pile.redemarrerMoteur(restauration);
    worker = await pile.lancerWorker();

    const bilan = await pile.client.workflow.list({ query: `WorkflowId = "${idParcours(oublie)}"` });
    for await (const _ of bilan) throw new Error('le moteur n’a pas été rendu plus ancien');
    await agir(numero, 'pre-bilan', { type: 'PRE_BILAN_REALISE', date: aujourdhui });
    await attendreQue('les deux faits sont là', async () => (await ids(numero)).join() === 'accord,pre-bilan', 60_000);
    const vue = await poignee(numero).query(situation);
    expect(vue.journal.map(({ id }) => id).sort()).toEqual(['accord', 'pre-bilan']);
    expect((await tracesDuDossier(pile.registre, numero)).map(({ acte }) => acte)).toContain('RATTRAPER');
    expect((await partis(numero)).map(({ cle }) => cle).sort()).toEqual(lettres);

    expect(await constater(oublie, true)).toEqual(['SANS_PARCOURS REPARE']);
    expect(await court(oublie)).toBe(true);
    expect(await partis(oublie)).toHaveLength(1);
  });

  it('un dossier qui ne peut pas être lu est dit, fait une tâche, et n’arrête pas les autres', async () => {
    const numero = await ouvrir('Brouillée');
    const voisin = await ouvrir('Voisine');
    await poignee(voisin).terminate('essai');
    const { situation: vue } = await inscrit(numero);
    const brouiller = (courriers: unknown) =>
      pile.registre.pool.query(
        `UPDATE dossiers SET situation = jsonb_set(situation, '{courriers}', $2::jsonb) WHERE numero = $1`,
        [numero, JSON.stringify(courriers)],
      );
    await brouiller(null);
    const { constats } = await verifierCoherence(pile.client, true);
    await brouiller(vue!.courriers);
    const dits = constats.map(({ numero: sien, sorte, suite }) => `${sien} ${sorte} ${suite}`);
    expect(dits).toEqual(expect.arrayContaining([`${numero} ILLISIBLE A_VOIR`, `${voisin} SANS_PARCOURS REPARE`]));
    const types = (await listerTaches(pile.registre, { numero })).map(({ type }) => type);
    expect(types).toContain('DOSSIER_ILLISIBLE');
  });

  const impatient = { pasMs: 500, silenceMs: 6_000 };
  const sansReponse = { erreurs: [{ code: 'COHERENCE_SANS_REPONSE' }] };

  it('une comparaison dont personne n’a plus la clé ne bloque que la première qui la suit', async () => {
    const perdue = lireTrousseau(`perdue:${Buffer.alloc(32, 9).toString('base64')}`);
    const { connection, options } = pile.client;
    const etranger = new Client({ connection, namespace: options.namespace, dataConverter: convertisseur(perdue) });
    await etranger.workflow.start(typeInacheves, {
      workflowId: 'coherence-demandee',
      taskQueue: fileParcours,
      args: [{ v: 1, etendue: 'ENTIERE', reparer: false }],
    });
    await expect(verifierCoherence(pile.client, false, impatient)).rejects.toMatchObject(sansReponse);
    expect(await verifierCoherence(pile.client, false)).toMatchObject({ suites: {} });
  });

  it('un passage des plannings que personne ne continue s’arrête à son heure, léger ou entier, et le suivant compare', async () => {
    const plannings: Planning[] = ['reprises', 'coherence'];
    const laisserPuisReprendre = async (nom: Planning) => {
      const { taskQueue, workflowRunTimeout } = (await planning(nom).describe()).action;
      const changer = (reglages: Partial<{ taskQueue: string; workflowRunTimeout: number }>) =>
        planning(nom).update(({ searchAttributes: _, ...connu }) => ({
          ...connu,
          action: { ...connu.action, ...reglages },
        }));
      // Three seconds in the place of its time, where it has one.
      await changer({
        taskQueue: 'personne',
        ...(workflowRunTimeout === undefined ? {} : { workflowRunTimeout: 3_000 }),
      });
      await expect((await declencher(nom)).result()).rejects.toThrow('timed out');
      await changer({ taskQueue, workflowRunTimeout });
      return (await bilanDe(await declencher(nom))).dossiers;
    };
    for (const compares of await Promise.all(plannings.map(laisserPuisReprendre))) expect(compares).toBeGreaterThan(0);
  });

  it('un worker figé est dit aussitôt, et la comparaison s’arrête d’elle-même en quelques secondes', async () => {
    worker.kill('SIGSTOP');
    const debut = Date.now();
    const suivis: Avancement[] = [];
    const suivre = (avancement: Avancement) => suivis.push(avancement);
    await expect(verifierCoherence(pile.client, false, { ...impatient, suivre })).rejects.toMatchObject(sansReponse);
    // Two questions of four seconds each are left without an answer.
    expect(Date.now() - debut).toBeLessThan(20_000);
    expect(suivis[0]).toMatchObject({ compares: null });
    worker.kill('SIGCONT');
    expect(await verifierCoherence(pile.client, false)).toMatchObject({ suites: {} });
  });

  it('sans worker pour comparer, on le dit', async () => {
    await pile.tuer(worker);
    await expect(verifierCoherence(pile.client, false, impatient)).rejects.toMatchObject(sansReponse);
    // « npm start » does not wait for ever either.
    const dits: string[] = [];
    await direReprises(pile.client, (phrase) => dits.push(phrase), 2_000);
    expect(dits).toEqual(['Ce qu’une coupure a interrompu sera repris dès qu’un worker répondra.']);
  });

  it('sans worker, des parcours qui ne répondent pas ne retiennent pas longtemps la comparaison : tous sont dits, les derniers sans être attendus', async () => {
    const muets = await pile.registre.db.select().from(dossiers).where(eq(dossiers.statut, 'OUVERT')).limit(3);
    const leurs = inArray(
      dossiers.numero,
      muets.map(({ numero }) => numero),
    );
    // What is not known of them is asked of them.
    await pile.registre.db.update(dossiers).set({ situation: null }).where(leurs);
    const moteur = moteurDesParcours(pile.client, 500);
    const attendus: string[] = [];
    const connait = (numero: string) => {
      attendus.push(numero);
      return moteur.connait(numero);
    };
    const demande = { apres: '', reparer: false };
    const { constats } = await verifierPage(pile.registre, { ...moteur, connait }, demande, new Date(), 300);
    expect(constats.filter(({ sorte }) => sorte === 'SANS_REPONSE')).toHaveLength(3);
    expect(attendus).toHaveLength(1);
  });
});
