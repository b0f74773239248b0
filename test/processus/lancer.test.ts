import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { racine } from '../../commun/racine';

/** A project with the bootstrap and one dependency that counts its installations: `esbuild`, reduced to what is called of it. */
let projet: string;
const ESBUILD = `exports.build = async ({ entryPoints: [entree] }) => {
  const text = require('node:fs').readFileSync(entree, 'utf8');
  return { outputFiles: [{ text }], metafile: { inputs: { 'entree.js': {} } } };
};
exports.stop = async () => undefined;
`;
beforeEach(() => {
  projet = mkdtempSync(join(tmpdir(), 'jalon-lancer-'));
  const ecrire = (nom: string, texte: string) => writeFileSync(join(projet, nom), texte);
  mkdirSync(join(projet, 'client/local'), { recursive: true });
  mkdirSync(join(projet, 'esbuild'));
  for (const nom of ['lancer.mjs', 'installer.mjs', 'assembler.mjs', 'piles.mjs']) {
    cpSync(join(racine, 'client/local', nom), join(projet, 'client/local', nom));
  }
  ecrire('esbuild/package.json', '{"name":"esbuild","version":"1.0.0"}');
  ecrire('esbuild/index.js', ESBUILD);
  ecrire('entree.js', 'console.log(JSON.stringify(process.argv.slice(2)));');
  ecrire('compter.js', "require('node:fs').appendFileSync('installations', 'x');");
  ecrire(
    'package.json',
    '{"name":"essai","version":"1.0.0","scripts":{"preinstall":"node compter.js"},"dependencies":{"esbuild":"file:esbuild"}}',
  );
  ecrire(
    'package-lock.json',
    JSON.stringify({
      name: 'essai',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'essai', version: '1.0.0', dependencies: { esbuild: 'file:esbuild' } },
        'node_modules/esbuild': { resolved: 'esbuild', link: true },
        esbuild: { version: '1.0.0' },
      },
    }),
  );
});
afterEach(() => rmSync(projet, { recursive: true, force: true }));

/** A project that one `npm ci` installed, for what follows an installation: each costs a second of processor. */
let installe: string | undefined;
afterAll(() => installe && rmSync(installe, { recursive: true, force: true }));

async function installer(): Promise<void> {
  const copier = (de: string, vers: string) => cpSync(de, vers, { recursive: true, verbatimSymlinks: true });
  if (installe !== undefined) return copier(installe, projet);
  expect(await lancer('--preparer')).toMatchObject({ statut: 0 });
  installe = mkdtempSync(join(tmpdir(), 'jalon-installe-'));
  copier(projet, installe);
}

const installations = () => {
  const fichier = join(projet, 'installations');
  return existsSync(fichier) ? readFileSync(fichier, 'utf8').length : 0;
};

function changer(fichier: string, quoi: RegExp, par: string): void {
  const chemin = join(projet, fichier);
  writeFileSync(chemin, readFileSync(chemin, 'utf8').replace(quoi, par));
}

interface Fin {
  statut: number | null;
  sortie: string;
  erreurs: string;
}
/** As a person would from a shell: nothing of the npm that runs these tests. */
function commencer(reglages: Record<string, string>, ...arguments_: string[]): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([nom]) => !/^npm_/i.test(nom)));
  return spawn(process.execPath, [join(projet, 'client/local/lancer.mjs'), ...arguments_], {
    env: { ...env, ...reglages },
  });
}
const lancer = (...arguments_: string[]): Promise<Fin> => lancerAvec({}, ...arguments_);
function lancerAvec(reglages: Record<string, string>, ...arguments_: string[]): Promise<Fin> {
  const enfant = commencer(reglages, ...arguments_);
  const fin: Fin = { statut: null, sortie: '', erreurs: '' };
  enfant.stdout!.on('data', (bout) => {
    fin.sortie += bout;
  });
  enfant.stderr!.on('data', (bout) => {
    fin.erreurs += bout;
  });
  return new Promise((rendre) => enfant.on('close', (statut) => rendre({ ...fin, statut })));
}

it('installe ce qui manque, passe les arguments, et n’y revient plus', async () => {
  expect(await lancer('entree.js', 'a', '--b')).toMatchObject({ statut: 0, sortie: '["a","--b"]\n' });
  expect(await lancer('entree.js')).toMatchObject({ statut: 0, sortie: '[]\n' });
  expect(installations()).toBe(1);
});

it('une pile d’appels dit où sont nos sources', async () => {
  await installer();
  // AAGQ: what stands first in the script stands at line 4, column 9, of its only source.
  const plan = { version: 3, sources: ['vraie.ts'], sourceRoot: `${projet}/`, mappings: 'AAGQ', names: [] };
  const lien = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(plan)).toString('base64')}`;
  writeFileSync(join(projet, 'entree.js'), `throw new Error('tombé');\n${lien}\n`);
  const { statut, erreurs } = await lancer('entree.js');
  expect(statut).toBe(1);
  expect(erreurs).toContain(`Error: tombé\n    at Object.<anonymous> (${join(projet, 'vraie.ts')}:4:9)\n    at `);
});

it('deux commandes lancées ensemble n’installent qu’une fois', async () => {
  const fins = await Promise.all([lancer('entree.js'), lancer('entree.js'), lancer('entree.js')]);
  expect(fins.map((fin) => fin.statut)).toEqual([0, 0, 0]);
  expect(installations()).toBe(1);
  expect(existsSync(join(projet, '.cache/installation'))).toBe(false);
});

it('un verrou dont le propriétaire est mort n’arrête personne', async () => {
  const mort = spawn(process.execPath, ['-e', '0']);
  await new Promise((fini) => mort.on('close', fini));
  mkdirSync(join(projet, '.cache/installation'), { recursive: true });
  writeFileSync(join(projet, '.cache/installation/pid'), String(mort.pid));
  expect(await lancer('entree.js')).toMatchObject({ statut: 0 });
});

it('une installation dont la commande a été tuée continue, et la suivante l’attend au lieu d’en commencer une autre', async () => {
  // An npm that takes its time, for as long as it is told to.
  const [debut, suite, npm] = ['debut', 'suite', 'npm-lent.js'].map((nom) => join(projet, nom)) as [
    string,
    string,
    string,
  ];
  writeFileSync(
    npm,
    `const fs = require('node:fs');
    fs.writeFileSync(${JSON.stringify(debut)}, '');
    const ronde = setInterval(() => {
      if (!fs.existsSync(${JSON.stringify(suite)})) return;
      clearInterval(ronde);
      require('node:child_process').spawnSync('npm', process.argv.slice(2), { stdio: 'ignore' });
    }, 50);`,
  );
  const tuee = commencer({ npm_execpath: npm }, '--preparer');
  while (!existsSync(debut)) await new Promise((plusTard) => setTimeout(plusTard, 50));
  tuee.kill('SIGKILL');
  await once(tuee, 'exit');
  const suivante = commencer({}, 'entree.js');
  const [dit] = await once(suivante.stderr!, 'data');
  expect(String(dit)).toContain('on l’attend');
  writeFileSync(suite, '');
  expect(await once(suivante, 'exit')).toEqual([0, null]);
  expect(installations()).toBe(1);
});

it('un package-lock.json qui veut autre chose fait réinstaller', async () => {
  await installer();
  for (const fichier of ['package-lock.json', 'esbuild/package.json']) changer(fichier, /"1\.0\.0"(?=\}+$)/, '"1.0.1"');
  expect(await lancer('--preparer')).toMatchObject({ statut: 0 });
  expect(installations()).toBe(2);
});

it('un package-lock.json plus récent qui veut la même chose ne fait rien : quelqu’un tourne peut-être là', async () => {
  await installer();
  changer('package-lock.json', /$/, '\n');
  const plusTard = new Date(Date.now() + 5_000);
  utimesSync(join(projet, 'package-lock.json'), plusTard, plusTard);
  expect(await lancer('--preparer')).toMatchObject({ statut: 0, erreurs: '' });
  expect(installations()).toBe(1);
});

it('en production, ce que l’image a laissé (les outils de vérification) ne manque pas ; ailleurs, si', async () => {
  await installer();
  changer('package-lock.json', /"packages":\{/, '$&"node_modules/outil":{"version":"1.0.0","dev":true},');
  expect(await lancerAvec({ NODE_ENV: 'production' }, '--preparer')).toMatchObject({ statut: 0 });
  expect(installations()).toBe(1);
  await lancer('--preparer');
  expect(installations()).toBe(2);
});

it('une installation qui échoue dit pourquoi et quoi faire', async () => {
  writeFileSync(join(projet, 'compter.js'), "throw new Error('disque plein');");
  const fin = await lancer('entree.js');
  expect(fin.statut).toBe(1);
  expect(fin.erreurs).toContain('disque plein');
  expect(fin.erreurs).toContain('L’installation des dépendances a échoué (npm ci)');
});

it('sans rien à lancer, dit comment s’en servir', async () => {
  expect(await lancer()).toMatchObject({ statut: 2 });
});

it('une version trop ancienne de Node est nommée', async () => {
  const essai = join(projet, 'client/local/lancer.mjs');
  writeFileSync(essai, readFileSync(essai, 'utf8').replace('NODE_MINIMAL = 20', 'NODE_MINIMAL = 99'));
  const fin = await lancer('entree.js');
  expect(fin.statut).toBe(1);
  expect(fin.erreurs).toContain(
    `Jalon a besoin de Node.js 99 ou plus récent ; cette machine a la version ${process.versions.node}`,
  );
});

const SALUT = "console.log('salut');";

it('un programme fait sert aux départs suivants, jusqu’à ce qu’une de ses sources change', async () => {
  await installer();
  await lancer('entree.js');
  // What is kept is what runs: esbuild is not asked again.
  changer('esbuild/index.js', /^/, "throw new Error('redemandé');");
  expect(await lancer('entree.js', 'b')).toMatchObject({ statut: 0, sortie: '["b"]\n' });
  changer('esbuild/index.js', /^throw[^;]*;/, '');
  writeFileSync(join(projet, 'entree.js'), SALUT);
  expect(await lancer('entree.js')).toMatchObject({ statut: 0, sortie: 'salut\n' });
});

it('ce qui ne peut pas être gardé sert cette fois', async () => {
  await installer();
  writeFileSync(join(projet, '.cache/programmes'), '');
  expect(await lancer('entree.js')).toMatchObject({ statut: 0, sortie: '[]\n' });
});

it('aucun fichier ne désigne un voisin TypeScript par require.resolve() : un programme fait n’a plus ses sources une à une', () => {
  const salles = ['domain', 'courriers', 'workflows', 'activities', 'registre', 'worker', 'client', 'commun', 'bench'];
  const fichiers = salles.flatMap((salle) =>
    readdirSync(join(racine, salle), { recursive: true, encoding: 'utf8' }).map((nom) => join(salle, nom)),
  );
  const fautifs = fichiers
    .filter((fichier) => /\.tsx?$/.test(fichier) && !fichier.includes('.test.'))
    .filter((fichier) => /\brequire\.resolve\(\s*['"]\./.test(readFileSync(join(racine, fichier), 'utf8')));
  expect(fautifs).toEqual([]);
});
