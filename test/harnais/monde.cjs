// jest's Node environment without its sandbox: one world, as in production, where an Error of a library is an Error of the house. What
// a test file leaves in it (settings of the process) goes with the file.
const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** Contexts of jest that stand for the world itself. */
const mondes = new WeakSet();
const compiler = vm.compileFunction;

/** What was compiled for a file of the house or of a library, for all the test files that load it in this process. */
const compiles = new Map();

function compilerUneFois(code, parametres, options) {
  const connu = compiles.get(options.filename);
  if (connu?.code === code) return connu.fonction;
  const fonction = compiler(code, parametres, { ...options, parsingContext: undefined });
  // What an `import()` loads goes through the test file that compiled it, which ends before the next.
  if (!code.includes('import(')) compiles.set(options.filename, { code, fonction });
  return fonction;
}

vm.compileFunction = (code, parametres, options) =>
  mondes.has(options?.parsingContext)
    ? compilerUneFois(code, parametres, options)
    : compiler(code, parametres, options);

/** Every promise of the world asks each storage that is on: those of the files that have ended would slow all that follow. */
const allumes = new Set();
for (const geste of ['run', 'enterWith']) {
  const dOrigine = AsyncLocalStorage.prototype[geste];
  AsyncLocalStorage.prototype[geste] = function (...arguments_) {
    allumes.add(this);
    return dOrigine.apply(this, arguments_);
  };
}

class Monde extends TestEnvironment {
  constructor(config, contexte) {
    super(config, contexte);
    mondes.add(this.context);
    this.global = globalThis;
    this.moduleMocker = new this.moduleMocker.constructor(globalThis);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: globalThis });
    this.reglagesAvant = { ...process.env };
  }

  async teardown() {
    await super.teardown();
    for (const allume of allumes) allume.disable();
    allumes.clear();
    for (const nom of Object.keys(process.env)) if (!(nom in this.reglagesAvant)) delete process.env[nom];
    Object.assign(process.env, this.reglagesAvant);
  }
}

module.exports = Monde;
