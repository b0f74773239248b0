import { once } from 'node:events';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { envoyerActe } from '../../client/usages/commun/moteur';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { releverSante } from '../../client/usages/relever-sante';
import { trousseauDe } from '../../commun/trousseau';
import { ajouterJours } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { courriersDuDossier, etatParcours, lireDossier } from '../../registre';
import * as messages from '../../workflows/parcours/messages';
import { lancer } from '../cli/jalon';
import { lettresParties, mettreEnRoute } from '../outils/en-route';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';

describe('le passage de relais (continue-as-new) sur le serveur de développement', () => {
  let pile: PileDeTest;
  beforeAll(async () => {
    // The server suggests a new run from 40 events on, instead of 4,096.
    pile = await monterPileDeTest({}, ['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=40']);
    await pile.lancerWorker();
  });
  afterAll(() => pile?.fermer());

  it('garde journal, courriers et issues, et un fait envoyé deux fois de part et d’autre ne compte qu’une fois', async () => {
    const deps = { registre: pile.registre, temporal: pile.client, envoi: 'immediat' as const };
    const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
    const { numero } = await ouvrirParcours(deps, {
      dossier: { ...dossierInvente, dateRemise: ajouterJours(aujourdhui, -3) },
      personnes: personnesInventees,
      dateReprise: null,
      evenements: [],
      auteur: 'essai',
    });
    const poignee = pile.client.workflow.getHandle(messages.idParcours(numero));
    const premier = (await poignee.describe()).runId;
    const consigner = async (fait: object) =>
      envoyerActe(deps, await lireConnu(pile.registre, numero), 'consigner', { ...fait });
    const accord = { id: 'accord', evenement: { type: 'REPONSE_SALARIE', date: aujourdhui, reponse: 'ACCEPTATION' } };
    expect(await consigner(accord)).toMatchObject({ statut: 'RETENU' });
    for (const id of ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8']) {
      const issue = await consigner({ id, evenement: { type: 'PSP_VALIDE', date: aujourdhui } });
      expect(issue).toMatchObject({ id, statut: 'ECARTE', code: 'AVANT_CSP' });
    }
    await attendreQue('une nouvelle exécution', async () => (await poignee.describe()).runId !== premier, 30_000);
    expect(await consigner(accord)).toMatchObject({ id: 'accord', statut: 'RETENU' });
    const lettres = await attendreQue(
      'les lettres sont parties',
      async () => {
        const toutes = await courriersDuDossier(pile.registre, numero);
        return toutes.length === 3 && toutes.every((l) => l.statut === 'PARTI') && toutes;
      },
      30_000,
    );
    expect(lettres.map((l) => l.code).sort()).toEqual(['C01_PROPOSITION', 'C04_ADHESION', 'C04_ADHESION']);
    // The journey still has to hear that they left: the register is asked for the version that the journey tells.
    const vue = await attendreQue(
      'le registre tient la version du parcours',
      async () => {
        const dite = await poignee.query(messages.situation);
        const parties = Object.values(dite.courriers).filter((c) => c.statut === 'PARTI');
        return parties.length === 3 && (await lireDossier(pile.registre, numero))?.version === dite.version && dite;
      },
      30_000,
    );
    expect(vue.journal.map((entree) => entree.id)).toEqual(['accord', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8']);
  });

  it('commencé sous un code d’une génération passée, un parcours repart sous celui-ci, une fois, et n’écrit pas deux fois', async () => {
    const numero = await mettreEnRoute(pile, 'Ancien');
    const poignee = pile.client.workflow.getHandle(messages.idParcours(numero));
    await poignee.terminate('l’histoire d’un code passé commence ici');
    const { generation: _, ...ancien } = etatParcours((await lireDossier(pile.registre, numero))!);
    await pile.client.workflow.start(messages.typeParcours, messages.departParcours(ancien));
    const depart = (await poignee.describe()).runId;
    const suivant = await attendreQue(
      'une nouvelle exécution',
      async () => {
        const { runId } = await poignee.describe();
        return runId !== depart && runId;
      },
      30_000,
    );
    await poignee.signal('relancer', { id: 'encore' });
    await attendreQue(
      'le message jugé',
      async () => 'encore' in (await poignee.query(messages.situation)).issues,
      30_000,
    );
    expect((await poignee.describe()).runId).toBe(suivant);
    expect(await lettresParties(pile, numero)).toHaveLength(1);
    const { events } = await poignee.fetchHistory();
    expect(JSON.stringify(events)).not.toContain('generation-');
  });

  it('deux versions à la fois : rien n’est confié à la nouvelle avant qu’elle soit promue, tout ensuite, et on en revient', async () => {
    const versions = async (...mots: string[]) => {
      const { statut, texte, erreurs } = await lancer(['versions', ...mots], { env: pile.env });
      return `${statut} ${texte}${erreurs}`.replace(/\s+/g, ' ');
    };
    const numero = await mettreEnRoute(pile, 'Versions');
    const poignee = pile.client.workflow.getHandle(messages.idParcours(numero));
    /** The release whose worker took the last fact in. */
    const prisPar = async (id: string) => {
      await poignee.signal('relancer', { id });
      await attendreQue(`${id} jugé`, async () => id in (await poignee.query(messages.situation)).issues, 30_000);
      const taches = (await poignee.fetchHistory()).events!.flatMap(
        (e) => e.workflowTaskCompletedEventAttributes ?? [],
      );
      return taches.at(-1)!.deploymentVersion?.buildId ?? null;
    };
    expect(await versions('lister')).toContain('Aucune version');
    const nouveau = await pile.lancerWorker({ JALON_VERSION: 'n1' });
    await attendreQue(
      'la version connue',
      async () => (await versions('lister')).includes('attend d’être promue'),
      30_000,
    );
    expect(await prisPar('v1')).toBeNull();
    expect(await versions('promouvoir', 'n9')).toContain('Aucun worker de la version « n9 »');
    await attendreQue('promue', async () => (await versions('promouvoir', 'n1')).startsWith('0'), 30_000);
    await attendreQue('tout va à n1', async () => (await prisPar(`v-${Date.now()}`)) === 'n1', 60_000);
    expect((await lettresParties(pile, numero)).map(({ code }) => code)).toEqual(['C01_PROPOSITION']);
    const fin = once(nouveau, 'exit');
    nouveau.kill('SIGTERM');
    await fin;
    const sante = { registre: pile.registre, temporal: pile.client, trousseau: trousseauDe(pile.reglages) };
    await attendreQue(
      'l’exploitant prévenu',
      async () =>
        (await releverSante(sante, new Date())).alertes.includes(
          'Aucun worker de la version promue sur la file « parcours » : rien n’y est confié à ceux qui vivent.',
        ),
      30_000,
    );
    expect(await versions('promouvoir', '--aucune')).toContain('sans version');
    await attendreQue('rien ne va plus à n1', async () => (await prisPar(`w-${Date.now()}`)) === null, 60_000);
  }, 200_000);
});
