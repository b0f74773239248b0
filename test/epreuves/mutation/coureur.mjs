// A plugin of Stryker: runs the one file that assembler.mjs makes, inside Stryker's own worker. jest opens and compiles everything
// again for each mutant, which is most of the hours it takes; here the file is compiled once and evaluated anew for each mutant.
// Stryker keeps the rest: it kills the worker that loops, and knows which tests reach which mutant.
//
// A mutant must never be judged on what another one left: nothing of domain/ nor of its packages outlives an evaluation, not even
// the globals they make. It is active while the file loads too, whatever `mutantActivation` says: a constant that the code computed once must not belong to
// another program than the one under test.
//
// `expect` and `each` are jest's. Of the rest of jest, what the unit tests of domain/ use: all else (hooks, `only`, `skip`, `done`,
// snapshots, `jest`) is not defined or refused, so that the first run, without a mutant, fails.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import { bind } from 'jest-each';

/** Every unit test of domain/, in the current directory; each file's tests stand in a `describe` of its path. */
export const TESTS = 'domaine.test.js';

const PARAMETRES = ['require', 'describe', 'it', 'expect'];

/** What the instrumented code reads and fills. */
// biome-ignore lint/suspicious/noAssignInExpressions: the usual way to share one object.
const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

export class CoureurDomaine {
  /** By test, the milliseconds that it took the last time, none if it failed. */
  couts = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    const filename = resolve(TESTS);
    const code = `(function (${PARAMETRES.join(', ')}) {${readFileSync(filename, 'utf8')}\n})`;
    this.evaluer = new Script(code, { filename }).runInThisContext();
    this.require = createRequire(filename);
    this.globaux = new Set(Reflect.ownKeys(globalThis));
  }

  async dryRun({ coverageAnalysis }) {
    const mutantCoverage = { static: {}, perTest: {} };
    Object.assign(stryker, { mutantCoverage, activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    const resultat = await this.courir({ disableBail: true, parTest: coverageAnalysis === 'perTest' });
    stryker.mutantCoverage = undefined;
    return coverageAnalysis === 'off' ? resultat : { ...resultat, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }) {
    const hitCount = hitLimit === undefined ? undefined : 0;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount, hitLimit });
    const resultat = await this.courir({ testFilter, disableBail });
    stryker.activeMutant = undefined;
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, hitLimit) ?? resultat, disableBail);
  }

  /** Loads everything, then runs the tests up to the first that fails, to the last if `disableBail`. */
  async courir({ testFilter, disableBail, parTest = false }) {
    let charges;
    try {
      charges = this.charger();
    } catch (erreur) {
      return { status: DryRunStatus.Error, errorMessage: texteDe(erreur) };
    }
    const tests = [];
    for (const id of this.ordonner(charges, testFilter)) {
      if (parTest) stryker.currentTestId = id;
      const test = await executer(id, charges.get(id));
      stryker.currentTestId = undefined;
      const echec = test.status === TestStatus.Failed;
      this.couts.set(id, echec ? 0 : test.timeSpentMs);
      tests.push(test);
      if (echec && !disableBail) break;
    }
    return { status: DryRunStatus.Complete, tests };
  }

  /** The last that failed first, then the fastest. */
  ordonner(charges, testFilter = [...charges.keys()]) {
    const cout = (id) => this.couts.get(id) ?? 0;
    return testFilter.filter((id) => charges.has(id)).sort((a, b) => cout(a) - cout(b));
  }

  /** The tests by id; a mutant may change the rows of a table, hence the names of its tests. */
  charger() {
    const tests = new Map();
    const titres = [];
    const describe = (titre, corps) => {
      titres.push(titre);
      if (corps() !== undefined) throw new Error(`${titres.join(' › ')} : describe ne rend rien.`);
      titres.pop();
    };
    const it = (titre, corps) => {
      const nom = [...titres, titre].join(' › ');
      if (titres.length === 0) throw new Error(`${nom} : un test ne contient pas de test.`);
      if (typeof corps !== 'function' || corps.length > 0)
        throw new Error(`${nom} : un test est une fonction sans paramètre.`);
      let id = nom;
      for (let n = 2; tests.has(id); n++) id = `${nom} (${n})`;
      tests.set(id, { corps, fileName: join(process.cwd(), 'domain', titres[0]) });
    };
    describe.each = bind(describe, false);
    it.each = bind(it);
    for (const cle of Reflect.ownKeys(globalThis)) if (!this.globaux.has(cle)) delete globalThis[cle];
    this.evaluer(this.require, describe, it, expect);
    return tests;
  }
}

/** Runs one test. */
async function executer(id, { corps, fileName }) {
  const debut = performance.now();
  const erreurs = [];
  try {
    await corps();
  } catch (erreur) {
    erreurs.push(erreur);
  }
  erreurs.push(...expect.extractExpectedAssertionsErrors().map(({ error }) => error));
  const resultat = { id, name: id, fileName, timeSpentMs: performance.now() - debut };
  if (erreurs.length === 0) return { ...resultat, status: TestStatus.Success };
  return { ...resultat, status: TestStatus.Failed, failureMessage: texteDe(erreurs[0]) };
}

// Enough to see what failed: whole differences of long lists, thousands of times, make a report that no string can hold.
const TEXTE_MAX = 500;
const texteDe = (erreur) =>
  (erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)).slice(0, TEXTE_MAX);

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'domaine', CoureurDomaine)];
