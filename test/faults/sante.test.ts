import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raisonDuRelais } from '../../activities/relais';
import { portLibre } from '../../client/local/ports';
import { demarrerMesures } from '../../client/local/serveur-mesures';
import { listerBloques } from '../../client/usages/lister-bloques';
import { releverSante } from '../../client/usages/relever-sante';
import { verifierCoherence } from '../../client/usages/verifier-coherence';
import { clesEmployees } from '../../commun/cles-employees';
import { lireTrousseau, trousseauDe } from '../../commun/trousseau';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { garderMessage, lireDossier, listerTaches, terminerTache } from '../../registre';
import { demandeLegere, typeInacheves } from '../../workflows/inacheves/messages';
import { fileParcours, idParcours } from '../../workflows/parcours/messages';
import { lancer } from '../cli/jalon';
import { mettreEnRoute } from '../outils/en-route';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';
import { expressions } from '../outils/supervision';

jest.setTimeout(180_000);

describe('ce qui n’avance pas se voit', () => {
  let pile: PileDeTest;
  let worker: ChildProcess;
  let metriques: string;
  beforeAll(async () => {
    metriques = `127.0.0.1:${await portLibre()}`;
    // Five failures in a row take a minute.
    const seuil = 'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2';
    pile = await monterPileDeTest({ JALON_METRIQUES: metriques }, ['--dynamic-config-value', seuil]);
  });
  afterAll(() => pile?.fermer());

  const relever = (dansMinutes = 0, trousseau = trousseauDe(pile.reglages)) =>
    releverSante(
      { registre: pile.registre, temporal: pile.client, trousseau },
      new Date(Date.now() + dansMinutes * 60_000),
    );

  it('aucun worker, puis un worker, puis un worker qui se tait', async () => {
    expect((await relever()).alertes).toEqual([
      'Aucun worker sur la file « parcours ».',
      'Aucun worker sur la file « courriers ».',
      'Aucun worker sur la file « flotte ».',
    ]);
    worker = await pile.lancerWorker();
    await attendreQue('les trois files ont un worker', async () => (await relever()).alertes.length === 0, 20_000);
    const [dit] = (await relever(4.5)).alertes;
    expect(dit).toMatch(
      new RegExp(
        `^Le worker ${worker.pid}@.* ne donne plus signe de vie depuis 4 min : mort ou figé \\(files « parcours », « courriers », « flotte »\\)\\.$`,
      ),
    );
  });

  it('un worker figé se voit en moins d’une minute, et plus dès qu’il reprend', async () => {
    // Twenty-five seconds later, one that says every ten that it lives is not silent; one that was frozen for fifteen is, for forty.
    const plusTard = () => relever(25 / 60);
    const { workflowService, options } = pile.client;
    const lister = () => workflowService.listWorkers({ namespace: options.namespace, pageSize: 10 });
    await attendreQue('il a dit qu’il vit', async () => (await lister()).workersInfo.length === 3, 30_000);
    expect((await plusTard()).alertes).toEqual([]);
    const debut = Date.now();
    worker.kill('SIGSTOP');
    const dit = await attendreQue('on le dit', async () => (await plusTard()).alertes[0] ?? false, 35_000);
    expect(Date.now() - debut).toBeLessThan(35_000);
    expect(dit).toMatch(
      new RegExp(`^Le worker ${worker.pid}@.* ne donne plus signe de vie depuis \\d+ s : mort ou figé`),
    );
    worker.kill('SIGCONT');
    await attendreQue('il vit de nouveau', async () => (await plusTard()).alertes.length === 0, 30_000);
  });

  it('un workflow dont la tâche échoue, avec sa cause', async () => {
    await pile.client.workflow.start('sorteInconnue', { workflowId: 'csp-casse', taskQueue: fileParcours });
    const { alertes, enEchec } = await attendreQue(
      'le moteur le signale',
      async () => {
        const releve = await relever();
        return releve.enEchec.nombre > 0 && releve;
      },
      90_000,
    );
    expect(alertes).toContain('Tâche de workflow en échec dans 1 parcours : rien n’y avance.');
    // The reason stands in the log of the worker, all of which is JSON.
    const dites = readFileSync(pile.journalWorker, 'utf8')
      .trim()
      .split('\n')
      .map((ligne) => JSON.parse(ligne));
    expect(dites.some((dit) => dit.level >= 40 && JSON.stringify(dit).includes('sorteInconnue'))).toBe(true);
    expect(enEchec.bloques).toEqual([
      { id: 'csp-casse', raison: expect.stringMatching(/sa tâche de workflow échoue/) },
    ]);
  });

  it('un parcours qui ne s’est pas réveillé, et son plus ancien courrier', async () => {
    const numero = await mettreEnRoute(pile, 'Endormie');
    // What its letters would look like, had nothing woken it for a month.
    const releve = await attendreQue(
      'sa première passe est finie',
      async () => {
        const lu = await relever(30 * 24 * 60);
        return lu.enRetard.bloques[0]?.raison === 'le moteur ne l’a pas encore réveillé' && lu;
      },
      20_000,
    );
    expect(releve.enRetard.bloques.map(({ id }) => id)).toEqual([idParcours(numero)]);
    expect(releve.courriers.nombre).toBeGreaterThan(0);
    expect(releve.alertes.join(' ')).toMatch(/En retard de plus d’un quart d’heure : 1 parcours\./);
    expect(releve.alertes.join(' ')).toMatch(/Le plus ancien courrier à partir attend depuis \d+ jours\./);
    const annonce = { numero, id: 'annonce', acte: 'consigner' as const, contenu: {}, auteur: 'essai' };
    expect((await relever()).enRetard).toEqual({ nombre: 0, bloques: [] });
    await garderMessage(pile.registre, annonce, new Date(Date.now() - 20 * 60_000));
    expect((await relever()).enRetard.bloques).toHaveLength(1);
    const deps = { registre: pile.registre, temporal: pile.client, trousseau: trousseauDe(pile.reglages) };
    const fenetre = (decalage: number) => listerBloques(deps, { limite: 1, decalage }, new Date());
    const { nombre } = await fenetre(0);
    expect((await fenetre(nombre - 1)).bloques).toEqual((await relever()).enRetard.bloques);
    expect(await fenetre(nombre)).toEqual({ nombre, bloques: [] });
    await pile.client.workflow.getHandle(idParcours(numero)).terminate();
    expect((await relever(30 * 24 * 60)).enRetard.bloques[0]!.raison).toBe('son workflow ne vit plus (TERMINATED)');
  });

  it('un message que le registre ne peut pas garder, jusqu’à ce que quelqu’un s’en soit occupé', async () => {
    const { registre, client } = pile;
    const numero = await mettreEnRoute(pile, 'Refusée');
    await registre.pool.query(`ALTER TABLE dossiers ADD CONSTRAINT essai CHECK (journal::text NOT LIKE '%poison%')`);
    const evenement = { type: 'DEMANDE_PRIME', date: '2025-03-10', contratId: 'poison' };
    await client.workflow.getHandle(idParcours(numero)).signal('signaler', { id: 'mauvais', evenement });
    const dit = `Le registre refuse les données de 1 message (dossier ${numero}) : la cause est au journal des workers.`;
    await attendreQue('on le dit', async () => (await relever()).alertes.includes(dit), 30_000);
    expect(readFileSync(pile.journalWorker, 'utf8')).toMatch(
      new RegExp(`"level":50.*"numero":"${numero}","ids":\\["mauvais"\\],"raison":".*\\[23514\\]`),
    );
    const [tache] = (await listerTaches(registre, { numero })).filter(({ type }) => type === 'MESSAGE_REFUSE');
    await terminerTache(registre, tache!.cle, 'essai', new Date());
    expect((await relever()).alertes).not.toContain(dit);
  });

  it('un message d’un nom inconnu envoyé à un workflow d’aucun dossier', async () => {
    await pile.client.workflow.signalWithStart(typeInacheves, {
      workflowId: 'reprises-essai',
      taskQueue: fileParcours,
      args: [demandeLegere],
      signal: 'bonjour',
    });
    const dit =
      'Depuis un jour, 1 message d’un nom inconnu : « bonjour » à reprises-essai. Rien n’en est gardé : voir qui envoie.';
    await attendreQue('on le dit', async () => (await relever()).alertes.includes(dit), 30_000);
    expect((await relever(25 * 60)).alertes).not.toContain(dit);
  });

  it('tout cela se mesure, le worker par son SDK, le reste à part des pages', async () => {
    await verifierCoherence(pile.client, false);
    const metriquesWeb = `127.0.0.1:${await portLibre()}`;
    const serveur = await demarrerMesures(
      { ...pile.reglages, metriquesWeb },
      { registre: pile.registre, temporal: pile.client },
    );
    const lire = async (adresse: string) => (await fetch(`http://${adresse}/metrics`)).text();
    const attendues = [
      /^jalon_partie_repond\{partie="moteur"\} 1$/m,
      /^jalon_parcours_en_echec 1$/m,
      /^jalon_faits_en_attente 1$/m,
      /^jalon_messages_inconnus 1$/m,
      /^jalon_workers\{file="parcours",etat="vivant"\} 1$/m,
      /^jalon_coherence_age_secondes\{ronde="entiere"\} \d/m,
      /^jalon_coherence_constats\{ronde="entiere",suite="A_REPARER"\} [1-9]/m,
    ];
    // A busy machine may not answer in time: what is not known is not said, and is asked again.
    const jalon = await attendreQue(
      'tout est mesuré',
      async () => {
        const texte = await lire(metriquesWeb);
        return attendues.every((attendue) => attendue.test(texte)) && texte;
      },
      60_000,
    );
    const sdk = await lire(metriques);
    expect((await fetch(`http://${metriquesWeb}/`)).status).toBe(404);
    await expect(
      demarrerMesures({ ...pile.reglages, metriquesWeb }, { registre: pile.registre, temporal: pile.client }),
    ).rejects.toThrow(/JALON_METRIQUES_WEB .* \(EADDRINUSE\)/);
    await serveur!.arreter();
    expect(sdk).toMatch(/^temporal_workflow_task_execution_failed\{.*\} [1-9]/m);
    // What alerts and dashboard read of the SDK bears that name.
    const lues = new Set(expressions.flatMap((e) => e.match(/\b(temporal|process)_\w+/g) ?? []));
    expect([...lues].filter((nom) => !new RegExp(`^${nom}\\{?`, 'm').test(jalon + sdk))).toEqual([]);
    expect(jalon + sdk).not.toMatch(/csp-2|\d{4}-\d{6}/);
  });

  it('une clé retirée aux workers : ils démarrent, disent ce qui leur manque, et le fait donné entre-temps compte ensuite', async () => {
    const { client, registre } = pile;
    const numero = await mettreEnRoute(pile, 'Sans clé');
    const gardee = readFileSync(join(pile.reglages.donnees, 'cles-codec'), 'utf8').trim();
    const neuve = `neuve:${Buffer.alloc(32, 9).toString('base64')}`;
    const mort = worker.pid;
    // Nothing failed yet: the oldest journeys tell which key is missed.
    expect((await relever()).clesManquantes).toEqual([]);
    const dit = await relever(0, lireTrousseau(neuve));
    expect(dit.clesManquantes).toEqual([gardee.split(':')[0]]);
    expect(dit.alertes.join(' ')).toContain(`La clé « ${dit.clesManquantes[0]} » manque au trousseau`);
    await pile.tuer(worker);
    worker = await pile.lancerWorker({ JALON_CLES: neuve });
    const date = dateLocale(new Date(), 'Europe/Paris');
    const accord = { id: 'accord', evenement: { type: 'REPONSE_SALARIE', date, reponse: 'ACCEPTATION' } };
    await client.workflow.getHandle(idParcours(numero)).signal('consigner', accord);
    const bloque = { id: idParcours(numero), raison: expect.stringContaining('sa tâche de workflow échoue') };
    await attendreQue(
      'on le dit',
      async () => (await relever()).enEchec.bloques.some(({ id }) => id === bloque.id),
      90_000,
    );
    expect((await relever()).enEchec.bloques).toContainEqual(bloque);
    const { bloques } = (await relever(0, lireTrousseau(neuve))).enEchec;
    expect(bloques.find(({ id }) => id === bloque.id)?.raison).toBe(
      `sa tâche de workflow échoue : la clé « ${gardee.split(':')[0]} » manque au trousseau`,
    );
    // The one that was killed is missed by nobody: this one started on its machine since.
    const remplace = await attendreQue(
      'on dit qui le remplace',
      async () => {
        const releve = await relever(25 / 60);
        return releve.informations.length > 0 && releve;
      },
      30_000,
    );
    expect(remplace.informations).toEqual([
      expect.stringMatching(
        new RegExp(`^Le worker ${mort}@.* s’est tu il y a \\d+ (s|min), ${worker.pid}@.* l’a remplacé`),
      ),
    ]);
    expect(remplace.alertes.join()).not.toContain(`${mort}@`);
    expect(readFileSync(pile.journalWorker, 'utf8')).toMatch(
      new RegExp(`"level":50.*"workflow":"${bloque.id}".*l’état de départ ne se déchiffre pas : une clé manque`),
    );
    await pile.tuer(worker);
    // The new one first, the former one still known.
    worker = await pile.lancerWorker({ JALON_CLES: `${neuve},${gardee}` });
    const faits = async () => (await lireDossier(registre, numero))?.journal.map(({ id }) => id);
    await attendreQue('le fait compte', async () => (await faits())?.join() === 'accord', 60_000);
    await attendreQue(
      'rien n’est plus en échec pour lui',
      async () => !(await relever()).enEchec.bloques.some(({ id }) => id === bloque.id),
      60_000,
    );
    // The same journey holds what both encrypted: neither may go.
    const jamais = `jamais:${Buffer.alloc(32, 3).toString('base64')}`;
    const verifier = (cles: string, ...options: string[]) =>
      lancer(['cles', 'verifier', ...options], { env: { ...pile.env, JALON_CLES: cles } });
    const tout = await verifier([neuve, gardee, jamais].join(','));
    const ancienne = gardee.split(':')[0]!;
    expect(tout.statut).toBe(0);
    expect(tout.texte).toMatch(/neuve .* chiffre/);
    expect(tout.texte).toMatch(new RegExp(`${ancienne} .* encore nécessaire`));
    expect(tout.texte).toMatch(/jamais +0 +0 +0 +0 +peut être retirée/);
    const sansElle = await verifier(neuve, '--json');
    expect([sansElle.statut, JSON.parse(sansElle.texte)]).toMatchObject([
      1,
      {
        courante: 'neuve',
        cles: [
          { cle: 'neuve', auTrousseau: true },
          { cle: ancienne, auTrousseau: false },
        ],
      },
    ]);
    expect(clesEmployees(await client.workflow.getHandle(idParcours(numero)).fetchHistory())).toEqual(
      new Set([ancienne, 'neuve']),
    );
  });

  it('le relais : un vrai dialogue, ou pourquoi il n’y en a pas', async () => {
    expect(await raisonDuRelais(pile.reglages.smtp)).toBeNull();
    expect(await raisonDuRelais({ url: `smtp://127.0.0.1:${await portLibre()}` })).toContain('ECONNREFUSED');
  });
});
