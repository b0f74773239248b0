import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ouvrirConnexion } from '../../client/connexion';
import { portLibre } from '../../client/local/ports';
import { estVivant } from '../../client/local/processus';
import { demarrerTemporal, type ServeurTemporal } from '../../client/local/serveur-temporal';
import { connecter, ErreurMoteur, moteurRepond } from '../../client/temporal';
import { CodecChiffrant, estChiffre } from '../../commun/codec';
import { racine } from '../../commun/racine';
import { lireReglages, type Reglages } from '../../commun/reglages';
import { trousseauDe } from '../../commun/trousseau';

let donnees: string;
let env: Record<string, string>;
let reglages: Reglages;
const aArreter: ServeurTemporal[] = [];
const demarrer = async (r: Reglages = reglages) => {
  const serveur = await demarrerTemporal(r);
  aArreter.push(serveur);
  return serveur;
};

beforeEach(async () => {
  donnees = mkdtempSync(join(tmpdir(), 'jalon-moteur-'));
  env = {
    JALON_DONNEES: donnees,
    JALON_TEMPORAL_PORT: String(await portLibre()),
    JALON_TEMPORAL_UI_PORT: String(await portLibre()),
  };
  reglages = lireReglages({ ...process.env, ...env });
});
afterEach(async () => {
  for (const serveur of aArreter.splice(0)) await serveur.arreter();
  rmSync(donnees, { recursive: true, force: true });
});

it('rien de ce qui est confié au moteur n’est lisible dans ses fichiers, et tout se relit avec la clé', async () => {
  const serveur = await demarrer();
  const client = await connecter(reglages);
  expect(await moteurRepond(client)).toBe(true);
  await client.workflow.start('parcours', {
    workflowId: 'csp-essai',
    taskQueue: 'personne',
    args: [{ v: 1, dossier: { dateNaissance: '1971-02-03', confidence: 'Aliénor-Très-Reconnaissable' } }],
  });
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: 'default',
    execution: { workflowId: 'csp-essai' },
  });
  const payload = history!.events![0]!.workflowExecutionStartedEventAttributes!.input!.payloads![0]!;
  expect(estChiffre(payload)).toBe(true);
  const [clair] = await new CodecChiffrant(trousseauDe(reglages)).decode([payload]);
  expect(JSON.parse(Buffer.from(clair!.data!).toString()).dossier.confidence).toBe('Aliénor-Très-Reconnaissable');
  await client.connection.close();
  await serveur.arreter();
  for (const nom of readdirSync(donnees).filter((n) => n.startsWith('temporal'))) {
    const octets = readFileSync(join(donnees, nom));
    expect([nom, octets.includes('Reconnaissable'), octets.includes('1971-02-03')]).toEqual([nom, false, false]);
    if (nom !== 'temporal.pid') expect([nom, statSync(join(donnees, nom)).mode & 0o077]).toEqual([nom, 0]);
  }
});

it('les attributs de recherche existent dès le premier départ et après un second', async () => {
  for (let depart = 0; depart < 2; depart++) {
    const serveur = await demarrer();
    const client = await connecter(reglages);
    const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace: 'default' });
    const noms = ['agence', 'alertes', 'etape', 'prochaineEcheance', 'referent', 'terme'];
    expect(Object.keys(customAttributes!)).toEqual(expect.arrayContaining(noms));
    await client.connection.close();
    await serveur.arreter();
  }
});

it('un moteur laissé par un lanceur tué est repris, ou remplacé quand les réglages ont changé', async () => {
  const premier = lanceurTue(env);
  const { pid } = await premier;
  expect(estVivant(pid)).toBe(true);
  const repris = await demarrer();
  expect(repris.adopte).toBe(true);
  const autrePort = lireReglages({ ...process.env, ...env, JALON_TEMPORAL_UI_PORT: String(await portLibre()) });
  const remplace = await demarrer(autrePort);
  expect(remplace.adopte).toBe(false);
  expect(estVivant(pid)).toBe(false);
});

it('un port pris par un autre est dit avec le réglage à changer', async () => {
  await demarrer();
  const ailleurs = mkdtempSync(join(tmpdir(), 'jalon-moteur-'));
  const second = lireReglages({ ...process.env, ...env, JALON_DONNEES: ailleurs });
  await expect(demarrerTemporal(second)).rejects.toThrow(/JALON_TEMPORAL_PORT/);
  rmSync(ailleurs, { recursive: true });
});

it('un moteur absent est dit en français', async () => {
  await expect(connecter(reglages)).rejects.toThrow(ErreurMoteur);
});

it('une connexion refusée ne frappe plus à la porte : qui ouvre ce port ensuite ne la voit pas revenir', async () => {
  const port = await portLibre();
  await expect(ouvrirConnexion({ adresse: `127.0.0.1:${port}`, acces: {} }, 300)).rejects.toThrow();
  let visites = 0;
  const voisin = createServer((prise) => {
    visites += 1;
    prise.destroy();
  });
  await new Promise<void>((pret) => voisin.listen(port, '127.0.0.1', pret));
  // gRPC comes back after a second, which was planned before, then 1.6 s later, 2.6 s later, and so on.
  await new Promise((suite) => setTimeout(suite, 4_500));
  await new Promise((fini) => voisin.close(fini));
  expect(visites).toBeLessThanOrEqual(1);
});

it('une connexion fermée pendant qu’un appel se retente rend l’appel à son auteur, sans rien casser après', async () => {
  const serveur = await demarrer();
  const client = await connecter(reglages);
  await serveur.arreter();
  // Refused, then tried again after a tenth of a second, and again.
  const appel = client.workflow.getHandle('personne').describe();
  const rendu = expect(appel).rejects.toThrow();
  await new Promise((suite) => setTimeout(suite, 350));
  await client.connection.close();
  await rendu;
  // A try of a closed connection throws in its timer, where it would end the process.
  await new Promise((suite) => setTimeout(suite, 1_000));
});

/** Starts the engine from another process, killed by force as soon as it is up. */
async function lanceurTue(env: Record<string, string>): Promise<{ pid: number }> {
  const script = join(racine, 'test/processus/lancer-moteur.ts');
  const enfant = spawn(process.execPath, [join(racine, 'client/local/lancer.mjs'), script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((pret) => enfant.stdout.once('data', pret));
  const fin = new Promise((mort) => enfant.once('exit', mort));
  enfant.kill('SIGKILL');
  await fin;
  return JSON.parse(readFileSync(join(env.JALON_DONNEES!, 'temporal.pid'), 'utf8'));
}
