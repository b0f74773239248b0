import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

interface Paquet {
  version?: string;
  integrity?: string;
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
type Verrou = Record<string, Paquet>;

const verrou: Verrou = JSON.parse(readFileSync(join(racine, 'package-lock.json'), 'utf8')).packages;

/** Whether a package finds another, in its own `node_modules` or one above. */
function trouve(verrou: Verrou, chemin: string, nom: string): boolean {
  if (verrou[`${chemin ? `${chemin}/` : ''}node_modules/${nom}`]) return true;
  return chemin !== '' && trouve(verrou, chemin.slice(0, Math.max(0, chemin.lastIndexOf('/node_modules/'))), nom);
}

/** What keeps `npm ci` from installing on some platform, or ties the file to the registry of whoever wrote it. */
function fautes(verrou: Verrou): string[] {
  return Object.entries(verrou).flatMap(([chemin, paquet]) => [
    ...Object.keys({ ...paquet.dependencies, ...paquet.optionalDependencies })
      .filter((nom) => !trouve(verrou, chemin, nom))
      .map((nom) => `${chemin} : ${nom} absent`),
    ...(chemin !== '' && !(paquet.version && paquet.integrity) ? [`${chemin} : sans version ou sans empreinte`] : []),
    ...(paquet.resolved ? [`${chemin} : adresse d’un registre`] : []),
  ]);
}

it('package-lock.json est entier : les paquets de toutes les plateformes, leur empreinte, aucun registre', () => {
  expect(Object.keys(verrou).length).toBeGreaterThan(500);
  for (const plateforme of ['win32-x64', 'darwin-arm64', 'linux-arm64'])
    expect(verrou).toHaveProperty([`node_modules/@biomejs/cli-${plateforme}`]);
  expect(fautes(verrou)).toEqual([]);
});

it('ce qui manque est nommé', () => {
  const { 'node_modules/@esbuild/win32-x64': retire, ...reste } = verrou;
  expect(fautes(reste)).toEqual(['node_modules/esbuild : @esbuild/win32-x64 absent']);
  const { integrity, ...sans } = retire!;
  const adresse = { ...sans, resolved: 'https://registre.example.org/x.tgz' };
  expect(integrity).toMatch(/^sha512-/);
  expect(fautes({ ...reste, 'node_modules/@esbuild/win32-x64': adresse })).toEqual([
    'node_modules/@esbuild/win32-x64 : sans version ou sans empreinte',
    'node_modules/@esbuild/win32-x64 : adresse d’un registre',
  ]);
});
