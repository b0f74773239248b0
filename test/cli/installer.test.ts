import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { portLibre } from '../../client/local/ports';
import { demarrerTemporal, type ServeurTemporal } from '../../client/local/serveur-temporal';
import { connecter } from '../../client/temporal';
import { attributs } from '../../commun/attributs';
import { lireReglages } from '../../commun/reglages';
import { administrer, adresseBase, demarrerServeurRegistre, VARIABLE_SERVEUR } from '../outils/serveur-registre';
import { lancer } from './jalon';

const BASE = 'essai_installer';
const NOMS = Object.keys(attributs);

let donnees: string;
let env: Record<string, string>;
let moteur: ServeurTemporal;
let client: Client;
let registre: { url: string; arreter(): Promise<unknown> };
beforeAll(async () => {
  donnees = mkdtempSync(join(tmpdir(), 'jalon-installer-'));
  const partage = process.env[VARIABLE_SERVEUR];
  registre = partage ? { url: partage, arreter: () => Promise.resolve() } : await demarrerServeurRegistre();
  await administrer(registre.url, `CREATE DATABASE ${BASE}`);
  env = {
    JALON_DONNEES: donnees,
    JALON_TEMPORAL_PORT: String(await portLibre()),
    JALON_TEMPORAL_UI_PORT: String(await portLibre()),
    JALON_REGISTRE_URL: adresseBase(registre.url, BASE),
  };
  const reglages = lireReglages({ ...process.env, ...env });
  moteur = await demarrerTemporal(reglages);
  client = await connecter(reglages);
});
afterAll(async () => {
  await client?.connection.close();
  await moteur?.arreter();
  await administrer(registre.url, `DROP DATABASE IF EXISTS ${BASE} WITH (FORCE)`);
  await registre.arreter();
  rmSync(donnees, { recursive: true, force: true });
});

const installer = async (espace: string, ...options: string[]) => {
  const { statut, texte, erreurs } = await lancer(['installer', ...options], {
    env: { ...env, JALON_TEMPORAL_ESPACE: espace },
  });
  return { statut, texte: texte.replace(/\s+/g, ' ').trim(), erreurs: erreurs.replace(/\s+/g, ' ') };
};
const retention = async (namespace: string) => {
  const { config } = await client.workflowService.describeNamespace({ namespace });
  return Number(config!.workflowExecutionRetentionTtl!.seconds) / 86_400;
};
const connus = async (namespace: string) => {
  const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace });
  return Object.keys(customAttributes!).filter((nom) => NOMS.includes(nom));
};

it('dit ce qui manque sans rien changer, le fait une fois, puis n’a plus rien à faire', async () => {
  const dit = await installer('agence-essai', '--dire');
  expect(dit.texte).toMatch(
    /^Registre : \d+ migrations \(001-\S+, .*Moteur : espace de noms « agence-essai », rétention 90 jours\. /,
  );
  expect(dit.texte).toMatch(/attributs de recherche etape, .*Rien n’a été changé\.$/);
  expect((await installer('agence-essai', '--dire')).texte).toBe(dit.texte);

  const fait = await installer('agence-essai');
  expect([fait.statut, dit.texte]).toEqual([0, `${fait.texte} Rien n’a été changé.`]);
  expect(await installer('agence-essai')).toMatchObject({
    statut: 0,
    texte: 'Le registre et le moteur ont déjà tout ce qu’il faut.',
  });
  const autre = new Client({ connection: client.connection, namespace: 'agence-essai' });
  await autre.workflow.start('parcours', {
    workflowId: 'csp-essai',
    taskQueue: 'personne',
    typedSearchAttributes: [{ key: attributs.etape, value: 'EN_CSP' }],
  });
});

it('une rétention trop courte est allongée, une plus longue est laissée', async () => {
  expect((await installer('agence-essai', '--retention', '120')).texte).toContain('de 90 jours à 120 jours');
  expect(await retention('agence-essai')).toBe(120);
  expect((await installer('agence-essai', '--retention', '30')).texte).toContain('déjà tout');
  expect(await retention('agence-essai')).toBe(120);
  expect(await installer('agence-essai', '--retention', 'six')).toMatchObject({
    statut: 2,
    erreurs: expect.stringContaining('--retention attend un nombre entier de jours'),
  });
});

it('un attribut d’un autre type est refusé, et rien n’est changé', async () => {
  await installer('agence-fausse');
  const operateur = client.connection.operatorService;
  await operateur.removeSearchAttributes({ namespace: 'agence-fausse', searchAttributes: NOMS });
  const { INDEXED_VALUE_TYPE_TEXT } = temporal.api.enums.v1.IndexedValueType;
  await operateur.addSearchAttributes({
    namespace: 'agence-fausse',
    searchAttributes: { alertes: INDEXED_VALUE_TYPE_TEXT },
  });
  expect(await installer('agence-fausse')).toMatchObject({
    statut: 1,
    erreurs: expect.stringContaining('un attribut de recherche « alertes », d’un autre type'),
  });
  expect(await connus('agence-fausse')).toEqual(['alertes']);
});
