import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { racine } from '../../commun/racine';
import { lireReglages } from '../../commun/reglages';
import { environnementDe, lireCompose } from '../outils/compose';

const compose = lireCompose();

/** What a person gives. */
const donnees: Record<string, string> = { JALON_EXPEDITEUR: 'Jalon <csp@agence.example.org>' };
/** What a person puts in the files of secrets; a password may hold anything. */
const confidences: Record<string, string> = {
  jalon_cles: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  registre_mot_de_passe: 'a@b:c/d#e',
  temporal_mot_de_passe: 'essai',
  smtp_url: 'smtp://relais.example.org:25',
  grafana_mot_de_passe: 'essai',
};
let dossier: string;
beforeAll(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-compose-'));
  for (const [nom, contenu] of Object.entries(confidences)) writeFileSync(join(dossier, nom), `${contenu}\n`);
});
afterAll(() => rmSync(dossier, { recursive: true }));

const environnement = (service: string) => environnementDe(compose.services[service]!, { donnees, secrets: dossier });

it('le worker et l’outil web ont des réglages que Jalon accepte, sans nom inconnu', () => {
  const worker = lireReglages(environnement('worker'));
  expect(worker).toMatchObject({ profil: 'production', envoi: 'fenetre', avertissements: [] });
  expect(worker.embarques).toEqual({ moteur: false, registre: false, boite: false });
  expect(worker.registre.url).toBe('postgresql://jalon:a%40b%3Ac%2Fd%23e@registre:5432/jalon');
  const web = lireReglages(environnement('web'));
  expect(web.embarques).toEqual({ moteur: false, registre: false, boite: false });
  expect(web.cles).toBe(worker.cles);
  // What `npm run web` asks for in production.
  expect(web).toMatchObject({ profil: 'production', url: 'https://localhost', avertissements: [] });
  expect(web.mandataires).toHaveLength(2);
  // What a preview says of a hold is what the worker does.
  expect([web.sursisMinutes, web.envoi]).toEqual([worker.sursisMinutes, worker.envoi]);
  expect(lireReglages(environnement('installer')).temporal).toEqual(worker.temporal);
});

it('chaque secret est un fichier, donné à qui le lit et à personne d’autre', () => {
  expect(Object.keys(compose.secrets).sort()).toEqual(Object.keys(confidences).sort());
  for (const { secrets = [], ...service } of Object.values(compose.services)) {
    const lus = new Set([...JSON.stringify(service).matchAll(/\/run\/secrets\/(\w+)/g)].map(([, nom]) => nom));
    expect([...lus].sort()).toEqual([...secrets].sort());
  }
});

it('ce qui tourne a une image d’une version dite, une limite de mémoire, et attend ce qui doit être fait avant lui', () => {
  for (const [nom, { image, mem_limit, depends_on = {} }] of Object.entries(compose.services)) {
    expect([nom, image]).toEqual([nom, expect.stringMatching(/^jalon$|:v?\d/)]);
    if (nom !== 'temporal-schema') expect([nom, mem_limit]).toEqual([nom, expect.stringMatching(/^\d+[gm]$/)]);
    for (const [autre, { condition }] of Object.entries(depends_on)) {
      const saine = compose.services[autre]!.healthcheck !== undefined;
      expect([nom, autre, condition]).toEqual([
        nom,
        autre,
        saine ? 'service_healthy' : 'service_completed_successfully',
      ]);
    }
  }
  for (const nom of ['worker', 'web']) {
    expect(compose.services[nom]!.depends_on).toEqual({ installer: { condition: 'service_completed_successfully' } });
  }
});

it('ce que le moteur relit en marche est un fichier qui lui est donné', () => {
  const { configs = [], environment } = compose.services.temporal!;
  expect(configs.map(({ target }) => target)).toEqual([environment!.DYNAMIC_CONFIG_FILE_PATH]);
  for (const { source } of configs) expect(compose.configs).toHaveProperty(source);
});

it('l’image lance des fichiers qui existent', () => {
  const commandes = [
    ...Object.values(compose.services).flatMap((s) => s.command ?? []),
    readFileSync(join(racine, 'Dockerfile'), 'utf8'),
  ];
  const fichiers = new Set(commandes.join(' ').match(/(?:client|worker)\/[\w/.-]+\.(?:ts|mjs)/g));
  expect(fichiers.size).toBeGreaterThanOrEqual(4);
  for (const fichier of fichiers) expect(readFileSync(join(racine, fichier), 'utf8')).not.toBe('');
});

it('Prometheus lit ce que les workers et l’outil web ouvrent, et que personne d’autre n’atteint', () => {
  const { scrape_configs } = parse(readFileSync(join(racine, 'supervision/prometheus.yml'), 'utf8')) as {
    scrape_configs: { dns_sd_configs: { names: string[]; port: number }[] }[];
  };
  const lus = scrape_configs
    .flatMap((s) => s.dns_sd_configs)
    .map(({ names, port }) => [names.join(), `0.0.0.0:${port}`]);
  const { metriques } = lireReglages(environnement('worker'));
  const { metriquesWeb } = lireReglages(environnement('web'));
  expect(lus).toEqual([
    ['web', metriquesWeb],
    ['worker', metriques],
  ]);
  expect([compose.services.web!.ports, compose.services.worker!.ports]).toEqual([undefined, undefined]);
});

it('les deux PostgreSQL archivent, chacun chez lui, par un script qui leur est monté', () => {
  const deux = ['registre', 'temporal-postgres'].map((nom) => compose.services[nom]!);
  for (const { command = [], volumes = [], environment = {} } of deux) {
    const archiver = command.find((mot) => mot.startsWith('archive_command='))!.split(' ')[1]!;
    expect(command).toContain('archive_mode=on');
    expect(volumes).toContain('./sauvegarde:/sauvegarde:ro');
    expect(volumes).toContain(`${'$'}{JALON_SAUVEGARDES:-./sauvegardes}:/sauvegardes`);
    expect(existsSync(join(racine, archiver))).toBe(true);
    expect(environment.SAUVEGARDES).toMatch(/^\/sauvegardes\/\w+$/);
  }
  expect(new Set(deux.map(({ environment }) => environment!.SAUVEGARDES)).size).toBe(2);
});

it('ce qui est monté d’ici existe', () => {
  const montes = Object.values(compose.services)
    .flatMap((s) => s.volumes ?? [])
    .filter((v) => v.startsWith('./'))
    .map((v) => v.split(':')[0]!);
  expect(montes.length).toBeGreaterThan(3);
  expect(montes.filter((chemin) => !existsSync(join(racine, chemin)))).toEqual([]);
});

it('rien n’écoute hors de cette machine', () => {
  const ports = Object.values(compose.services).flatMap((s) => s.ports ?? []);
  expect(ports.length).toBeGreaterThan(0);
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
});
