import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { compter, type Mutant, type Resultats, rapport, score } from './bilan';
import { configJest, TESTS } from './reglages';

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

const JEST = join(racine, 'node_modules/jest/bin/jest.js');

describe('une règle changée se voit', () => {
  let copie: string;
  beforeAll(() => {
    mkdirSync(join(racine, 'var'), { recursive: true });
    copie = mkdtempSync(join(racine, 'var', 'mutation-'));
    cpSync(join(racine, 'domain'), join(copie, 'domain'), { recursive: true });
  });
  afterAll(() => rmSync(copie, { recursive: true, force: true }));

  /** As Stryker does: assembles the copy, then runs its tests. */
  function eprouver(): number | null {
    const node = (...arguments_: string[]) => spawnSync(process.execPath, arguments_, { cwd: copie }).status;
    const assemble = node(join(__dirname, 'assembler.mjs'), TESTS, 'proprietes.test.ts', 'expliquer/');
    return assemble === 0 ? node(JEST, '--config', JSON.stringify(configJest), '-t', 'IDR') : assemble;
  }

  it('l’IDR refusée le jour même du terme initial fait échouer les tests, qui passaient', () => {
    expect(eprouver()).toBe(0);
    const emploi = join(copie, 'domain/regles/emploi.ts');
    const avant = readFileSync(emploi, 'utf8');
    const apres = avant.replace('debut <= termeInitial', 'debut < termeInitial');
    expect(apres).not.toBe(avant);
    writeFileSync(emploi, apres);
    expect(eprouver()).toBe(1);
  });
});
