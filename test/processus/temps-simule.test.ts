import { trousseauDuBanc } from '../../client/local/banc';
import { demarrerTemps, type TempsSimule } from '../../client/local/temps-simule';
import { DELAIS, ErreurHorloge } from '../../client/local/veille';
import { convertisseur } from '../../commun/data-converter';
import { lireReglages } from '../../commun/reglages';
import { commande, descendants } from '../harnais/balayage.cjs';

const DEPART = new Date('2025-03-03T08:00:00Z');

let temps: TempsSimule;
let serveur: number;
beforeEach(async () => {
  const avant = new Set(descendants().map(({ pid }) => pid));
  const delais = { ...DELAIS, silence: 4 };
  temps = await demarrerTemps(lireReglages(), convertisseur(trousseauDuBanc()), DEPART, delais);
  serveur = descendants().find((un) => !avant.has(un.pid) && commande(un).includes('temporal-test-server'))!.pid;
});
afterEach(async () => {
  process.kill(serveur, 'SIGCONT');
  await temps.arreter();
});

it('un an passe en un instant quand personne n’attend', async () => {
  const debut = Date.now();
  await temps.avancer(new Date('2026-03-03T08:00:00Z'));
  expect((await temps.maintenant()).toISOString().slice(0, 10)).toBe('2026-03-03');
  expect(Date.now() - debut).toBeLessThan(10_000);
});

it('un serveur qui se fige est nommé en quelques secondes, à qui demande l’heure comme à qui attend', async () => {
  process.kill(serveur, 'SIGSTOP');
  const debut = Date.now();
  const demandes = [temps.maintenant(), temps.client.workflow.getHandle('csp-essai').signal('consigner', {})];
  for (const demande of demandes) {
    await expect(demande).rejects.toThrow(ErreurHorloge);
    await expect(demande).rejects.toThrow('Le serveur du temps simulé ne répond plus');
  }
  expect(Date.now() - debut).toBeLessThan(20_000);
});

it('un parcours que personne ne prend arrête l’horloge, et l’erreur le dit', async () => {
  const poignee = await temps.client.workflow.start('parcours', {
    workflowId: 'seul',
    taskQueue: 'personne',
    args: [],
  });
  await expect(poignee.result()).rejects.toThrow(
    /^L’horloge simulée n’avance plus \(fin de seul\) : arrêtée au 2025-03-03T.* depuis 5 s, aucune activité en cours, aucune n’a fini\. En main du serveur : seul : .*EVENT_TYPE_WORKFLOW_TASK_SCHEDULED\.$/,
  );
});
