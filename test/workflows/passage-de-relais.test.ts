import { lireConnu } from '../../client/usages/commun/lire-connu';
import { envoyerActe } from '../../client/usages/commun/moteur';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { ajouterJours } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { courriersDuDossier, lireDossier } from '../../registre';
import * as messages from '../../workflows/parcours/messages';
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
});
