import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lireCompose, scriptDe } from '../../outils/compose';
import { rates } from './essais';
import { environnementDuMoteur } from './moteur';
import { obtenirGrappe, versionDuMoteur } from './obtenir';
import { rediger } from './rapport';

const compose = lireCompose();
const place = { secrets: '/ailleurs' };
const reperes = { base: 5999, ports: { FRONTEND_GRPC_PORT: '7999' }, dynamique: '/ailleurs/dynamique.yaml' };

describe('ce que le fichier donne au moteur', () => {
  it('est donné tel quel à la grappe de l’épreuve ; seuls changent les adresses, les ports et le fichier relu en marche', () => {
    const donne = compose.services.temporal!.environment!;
    const recu = environnementDuMoteur(compose, 'temporal', place, reperes);
    const changes = Object.keys(recu).filter((nom) => recu[nom] !== donne[nom]);
    expect(changes.sort()).toEqual(
      ['BIND_ON_IP', 'DB_PORT', 'DYNAMIC_CONFIG_FILE_PATH', 'FRONTEND_GRPC_PORT', 'POSTGRES_SEEDS'].sort(),
    );
    expect(recu).toMatchObject({ DB: 'postgres12', NUM_HISTORY_SHARDS: donne.NUM_HISTORY_SHARDS, DB_PORT: '5999' });
  });

  it('est d’une seule version, celle des outils qui posent ses tables', () => {
    expect(versionDuMoteur(compose)).toMatch(/^\d+\.\d+\.\d+$/);
    const { temporal: _, ...services } = compose.services;
    const autre = { ...compose, services: { ...services, temporal: { image: 'temporalio/server:1.0.0' } } };
    expect(() => versionDuMoteur(autre)).toThrow('pas de la même version : 1.0.0 et');
  });

  it('le script des tables est celui du fichier, ses dollars rendus au shell et ses secrets à leur dossier', () => {
    const script = scriptDe(compose.services['temporal-schema']!, place);
    expect(script).toContain('SQL_PASSWORD="$(cat /ailleurs/temporal_mot_de_passe)"');
    expect(script).toMatch(/--db "\$\{base%:\*\}"/);
    expect(script).not.toContain('$$');
  });
});

describe('les programmes de la grappe', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'jalon-grappe-'));
  });
  afterEach(() => rmSync(cache, { recursive: true }));

  it('viennent du cache quand ils y sont tous', async () => {
    const dossier = join(cache, 'grappe', '1.2.3');
    mkdirSync(dossier, { recursive: true });
    writeFileSync(join(dossier, 'temporal-server'), '');
    await expect(obtenirGrappe(cache, '1.2.3', { PATH: '' })).rejects.toThrow('Go est introuvable');
    writeFileSync(join(dossier, 'temporal-sql-tool'), '');
    expect(await obtenirGrappe(cache, '1.2.3', { PATH: '' })).toBe(dossier);
  });

  it('sans Go, ce qu’il faut installer est dit', async () => {
    await expect(obtenirGrappe(cache, '1.2.3', { PATH: '' })).rejects.toThrow(
      'installez-le (go.dev), il construira le serveur Temporal 1.2.3',
    );
  });
});

it('le rapport dit les fautes d’abord, puis chaque étape', () => {
  const tete = { date: '2026-11-30', commit: 'abc', commande: 'c', machine: 'm', version: '1.2.3' };
  const etapes = [{ nom: 'Une étape', secondes: 3, vu: 'bien' }];
  expect(rediger(etapes, [], tete)).toContain('**Le bloc d’environnement de `docker-compose.yml` démarre');
  const texte = rediger(etapes, ['une lettre en double'], tete);
  expect(texte).toContain('**1 faute(s).**');
  expect(texte.indexOf('- une lettre en double')).toBeLessThan(texte.indexOf('| Une étape | 3 | bien |'));
});

it('un essai raté sur la grappe est nommé, un fichier qui ne s’est pas lancé aussi', () => {
  const fichier = (statuts: string[]) => ({
    ...{ name: 'a.test.ts', message: 'Cannot find module' },
    assertionResults: statuts.map((status, rang) => ({
      ...{ status, fullName: `essai ${rang}` },
      failureMessages: status === 'passed' ? [] : ['\u001b[31mError: trop tard\u001b[39m\n  at ici'],
    })),
  });
  const testResults = [fichier(['passed', 'failed']), fichier(['passed']), fichier([])];
  expect(rates({ numPassedTests: 2, numTotalTests: 3, testResults })).toEqual([
    'essai 1 : Error: trop tard',
    'a.test.ts : Cannot find module',
  ]);
});
