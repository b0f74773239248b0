import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { racine } from '../../../commun/racine';
import { compter, type Mutant, type Resultats, rapport, score } from './bilan';

describe('le bilan d’une épreuve de mutation', () => {
  const mutant = (status: Mutant['status'], ligne: number, plus: Partial<Mutant> = {}): Mutant => ({
    mutatorName: 'EqualityOperator',
    replacement: 'a <\n   b',
    status,
    location: { start: { line: ligne, column: 5 }, end: { line: ligne, column: 11 } },
    ...plus,
  });
  const resultats: Resultats = {
    files: {
      'domain/dates.ts': {
        source: 'let x;\nif (a <= b) {}\n',
        mutants: [
          mutant('Killed', 2),
          mutant('Timeout', 2),
          mutant('Survived', 2),
          mutant('Ignored', 1, { statusReason: 'texte pour des gens' }),
        ],
      },
      'domain/casse.ts': { source: 'x', mutants: [mutant('RuntimeError', 1, { statusReason: 'pile\n  at x' })] },
      'domain/age.ts': { source: 'let y = 1;', mutants: [mutant('NoCoverage', 1, { replacement: '' })] },
    },
  };

  it('un mutant tué ou trop long compte pour le score, un mutant écarté ne compte pas', () => {
    const compte = compter(resultats.files['domain/dates.ts']!.mutants);
    expect([compte, score(compte)]).toEqual([{ tues: 2, survivants: 1, ecartes: 1 }, 200 / 3]);
    expect(score({ tues: 0, survivants: 0, ecartes: 4 })).toBe(100);
  });
  it('le rapport donne le score, chaque fichier et chaque survivant', () => {
    const texte = rapport(resultats, { date: '2026-11-22', commande: 'cmd', machine: 'machine', duree: '3 min' });
    expect(texte).toContain('**50,0 %** des mutants tués par les tests unitaires : 2 sur 4.');
    expect(texte).toContain('- Non comptés : 1 (texte pour des gens)');
    expect(texte).toContain('- Non comptés : 1 (le code changé ne se charge plus)');
    expect(texte).toContain('| domain/dates.ts | 66,7 % | 2 | 1 | 1 |');
    expect(texte).toContain('- 2 : `a <= b` → `a < b`\n');
    expect(texte).toContain('(aucun test n’y passe)');
    expect(texte.indexOf('domain/age.ts')).toBeLessThan(texte.indexOf('domain/dates.ts'));
  });
});

/** What the runner answers to each of these calls, in a process of its own, in `dossier`. */
function repondre(dossier: string, appels: readonly [methode: string, options: object][]): Record<string, unknown>[] {
  const coureur = JSON.stringify(pathToFileURL(join(__dirname, 'coureur.mjs')));
  const script = `
    const { CoureurDomaine } = await import(${coureur});
    const coureur = new CoureurDomaine();
    coureur.init();
    const reponses = [];
    for (const [methode, options] of ${JSON.stringify(appels)}) reponses.push(await coureur[methode](options));
    console.log(JSON.stringify(reponses));`;
  return JSON.parse(node(dossier, '--input-type=module', '--eval', script));
}

const node = (cwd: string, ...arguments_: string[]): string =>
  execFileSync(process.execPath, arguments_, { cwd, encoding: 'utf8' });

const essai: ['dryRun', object] = ['dryRun', { coverageAnalysis: 'perTest' }];
const mutant = (id: string, options: object = {}): ['mutantRun', object] => [
  'mutantRun',
  { activeMutant: { id }, ...options },
];

let dossier: string;
beforeEach(() => {
  mkdirSync(join(racine, 'var'), { recursive: true });
  dossier = mkdtempSync(join(racine, 'var', 'mutation-'));
});
afterEach(() => rmSync(dossier, { recursive: true, force: true }));

describe('le coureur', () => {
  const ecrire = (tests: string) =>
    writeFileSync(
      join(dossier, 'domaine.test.js'),
      `const stryker = globalThis.__stryker__;
       const actif = (id) => {
         const vus = (stryker.mutantCoverage ??= { static: {}, perTest: {} });
         const ou = stryker.currentTestId ? (vus.perTest[stryker.currentTestId] ??= {}) : vus.static;
         ou[id] = (ou[id] ?? 0) + 1;
         if (stryker.activeMutant !== id) return false;
         if (stryker.hitCount !== undefined && ++stryker.hitCount > stryker.hitLimit) throw new Error('assez');
         return true;
       };
       describe('a.test.ts', () => {${tests}});`,
    );

  it('dit quels tests passent par un mutant, le juge par eux, et oublie le précédent', () => {
    ecrire(`
      const charge = actif('charge');
      globalThis.reste ??= actif('un');
      it('un', () => expect(actif('un') || charge).toBe(false));
      it.each([1, 2])('%i fois', async (n) => { for (let i = 0; i < n || actif('sans fin'); i++); });
      it('reste', () => expect(globalThis.reste).toBe(false));`);
    const [premier, ...autres] = repondre(dossier, [
      essai,
      mutant('un', { testFilter: ['a.test.ts › un'] }),
      mutant('un', { testFilter: ['a.test.ts › 1 fois'] }),
      mutant('charge'),
      mutant('sans fin', { hitLimit: 100 }),
      mutant('aucun'),
    ]);
    expect(premier).toMatchObject({
      status: 'complete',
      mutantCoverage: {
        static: { charge: 1, un: 1 },
        perTest: { 'a.test.ts › un': { un: 1 }, 'a.test.ts › 1 fois': { 'sans fin': 1 } },
      },
    });
    expect(autres).toMatchObject([
      { status: 'killed', killedBy: ['a.test.ts › un'], nrOfTests: 1 },
      { status: 'survived', nrOfTests: 1 },
      { status: 'killed', killedBy: ['a.test.ts › un'] },
      { status: 'timeout', reason: 'Hit limit reached (101/100)' },
      { status: 'survived', nrOfTests: 4 },
    ]);
  });

  it.each([
    'beforeEach(() => {});',
    "it.only('x', () => {});",
    "it('x', (done) => done());",
    "describe('x', async () => {});",
    "describe.each([])('x', () => {});",
    "if (actif('x') === false) throw new Error('ne se charge pas');",
  ])('refuse ce qu’il ne sait pas faire : %s', (tests) => {
    ecrire(tests);
    expect(repondre(dossier, [essai])).toMatchObject([{ status: 'error' }]);
  });

  it.each(['expect(1).toMatchSnapshot();', 'expect.assertions(1);', "it('dedans', () => {});"])(
    'un test échoue quand il demande %s',
    (corps) => {
      ecrire(`it('x', () => { ${corps} });`);
      expect(repondre(dossier, [mutant('aucun')])).toMatchObject([{ status: 'killed' }]);
    },
  );
});

describe('une règle changée se voit', () => {
  it('l’IDR refusée le jour même du terme initial fait échouer les tests, qui passent ensuite sans elle', () => {
    for (const utile of ['domain', 'test/outils'])
      cpSync(join(racine, utile), join(dossier, utile), { recursive: true });
    const emploi = join(dossier, 'domain/droit/regles/emploi.ts');
    const avant = readFileSync(emploi, 'utf8');
    const apres = avant.replace(
      'debut <= termeInitial',
      "((globalThis as any).__stryker__.activeMutant === 'idr' ? debut < termeInitial : debut <= termeInitial)",
    );
    expect(apres).not.toBe(avant);
    writeFileSync(emploi, apres);
    node(dossier, join(__dirname, 'assembler.mjs'), 'droit/proprietes.test.ts', 'droit/expliquer/');
    expect(repondre(dossier, [mutant('idr'), mutant('aucun')])).toMatchObject([
      { status: 'killed' },
      { status: 'survived' },
    ]);
  });
});
