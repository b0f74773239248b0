import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { empreinte, sources } from './empreinte';

let dossier: string;
const ecrire = (nom: string, texte: string) => writeFileSync(join(dossier, nom), texte);
const noms = () => sources(join(dossier, 'index.ts')).map((f) => f.slice(dossier.length + 1));
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-empreinte-'));
  mkdirSync(join(dossier, 'regles'));
  ecrire('index.ts', "export { a } from './a';\nimport type { T } from './types';\n");
  ecrire(
    'a.ts',
    "import {\n  b,\n  type C,\n} from './regles';\nimport { x } from '@temporalio/workflow';\nexport const a = b;\n",
  );
  ecrire('regles/index.ts', 'export const b = 1;\n');
  ecrire('types.ts', 'export type T = 1;\n');
});
afterEach(() => rmSync(dossier, { recursive: true }));

it('suit les imports de valeurs, pas ceux de types ni des paquets', () => {
  expect(noms()).toEqual(['a.ts', 'index.ts', 'regles/index.ts']);
});

it('l’empreinte change avec un fichier suivi ou le contexte, pas avec un type', () => {
  const calculer = (contexte = '1.24.0') => empreinte(dossier, [join(dossier, 'index.ts')], contexte);
  const avant = calculer();
  ecrire('types.ts', 'export type T = 2;\n');
  expect(calculer()).toBe(avant);
  expect(calculer('1.25.0')).not.toBe(avant);
  ecrire('regles/index.ts', 'export const b = 2;\n');
  expect(calculer()).not.toBe(avant);
});
