// First file of a thread: a thread inherits no hook, so TypeScript is registered again (as client/local/lancer.mjs does).
require('tsx/cjs/api').register();
require('./ouvrier.ts');
