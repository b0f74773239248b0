import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErreurReglage, lireReglages } from '../../commun/reglages';
import { ErreurBinaire, trouverBinaire } from './binaires';
import epingles from './binaires.json';
import { dansUnAtelier, placer, verifier } from './binaires-cache';
import type { Source } from './binaires-source';

let dossier: string;
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-binaires-'));
});
afterEach(() => rmSync(dossier, { recursive: true }));

/** A program that answers `--version` as Temporal's does. */
function programme(chemin: string, version: string): string {
  mkdirSync(join(chemin, '..'), { recursive: true });
  writeFileSync(chemin, `#!/bin/sh\necho "temporal version ${version} (Server 1.32.0)"\n`);
  chmodSync(chemin, 0o755);
  return chemin;
}
const path = () => join(dossier, 'path');
const enCache = () =>
  join(dossier, 'binaires', `temporal-${epingles.temporal.version}-${process.platform}-${process.arch}`);
const reglages = (binaire?: string) => lireReglages({ JALON_CACHE: dossier, JALON_TEMPORAL_BINAIRE: binaire });

const essais: string[] = [];
const source = (nom: 'SDK' | 'pip', reussit: boolean): readonly ['SDK' | 'pip', Source] => [
  nom,
  async (_epingle, _nom, destination) => {
    essais.push(nom);
    if (!reussit) throw new Error('pas de réseau');
    programme(destination, '1.9.1');
  },
];
beforeEach(() => {
  essais.length = 0;
});
const trouver = (options: { binaire?: string; sdk?: boolean; pip?: boolean } = {}) =>
  trouverBinaire('temporal', reglages(options.binaire), {
    path: path(),
    sources: [source('SDK', options.sdk ?? false), source('pip', options.pip ?? false)],
  });

it('le réglage passe avant tout', async () => {
  programme(join(path(), 'temporal'), '1.9.1');
  const binaire = programme(join(dossier, 'choisi'), '1.9.1');
  expect(await trouver({ binaire })).toEqual({ chemin: binaire, origine: 'réglage' });
});

it('un réglage qui ne mène à aucun programme est nommé, rien d’autre n’est essayé', async () => {
  programme(join(path(), 'temporal'), '1.9.1');
  await expect(trouver({ binaire: join(dossier, 'absent') })).rejects.toThrow(ErreurReglage);
  await expect(trouver({ binaire: join(dossier, 'absent') })).rejects.toThrow(/JALON_TEMPORAL_BINAIRE vaut/);
});

it('le PATH passe avant le cache, sauf si sa version est trop ancienne', async () => {
  programme(enCache(), '1.9.1');
  const duPath = programme(join(path(), 'temporal'), '1.10.0');
  expect(await trouver()).toEqual({ chemin: duPath, origine: 'PATH' });
  programme(join(path(), 'temporal'), '1.4.9');
  expect(await trouver()).toEqual({ chemin: enCache(), origine: 'cache' });
});

it('le cache évite tout téléchargement', async () => {
  programme(enCache(), '1.9.1');
  expect((await trouver({ sdk: true, pip: true })).origine).toBe('cache');
  expect(essais).toEqual([]);
});

it('le téléchargement du SDK passe avant pip, et le second départ trouve le cache', async () => {
  expect(await trouver({ pip: true })).toEqual({ chemin: enCache(), origine: 'pip' });
  expect(essais).toEqual(['SDK', 'pip']);
  expect((await trouver()).origine).toBe('cache');
});

it('quand rien n’y fait, une phrase dit tous les endroits regardés et quoi faire', async () => {
  const erreur: Error = await trouver().catch((e) => e);
  expect(erreur).toBeInstanceOf(ErreurBinaire);
  expect(erreur.message).toMatch(
    /^Le programme temporal 1\.9\.1 est introuvable \(JALON_TEMPORAL_BINAIRE n’est pas réglé ; absent du PATH ; rien dans .* ; SDK : pas de réseau ; pip : pas de réseau\) : installez-le, ou donnez son chemin dans JALON_TEMPORAL_BINAIRE\.$/,
  );
});

it('un fichier dont l’empreinte n’est pas la bonne n’est jamais placé', async () => {
  const destination = join(dossier, 'place');
  const poser = (sha256: string) =>
    dansUnAtelier(destination, async (atelier) => {
      writeFileSync(join(atelier, 'lu'), 'contenu');
      await verifier(join(atelier, 'lu'), sha256);
      await placer(join(atelier, 'lu'), destination);
    });
  await expect(poser('0'.repeat(64))).rejects.toThrow('empreinte inattendue');
  expect(existsSync(destination)).toBe(false);
  await poser('3016ef88e3166466281c563b984abed5412a2de823d37ed99c2af39be422fab1');
  expect(readFileSync(destination, 'utf8')).toBe('contenu');
});

it('chaque plateforme épinglée a ses empreintes', () => {
  for (const { plateformes } of Object.values(epingles)) {
    expect(Object.keys(plateformes).sort()).toEqual(['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64']);
    for (const { sha256Roue, sha256Programme } of Object.values(plateformes)) {
      expect(sha256Roue).toMatch(/^[0-9a-f]{64}$/);
      expect(sha256Programme).toMatch(/^[0-9a-f]{64}$/);
    }
  }
});
