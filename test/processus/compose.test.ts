import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { attributsPourServeur } from '../../commun/attributs';
import { racine } from '../../commun/racine';
import { lireReglages } from '../../commun/reglages';

const texte = readFileSync(join(racine, 'docker-compose.yml'), 'utf8');
const compose = parse(texte, { merge: true }) as {
  services: Record<
    string,
    { environment?: Record<string, string>; ports?: string[]; command?: string[]; build?: string }
  >;
};

/** What a person gives; `docker compose` puts it in place of `${NOM}` and `${NOM:?…}`. */
const donnees: Record<string, string> = {
  JALON_CLES: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  JALON_SMTP_URL: 'smtp://relais.example.org:25',
  MOT_DE_PASSE: 'essai',
};
const remplacer = (valeur: unknown) =>
  String(valeur).replace(
    /\$\{(\w+)(?::([?-])([^}]*))?\}/g,
    (_t, nom, signe, reste) => donnees[nom] ?? (signe === '-' ? reste : ''),
  );
const environnement = (service: string) =>
  Object.fromEntries(
    Object.entries(compose.services[service]!.environment ?? {}).map(([nom, valeur]) => [nom, remplacer(valeur)]),
  );

it('le worker et l’outil web ont des réglages que Jalon accepte, sans nom inconnu', () => {
  const worker = lireReglages(environnement('worker'));
  expect(worker).toMatchObject({ profil: 'production', envoi: 'fenetre', avertissements: [] });
  expect(worker.embarques).toEqual({ moteur: false, registre: false, boite: false });
  const web = lireReglages(environnement('web'));
  expect(web.embarques).toEqual({ moteur: false, registre: false, boite: false });
  expect(web.cles).toBe(worker.cles);
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

it('les attributs de recherche du cluster sont ceux du parcours', () => {
  const crees = [...texte.matchAll(/--name (\w+) --type (\w+)/g)].map(([, nom, type]) => `${nom}=${type}`);
  expect(crees).toEqual(attributsPourServeur);
});

it('rien n’écoute hors de cette machine', () => {
  const ports = Object.values(compose.services).flatMap((s) => s.ports ?? []);
  expect(ports.length).toBeGreaterThan(0);
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
});
